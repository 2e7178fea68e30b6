package org.rostrum.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Sending.File;
import org.rostrum.system.faults.Sending.Target;

/** What a client can do whose every external call is to be disturbed. */
enum Scenario {
    FIRST("a first submission"),
    WITH_FILES("a first submission with two attachments"),
    REPLAY("a repetition of what was acknowledged"),
    REPLAY_WITH_FILES("a repetition with two attachments"),
    AMENDMENT("a second version"),
    AMENDMENT_WITH_FILES("a second version with two attachments"),
    REPLAY_OF_AMENDMENT("a repetition of a second version"),
    WITHDRAWAL("a withdrawal"),
    REPLAY_OF_WITHDRAWAL("a repetition of a withdrawal"),
    LINE("the line of a batch");

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<File> PAPERS =
            List.of(new File("one.txt", "The first paper."), new File("two.txt", "The second paper."));

    private final String words;

    Scenario(String words) {
        this.words = words;
    }

    /** Does what comes before, undisturbed; what is left to send. */
    Sending prepare(Courier courier, String bulkToken) {
        return switch (this) {
            case FIRST -> fresh(List.of());
            case WITH_FILES -> fresh(PAPERS);
            case REPLAY -> repeated(courier, fresh(List.of()));
            case REPLAY_WITH_FILES -> repeated(courier, fresh(PAPERS));
            case AMENDMENT -> amendment(courier, List.of());
            case AMENDMENT_WITH_FILES -> amendment(courier, PAPERS);
            case REPLAY_OF_AMENDMENT -> repeated(courier, amendment(courier, List.of()));
            case WITHDRAWAL -> withdrawal(courier);
            case REPLAY_OF_WITHDRAWAL -> repeated(courier, withdrawal(courier));
            case LINE -> new Sending(key(), 1, new Target.Line(bulkToken), List.of());
        };
    }

    /** Whether intake may remember the answer; after a restart it asks the store. */
    boolean mayNeedNobody() {
        return switch (this) {
            case REPLAY, REPLAY_WITH_FILES, REPLAY_OF_AMENDMENT, REPLAY_OF_WITHDRAWAL -> true;
            case FIRST, WITH_FILES, AMENDMENT, AMENDMENT_WITH_FILES, WITHDRAWAL, LINE -> false;
        };
    }

    private static Sending amendment(Courier courier, List<File> files) {
        var first = acknowledged(courier, fresh(List.of()));
        return new Sending(key(), 1, new Target.NextVersion(first.reference(), first.secret()), files);
    }

    private static Sending withdrawal(Courier courier) {
        var first = acknowledged(courier, fresh(List.of()));
        return new Sending(key(), 1, new Target.Withdrawal(first.reference(), first.secret()), List.of());
    }

    private static Sending repeated(Courier courier, Sending sending) {
        acknowledged(courier, sending);
        return sending;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Sending fresh(List<File> files) {
        return Sending.fresh(key(), files);
    }

    private static Acknowledged acknowledged(Courier courier, Sending sending) {
        var reply = courier.sendUntilAnswered(sending, PAUSE, PATIENCE);
        if (reply instanceof Acknowledged acknowledged) {
            return acknowledged;
        }
        throw new AssertionError("the preparation was answered by " + reply);
    }

    @Override
    public String toString() {
        return words;
    }
}

package org.rostrum.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Sending.File;

/** What a client can do whose every external call is to be disturbed. */
enum Scenario {
    FIRST("a first submission"),
    WITH_FILES("a first submission with two attachments"),
    REPLAY("a repetition of what was acknowledged"),
    REPLAY_WITH_FILES("a repetition with two attachments");

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<File> PAPERS =
            List.of(new File("one.txt", "The first paper."), new File("two.txt", "The second paper."));

    private final String words;

    Scenario(String words) {
        this.words = words;
    }

    /** Does what comes before, undisturbed; what is left to send. */
    Sending prepare(Courier courier) {
        return switch (this) {
            case FIRST -> fresh(List.of());
            case WITH_FILES -> fresh(PAPERS);
            case REPLAY -> acknowledged(courier, fresh(List.of()));
            case REPLAY_WITH_FILES -> acknowledged(courier, fresh(PAPERS));
        };
    }

    private static Sending fresh(List<File> files) {
        return Sending.fresh(UUID.randomUUID().toString(), files);
    }

    private static Sending acknowledged(Courier courier, Sending sending) {
        var reply = courier.sendUntilAnswered(sending, PAUSE, PATIENCE);
        if (!(reply instanceof Acknowledged)) {
            throw new AssertionError("the preparation was answered by " + reply);
        }
        return sending;
    }

    @Override
    public String toString() {
        return words;
    }
}

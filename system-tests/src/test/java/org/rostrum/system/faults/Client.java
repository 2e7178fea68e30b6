package org.rostrum.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Sending.File;
import org.rostrum.system.faults.Sending.Target;

/**
 * A client as they are: keeps the key until it holds a receipt, repeats on silence and on 5xx, now and then presses the button
 * twice, sends again what it has a receipt for, or another text under an old key, amends or withdraws.
 */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LARGEST_FILE = 20_000;

    private final Courier courier;
    private final RandomGenerator random;
    private final Duration pace;

    /** The pace is the pause between two submissions. */
    Client(Courier courier, RandomGenerator random, Duration pace) {
        this.courier = courier;
        this.random = random;
        this.pace = pace;
    }

    void sendWhile(BooleanSupplier more) {
        while (more.getAsBoolean()) {
            sendOne();
            Courier.rest(upTo(pace.multipliedBy(2)));
        }
    }

    private void sendOne() {
        var sending = Sending.fresh(key(), files());
        if (chance(10)) {
            pressTwice(sending);
        } else {
            insist(sending);
        }
        if (chance(15)) {
            insist(sending);
        }
        if (chance(5)) {
            insist(sending.otherBody());
        }
        if (chance(10) && insist(sending) instanceof Acknowledged receipt) {
            changeMind(receipt.reference(), receipt.secret());
        }
    }

    /** Amends, withdraws, or one after the other. */
    private void changeMind(String reference, String secret) {
        if (chance(60)) {
            insist(new Sending(key(), 1, new Target.NextVersion(reference, secret), files()));
        }
        if (chance(60)) {
            insist(new Sending(key(), 1, new Target.Withdrawal(reference, secret), List.of()));
        }
    }

    private Reply insist(Sending sending) {
        return courier.sendUntilAnswered(sending, upTo(Duration.ofMillis(700)), PATIENCE);
    }

    private void pressTwice(Sending sending) {
        var second = Thread.ofVirtual().start(() -> insist(sending));
        insist(sending);
        try {
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As random as any key, and the same in a run with the same seed. */
    private String key() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private List<File> files() {
        var files = new ArrayList<File>();
        for (int left = chance(30) ? random.nextInt(1, 3) : 0; left > 0; left--) {
            var text = random.ints(random.nextInt(1, LARGEST_FILE), ' ', '~')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            files.add(new File("paper-" + left + ".txt", text.toString()));
        }
        return files;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Duration upTo(Duration longest) {
        return Duration.ofNanos(random.nextLong(longest.toNanos() / 10, longest.toNanos() + 1));
    }
}

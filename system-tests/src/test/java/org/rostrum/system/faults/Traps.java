package org.rostrum.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the proxies between intake and the world have seen, and the one trap that is set. Thread-safe. */
final class Traps {
    private final Runnable kill;
    private final List<Call> seen = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private @Nullable Call target;
    private @Nullable Moment moment;
    private boolean sprung;
    private boolean killed;

    /** The action kills intake at this instant. */
    Traps(Runnable kill) {
        this.kill = kill;
    }

    /** When something goes wrong, seen from intake. */
    enum Moment {
        BEFORE("the connection is cut before anything arrives"),
        ERROR_AFTER("it takes effect, but the reply is 503"),
        CUT_AFTER("it takes effect, but the connection is cut instead of a reply"),
        SILENCE_AFTER("it takes effect, but no reply ever comes"),
        KILL_AFTER("the reply arrives, and intake is killed at that instant");

        private final String words;

        Moment(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The n-th call of that shape since {@link #begin}. */
    record Call(String shape, int nth) {
        @Override
        public String toString() {
            return nth == 1 ? shape : shape + " (" + nth + ".)";
        }
    }

    synchronized void begin() {
        seen.clear();
        counts.clear();
        target = null;
        sprung = false;
        killed = false;
    }

    synchronized void set(Call at, Moment when) {
        begin();
        target = at;
        moment = when;
    }

    /** Notes a call; what shall happen to it, if it is the one. */
    synchronized Optional<Moment> meet(String shape) {
        var call = new Call(shape, counts.merge(shape, 1, Integer::sum));
        seen.add(call);
        if (sprung || !call.equals(target)) {
            return Optional.empty();
        }
        sprung = true;
        return Optional.ofNullable(moment);
    }

    synchronized List<Call> seen() {
        return List.copyOf(seen);
    }

    synchronized boolean isSprung() {
        return sprung;
    }

    /** Whether the trap was sprung and its victim is not dead yet; it may still have answered. */
    synchronized boolean isKilling() {
        return sprung && moment == Moment.KILL_AFTER && !killed;
    }

    synchronized boolean hasKilled() {
        return killed;
    }

    void kill() {
        kill.run();
        synchronized (this) {
            killed = true;
        }
    }
}

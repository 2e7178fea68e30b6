package org.rostrum.processing.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hashes of texts that were erased a short while ago. What was under way with them, an encoder asked or a sample being studied,
 * must not write anything of them down when it ends. In memory alone: nothing is under way any more after a restart.
 */
public final class ForgottenTexts {
    /** Nothing that began before an erasure takes longer. Afterwards the same words may come from somebody else. House choice. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Instant> since = new HashMap<>();
    private final List<Consumer<RoundTexts.Of>> memories = new CopyOnWriteArrayList<>();

    public ForgottenTexts(InstantSource clock) {
        this.clock = clock;
    }

    /** Calls this when something of a round is erased: nothing of the round may be at hand afterwards. */
    public void tell(Consumer<RoundTexts.Of> memory) {
        memories.add(memory);
    }

    void clear(RoundTexts.Of round) {
        memories.forEach(memory -> memory.accept(round));
    }

    synchronized void add(Collection<String> hashes) {
        var now = clock.instant();
        since.values().removeIf(then -> then.plus(UNDER_WAY).isBefore(now));
        hashes.forEach(hash -> since.put(hash, now));
    }

    synchronized boolean contains(String hash) {
        var then = since.get(hash);
        return then != null && !then.plus(UNDER_WAY).isBefore(clock.instant());
    }
}

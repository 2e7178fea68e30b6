package org.rostrum.intake.domain.admission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What guessing costs: with each failure a client waits longer for its next answer, wherever it guessed. A few mistakes are
 * free; failures fade with time.
 */
public final class Penalties {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration FADES = Duration.ofMinutes(10);

    private final Map<String, Failures> clients;

    /** @param remembered how many clients */
    public Penalties(int remembered) {
        this.clients = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > remembered;
            }
        };
    }

    private record Failures(int count, long at) {}

    public synchronized void failed(String client, long now) {
        clients.put(client, new Failures(Math.min(1_000, faded(client, now) + 1), now));
    }

    /** How long this client's next answer is held back, whatever it will be. */
    public synchronized Duration of(String client, long now) {
        int paid = faded(client, now) - FREE;
        if (paid < 0) {
            return Duration.ZERO;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(paid, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** Half of the failures are forgotten after each {@link #FADES}. */
    private int faded(String client, long now) {
        var failures = clients.get(client);
        return failures == null ? 0 : failures.count() >> Math.min(31, (now - failures.at()) / FADES.toNanos());
    }
}

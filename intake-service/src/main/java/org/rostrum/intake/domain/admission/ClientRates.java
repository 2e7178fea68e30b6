package org.rostrum.intake.domain.admission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A token bucket for each client that came lately. Whoever has not come for longest is forgotten first, and starts afresh. */
public final class ClientRates {
    private static final double NANOS = 1e9;

    private final Rate rate;
    private final Map<String, Bucket> buckets;

    /** @param remembered how many clients; more cost no more memory */
    public ClientRates(Rate rate, int remembered) {
        this.rate = rate;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /** Takes one, or says how long until there is one. {@code now} in nanoseconds of a monotonic clock. */
    public synchronized Optional<Duration> take(String client, long now) {
        var bucket = filled(client, now);
        if (bucket.tokens >= 1) {
            bucket.tokens--;
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((1 - bucket.tokens) / rate.perSecond() * NANOS)));
    }

    private Bucket filled(String client, long now) {
        var bucket = buckets.get(client);
        if (bucket == null) {
            bucket = new Bucket();
            bucket.tokens = rate.burst();
            buckets.put(client, bucket);
        } else {
            double more = (now - bucket.at) / NANOS * rate.perSecond();
            bucket.tokens = Math.min(rate.burst(), bucket.tokens + more);
        }
        bucket.at = now;
        return bucket;
    }
}

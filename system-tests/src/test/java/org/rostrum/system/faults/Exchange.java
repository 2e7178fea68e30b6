package org.rostrum.system.faults;

import java.time.Duration;
import java.time.Instant;

/** One request and what came of it, by the client's clock, which here is the server's. */
record Exchange(Sending sending, Instant sentAt, Instant endedAt, Reply reply) {
    /** A request that its client gave up may still be under way in the server. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(60);

    /** Whether a submission received at that instant, told to the millisecond, can have come by this request. */
    boolean covers(Instant receivedAt) {
        var last = reply instanceof Reply.None ? endedAt.plus(UNDER_WAY) : endedAt;
        return !receivedAt.plusMillis(1).isBefore(sentAt) && !receivedAt.isAfter(last);
    }
}

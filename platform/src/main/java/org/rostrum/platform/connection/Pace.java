package org.rostrum.platform.connection;

import java.time.Duration;

/** The limits of {@link ConnectionConfig} in nanoseconds. */
record Pace(long headers, long idle, long bodyWindow, long bytesPerWindow, long unread) {
    static final Pace USUAL = new Pace(seconds(8), seconds(60), seconds(20), 20L * 256, seconds(20));

    static Pace of(ConnectionConfig config) {
        return new Pace(
                config.headers().toNanos(),
                config.idle().toNanos(),
                config.bodyWindow().toNanos(),
                config.bodyWindow().toMillis() * config.bytesPerSecond() / 1_000,
                config.unread().toNanos());
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}

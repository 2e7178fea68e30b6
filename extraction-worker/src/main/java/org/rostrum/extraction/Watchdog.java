package org.rostrum.extraction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends the process when one file takes more time, or more processor time, than it may. */
final class Watchdog {

    static final int TOO_LONG = 4;
    static final int TOO_MUCH_WORK = 5;
    /** What the service has on top of the limit to end the worker itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(250);

    private volatile @Nullable Watched watched;

    /** One file that is being read. */
    private record Watched(long sinceNanos, Duration workBefore, Request.Limits limits) {

        static Watched from(Request.Limits limits) {
            return new Watched(System.nanoTime(), work(), limits);
        }

        private static Duration work() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        void endIfOverdue() {
            if (System.nanoTime() - sinceNanos
                    > GRACE.plusMillis(limits.timeoutMillis()).toNanos()) {
                Runtime.getRuntime().halt(TOO_LONG);
            }
            if (work().minus(workBefore).toMillis() > limits.cpuMillis()) {
                Runtime.getRuntime().halt(TOO_MUCH_WORK);
            }
        }
    }

    void start() {
        Thread.ofPlatform().name("watchdog").daemon().start(this::look);
    }

    void watch(Request.Limits limits) {
        watched = Watched.from(limits);
    }

    void rest() {
        watched = null;
    }

    private void look() {
        while (true) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                return;
            }
            Watched now = watched;
            if (now != null) {
                now.endIfOverdue();
            }
        }
    }
}

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
    private static final class Watched {
        private final long sinceNanos = System.nanoTime();
        private final Request.Limits limits;
        private @Nullable Duration workBefore;

        Watched(Request.Limits limits) {
            this.limits = limits;
        }

        private static Duration work() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /** What was done before is asked at the first look: most files are read before it, and asking costs. */
        void endIfOverdue() {
            if (System.nanoTime() - sinceNanos
                    > GRACE.plusMillis(limits.timeoutMillis()).toNanos()) {
                Runtime.getRuntime().halt(TOO_LONG);
            }
            Duration now = work();
            Duration before = workBefore == null ? now : workBefore;
            workBefore = before;
            if (now.minus(before).toMillis() > limits.cpuMillis()) {
                Runtime.getRuntime().halt(TOO_MUCH_WORK);
            }
        }
    }

    void start() {
        Thread.ofPlatform().name("watchdog").daemon().start(this::look);
    }

    void watch(Request.Limits limits) {
        watched = new Watched(limits);
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

package org.rostrum.benchmarks.load;

import java.time.Duration;

/** When the requests of a stream are sent. */
public sealed interface Arrivals {

    /** As many at once as this, each followed by the next: shows the most that a server can do. */
    record Closed(int atOnce) implements Arrivals {
        public Closed {
            if (atOnce < 1) {
                throw new IllegalArgumentException("At least one request is under way");
            }
        }
    }

    /**
     * So many a second, whether answers come or not: what people do. Latencies count from the instant at which a request was
     * due, so that a server that stalls does not hide those who wait outside.
     *
     * @param mostConnections more at once are not opened; whoever waits longer than {@code patience} for one goes away
     */
    record Open(double perSecond, int mostConnections, Duration patience) implements Arrivals {
        public Open {
            if (perSecond <= 0 || mostConnections < 1) {
                throw new IllegalArgumentException("An open stream has a rate and connections");
            }
        }
    }
}

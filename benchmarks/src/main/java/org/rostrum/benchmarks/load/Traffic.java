package org.rostrum.benchmarks.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * One kind of requests to one server.
 *
 * @param from the addresses it comes from, in turn; empty for whichever the system takes
 */
public record Traffic(InetSocketAddress to, List<InetAddress> from, Messages messages, Arrivals arrivals) {
    public Traffic {
        from = List.copyOf(from);
    }
}

package org.rostrum.processing.usecase;

import java.util.List;
import org.rostrum.contracts.EventCodec.Encoded;

/** Where events go. */
@FunctionalInterface
public interface Broker {

    /**
     * Returns when all of them are safe with the broker.
     *
     * @throws Unavailable if that cannot be said of all; some may have arrived
     */
    void deliver(List<Encoded> events);
}

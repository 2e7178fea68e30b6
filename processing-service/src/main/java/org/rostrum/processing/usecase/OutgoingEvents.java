package org.rostrum.processing.usecase;

import java.util.List;
import java.util.function.Consumer;
import org.rostrum.contracts.EventCodec.Encoded;

/** The events in the outbox, on their way out. */
public interface OutgoingEvents {

    /**
     * Takes the oldest events, at most one a key, hands them over, and removes them when that returns; keeps them all if it
     * throws. Nobody else takes any meanwhile.
     *
     * @return how many there were; 0 also when somebody else is at it
     */
    int passOn(int limit, Consumer<List<Encoded>> delivery);
}

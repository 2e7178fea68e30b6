package org.rostrum.processing.usecase;

/**
 * Passes on what transactions left in the outbox: at least once, and for one key in order, because no two events of a key
 * are ever under way together.
 */
public final class RelayOutbox {
    private static final int AT_ONCE = 200;

    private final OutgoingEvents outgoing;
    private final Broker broker;

    public RelayOutbox(OutgoingEvents outgoing, Broker broker) {
        this.outgoing = outgoing;
        this.broker = broker;
    }

    /**
     * Passes on some events; false if there were none.
     *
     * @throws Unavailable if the database or the broker cannot be asked; nothing is lost, try again
     */
    public boolean relay() {
        return outgoing.passOn(AT_ONCE, broker::deliver) > 0;
    }
}

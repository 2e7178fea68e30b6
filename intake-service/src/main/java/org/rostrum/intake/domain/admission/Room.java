package org.rostrum.intake.domain.admission;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for bodies that are taken in before their turn; whoever finds none comes back later. */
public final class Room {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    public Room(long bytes) {
        this.bytes = bytes;
    }

    /** Takes all of it or nothing. */
    public boolean take(long size) {
        long before = taken.getAndUpdate(now -> now + size <= bytes ? now + size : now);
        return before + size <= bytes;
    }

    public void giveBack(long size) {
        taken.addAndGet(-size);
    }

    public long taken() {
        return taken.get();
    }
}

package org.rostrum.intake.domain.admission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded number of places, given out fairly: a free place goes to the lane (consultation) that has fewest, so that a rush
 * on one does not hold up another. The urgent go first within a lane and have places of their own.
 */
public final class Places {
    private final Capacity capacity;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int taken;
    private int waiting;
    private long turn;

    public Places(Capacity capacity) {
        this.capacity = capacity;
    }

    private static final class Lane {
        private final Deque<Asking> urgent = new ArrayDeque<>();
        private final Deque<Asking> ordinary = new ArrayDeque<>();
        private int taken;
        private long lastServed;

        int waiting() {
            return urgent.size() + ordinary.size();
        }

        Deque<Asking> queue(boolean isUrgent) {
            return isUrgent ? urgent : ordinary;
        }
    }

    private final class Asking implements Stay {
        private final String lane;
        private final boolean urgent;
        private final long until;
        private final Waiter waiter;
        private boolean isIn;
        private boolean isOver;

        Asking(String lane, boolean urgent, long until, Waiter waiter) {
            this.lane = lane;
            this.urgent = urgent;
            this.until = until;
            this.waiter = waiter;
        }

        @Override
        public void leave() {
            release(this);
        }
    }

    /**
     * Asks for a place. The waiter is told at once or later, by whichever thread frees the place or calls {@link #expire}.
     *
     * @param until when waiting ends, in nanoseconds of the clock that {@link #expire} is given
     * @return to leave the place, or the queue
     */
    public Stay ask(String lane, boolean urgent, long until, Waiter waiter) {
        var asking = new Asking(lane, urgent, until, waiter);
        var refusal = enqueue(asking);
        refusal.ifPresentOrElse(waiter::turnAway, this::fill);
        return asking;
    }

    private synchronized Optional<Reason> enqueue(Asking asking) {
        var full = fullFor(asking.lane, asking.urgent);
        if (full.isPresent()) {
            asking.isOver = true;
            return full;
        }
        lane(asking).queue(asking.urgent).add(asking);
        waiting++;
        return Optional.empty();
    }

    /** Why whoever asked now would be turned away at once; empty if there is a place, or room to wait for one. */
    public synchronized Optional<Reason> fullFor(String name, boolean urgent) {
        var lane = lanes.getOrDefault(name, new Lane());
        if (mayEnter(lane, urgent) && lane.queue(urgent).isEmpty()) {
            return Optional.empty();
        }
        if (lane.waiting() >= capacity.waitingPerLane()) {
            return Optional.of(Reason.CONSULTATION_BUSY);
        }
        return waiting >= capacity.waiting() ? Optional.of(Reason.ALL_BUSY) : Optional.empty();
    }

    private boolean mayEnter(Lane lane, boolean urgent) {
        return urgent
                ? taken < capacity.places()
                : taken < capacity.places() - capacity.reserved() && lane.taken < capacity.perLane();
    }

    /** Tells the waiters outside the lock: what they do is theirs. */
    private void fill() {
        for (var entered : entering()) {
            entered.waiter.enter(entered);
        }
    }

    private synchronized List<Asking> entering() {
        var entering = new ArrayList<Asking>();
        for (var next = next(); next.isPresent(); next = next()) {
            entering.add(seat(next.get()));
        }
        return entering;
    }

    private Optional<Asking> next() {
        return waiting == 0
                ? Optional.empty()
                : lanes.values().stream()
                        .filter(lane -> first(lane).isPresent())
                        .min(Comparator.<Lane>comparingInt(lane -> lane.taken)
                                .thenComparingLong(lane -> lane.lastServed))
                        .flatMap(this::first);
    }

    private Optional<Asking> first(Lane lane) {
        if (!lane.urgent.isEmpty() && mayEnter(lane, true)) {
            return Optional.of(lane.urgent.getFirst());
        }
        return !lane.ordinary.isEmpty() && mayEnter(lane, false)
                ? Optional.of(lane.ordinary.getFirst())
                : Optional.empty();
    }

    private Asking seat(Asking asking) {
        var lane = lane(asking);
        lane.queue(asking.urgent).removeFirst();
        lane.lastServed = ++turn;
        lane.taken++;
        taken++;
        waiting--;
        asking.isIn = true;
        return asking;
    }

    private void release(Asking asking) {
        if (remove(asking)) {
            fill();
        }
    }

    private synchronized boolean remove(Asking asking) {
        if (asking.isOver) {
            return false;
        }
        asking.isOver = true;
        var lane = lane(asking);
        if (asking.isIn) {
            lane.taken--;
            taken--;
        } else {
            lane.queue(asking.urgent).remove(asking);
            waiting--;
        }
        forgetIfEmpty(asking.lane);
        return true;
    }

    private Lane lane(Asking asking) {
        return lanes.computeIfAbsent(asking.lane, name -> new Lane());
    }

    private void forgetIfEmpty(String name) {
        lanes.computeIfPresent(name, (same, lane) -> lane.taken == 0 && lane.waiting() == 0 ? null : lane);
    }

    /** Turns away whoever has waited long enough; called every fraction of a second. */
    public void expire(long now) {
        for (var expired : expired(now)) {
            expired.waiter.turnAway(Reason.WAITED_IN_VAIN);
        }
    }

    private synchronized List<Asking> expired(long now) {
        var expired = lanes.values().stream()
                .flatMap(lane -> List.of(lane.urgent, lane.ordinary).stream())
                .flatMap(Deque::stream)
                .filter(asking -> now - asking.until >= 0)
                .toList();
        expired.forEach(this::remove);
        return expired;
    }

    public synchronized int taken() {
        return taken;
    }

    public synchronized int waiting() {
        return waiting;
    }

    /** Lanes with somebody in them: memory is bounded by those who work and wait. */
    synchronized int lanes() {
        return lanes.size();
    }
}

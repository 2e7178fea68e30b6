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
 * on one does not hold up another. The urgent go first within a lane and have places of their own, but neither can they take
 * all places for one lane, nor can they keep the ordinary of their lane out for ever.
 */
public final class Places {
    /** So many urgent ones in a row, then an ordinary one. */
    private static final int URGENT_IN_A_ROW = 3;

    private final Capacity capacity;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int taken;
    private int takenByOrdinary;
    private int waiting;
    private long turn;

    public Places(Capacity capacity) {
        this.capacity = capacity;
    }

    private static final class Lane {
        private final Deque<Asking> urgent = new ArrayDeque<>();
        private final Deque<Asking> ordinary = new ArrayDeque<>();
        private int taken;
        private int takenByOrdinary;
        private int urgentInARow;
        private long lastServed;

        int waiting() {
            return urgent.size() + ordinary.size();
        }

        Deque<Asking> queue(boolean isUrgent) {
            return isUrgent ? urgent : ordinary;
        }

        void seat(Asking asking) {
            queue(asking.urgent).removeFirst();
            taken++;
            takenByOrdinary += asking.urgent ? 0 : 1;
            urgentInARow = asking.urgent ? urgentInARow + 1 : 0;
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
        boolean hasRoom = taken < capacity.places() && lane.taken < capacity.perLane() + capacity.reserved();
        return hasRoom && (urgent || isWithinOrdinary(lane));
    }

    private boolean isWithinOrdinary(Lane lane) {
        return takenByOrdinary < capacity.places() - capacity.reserved() && lane.takenByOrdinary < capacity.perLane();
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
        boolean isOrdinarysTurn = lane.urgentInARow >= URGENT_IN_A_ROW;
        return first(lane, !isOrdinarysTurn).or(() -> first(lane, isOrdinarysTurn));
    }

    private Optional<Asking> first(Lane lane, boolean urgent) {
        return mayEnter(lane, urgent) ? Optional.ofNullable(lane.queue(urgent).peekFirst()) : Optional.empty();
    }

    private Asking seat(Asking asking) {
        var lane = lane(asking);
        lane.seat(asking);
        lane.lastServed = ++turn;
        taken++;
        takenByOrdinary += asking.urgent ? 0 : 1;
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
            int ordinary = asking.urgent ? 0 : 1;
            lane.taken--;
            lane.takenByOrdinary -= ordinary;
            taken--;
            takenByOrdinary -= ordinary;
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

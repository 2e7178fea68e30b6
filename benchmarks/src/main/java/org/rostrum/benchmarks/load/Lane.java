package org.rostrum.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stream of requests on its way: its connections and what came of it. */
final class Lane {
    private static final double NANOS = 1e9;

    private final Traffic traffic;
    private final Selector selector;
    private final Tally tally = new Tally();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> open = new HashSet<>();
    private final long begin;
    private long arrivals;
    private int turn;

    Lane(Traffic traffic, Selector selector, long begin) {
        this.traffic = traffic;
        this.selector = selector;
        this.begin = begin;
    }

    Tally tally() {
        return tally;
    }

    int underWay() {
        return open.size() - idle.size();
    }

    /** Sends whatever is due by now, as far as there are connections. */
    void sendDue(long now) throws IOException {
        switch (traffic.arrivals()) {
            case Arrivals.Closed closed -> fill(closed.atOnce(), now);
            case Arrivals.Open rate -> follow(rate, now);
        }
    }

    private void fill(int atOnce, long now) throws IOException {
        for (int missing = atOnce - underWay(); missing > 0; missing--) {
            send(connection(atOnce), now);
        }
    }

    private void follow(Arrivals.Open rate, long now) throws IOException {
        for (long due = due(rate); due <= now; due = due(rate)) {
            if (!idle.isEmpty() || open.size() < rate.mostConnections()) {
                send(connection(rate.mostConnections()), due);
            } else if (now - due > rate.patience().toNanos()) {
                tally.wentAway();
            } else {
                return;
            }
            arrivals++;
        }
    }

    private long due(Arrivals.Open rate) {
        return begin + (long) (arrivals * NANOS / rate.perSecond());
    }

    private void send(@Nullable Connection connection, long due) throws IOException {
        if (connection == null) {
            return;
        }
        tally.sent();
        try {
            connection.send(traffic.messages().next(), due);
        } catch (IOException _) {
            broke(connection);
        }
    }

    private @Nullable Connection connection(int most) throws IOException {
        Connection free = idle.pollLast();
        if (free != null || open.size() >= most) {
            return free;
        }
        Connection fresh = Connection.open(selector, this, traffic.to(), nextAddress());
        open.add(fresh);
        return fresh;
    }

    private @Nullable InetAddress nextAddress() {
        var from = traffic.from();
        return from.isEmpty() ? null : from.get(turn++ % from.size());
    }

    void answered(Connection connection, Answer answer, long now, boolean isInTime) {
        tally.answered(answer, now - connection.due(), isInTime);
        if (answer.closes()) {
            drop(connection);
        } else {
            idle.addLast(connection);
        }
    }

    /** The connection ended; what was under way on it is unknown. */
    void broke(Connection connection) {
        if (connection.isBusy()) {
            tally.broke();
        } else {
            idle.remove(connection);
        }
        drop(connection);
    }

    private void drop(Connection connection) {
        open.remove(connection);
        connection.close();
    }

    void end(long nanos) {
        tally.lasted(nanos);
        open.forEach(connection -> {
            if (connection.isBusy()) {
                tally.broke();
            }
            connection.close();
        });
    }
}

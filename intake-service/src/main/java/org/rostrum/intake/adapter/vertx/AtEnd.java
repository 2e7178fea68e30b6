package org.rostrum.intake.adapter.vertx;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done once a request is over: when its work is, if anybody works on it, and else when its answer is. Work
 * goes on after its client has left, and keeps its place until it is done; and of an answer that was cut short, Vert.x does
 * not always tell the end.
 */
final class AtEnd {
    private static final String KEY = AtEnd.class.getName();

    private final List<Runnable> tasks = new ArrayList<>();
    private boolean isWorkedOn;
    private boolean isOver;

    static AtEnd of(RoutingContext request) {
        AtEnd known = request.get(KEY);
        if (known != null) {
            return known;
        }
        var made = new AtEnd();
        request.put(KEY, made);
        request.addEndHandler(end -> made.answered());
        return made;
    }

    /** Null where nothing is to be done. */
    static @Nullable AtEnd known(RoutingContext request) {
        return request.get(KEY);
    }

    /** Once; at once, if the request is over already. */
    void run(Runnable task) {
        if (isLate(task)) {
            task.run();
        }
    }

    private synchronized boolean isLate(Runnable task) {
        return isOver || !tasks.add(task);
    }

    synchronized void workBegins() {
        isWorkedOn = true;
    }

    void workEnds() {
        ending(true).forEach(Runnable::run);
    }

    void answered() {
        ending(false).forEach(Runnable::run);
    }

    private synchronized List<Runnable> ending(boolean work) {
        if (isOver || (isWorkedOn && !work)) {
            return List.of();
        }
        isOver = true;
        return List.copyOf(tasks);
    }
}

package org.rostrum.intake.adapter.vertx;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is to be done once a request is over, however it ends. A broken connection ends it in two ways at once. */
final class AtEnd {
    private AtEnd() {}

    static void once(RoutingContext request, Runnable task) {
        var done = new AtomicBoolean();
        request.addEndHandler(end -> {
            if (done.compareAndSet(false, true)) {
                task.run();
            }
        });
    }
}

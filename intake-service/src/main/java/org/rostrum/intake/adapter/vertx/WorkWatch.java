package org.rostrum.intake.adapter.vertx;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Tells admission when the work on a request begins and ends, whatever its client does meanwhile. */
class WorkWatch {

    @ServerRequestFilter(preMatching = true)
    void watch(ResteasyReactiveContainerRequestContext work, RoutingContext request) {
        var end = AtEnd.known(request);
        if (end != null) {
            end.workBegins();
            work.getServerRequestContext().registerCompletionCallback(done -> end.workEnds());
        }
    }
}

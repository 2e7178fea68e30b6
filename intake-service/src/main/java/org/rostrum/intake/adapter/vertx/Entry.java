package org.rostrum.intake.adapter.vertx;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.function.Consumer;
import org.rostrum.intake.domain.admission.Places;
import org.rostrum.intake.domain.admission.Reason;
import org.rostrum.intake.domain.admission.Stay;
import org.rostrum.intake.domain.admission.Waiter;

/** One request on its way in. A small body is taken in first, so that its sender's line holds no place; a long one waits. */
final class Entry implements Waiter {
    private final RoutingContext request;
    private final AdmissionDesk desk;
    private final Refusals refusals;
    private final Asked asked;
    private final Context context;

    Entry(RoutingContext request, AdmissionDesk desk, Refusals refusals, Asked asked) {
        this.request = request;
        this.desk = desk;
        this.refusals = refusals;
        this.asked = asked;
        this.context = request.vertx().getOrCreateContext();
    }

    void ask(String lane, boolean urgent, long until) {
        var places = desk.places(asked.kind());
        if (!asked.hasBodyToTakeIn() || request.request().isEnded()) {
            if (asked.kind() == Asked.Kind.UPLOAD) {
                request.request().pause();
            }
            queue(places, lane, urgent, until);
            return;
        }
        var full = places.fullFor(lane, urgent);
        if (full.isPresent()) {
            turnAway(full.get());
            return;
        }
        if (hasRoom()) {
            takeIn(body -> {
                ((RoutingContextInternal) request).setBody(body);
                queue(places, lane, urgent, until);
            });
        } else {
            turnAway(Reason.ALL_BUSY);
        }
    }

    /** Until the request is over, for until then its body lies in memory. */
    private boolean hasRoom() {
        long size = Asked.announced(request.request().headers());
        boolean hasRoom = desk.bodies.take(size);
        if (hasRoom) {
            AtEnd.of(request).run(() -> desk.bodies.giveBack(size));
        }
        return hasRoom;
    }

    private void takeIn(Consumer<Buffer> then) {
        var head = request.request();
        if (head.getHeader(HttpHeaders.EXPECT) != null) {
            request.response().writeContinue();
        }
        head.resume();
        head.body().onSuccess(then::accept).onFailure(gone -> head.connection().close());
    }

    private void queue(Places places, String lane, boolean urgent, long until) {
        var stay = places.ask(lane, urgent, until, this);
        AtEnd.of(request).run(stay::leave);
    }

    @Override
    public void enter(Stay stay) {
        context.runOnContext(ignored -> {
            if (request.response().ended() || request.response().closed()) {
                stay.leave();
            } else {
                desk.counts.admitted();
                request.next();
            }
        });
    }

    @Override
    public void turnAway(Reason reason) {
        desk.counts.turnedAway(reason);
        context.runOnContext(ignored -> refusals.turnAway(request, reason, Duration.ZERO));
    }
}

package org.rostrum.intake.adapter.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.adapter.vertx.Asked.Kind;
import org.rostrum.intake.domain.admission.Reason;
import org.rostrum.intake.domain.admission.Together;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.platform.problem.ErrorPages;

/** Decides about every request by its head: before a login is looked at and before a byte of the body is read. */
@ApplicationScoped
class AdmissionRoutes {
    /** After the security headers and the limit for bodies, before all else. */
    private static final int EARLY = Integer.MIN_VALUE + 200;

    private static final long EXPIRE_EVERY_MILLIS = 100;
    private static final String NO_CONSULTATION = "";

    private final AdmissionDesk desk;
    private final Consultations consultations;
    private final Refusals refusals;

    AdmissionRoutes(AdmissionDesk desk, Consultations consultations, ErrorPages pages) {
        this.desk = desk;
        this.consultations = consultations;
        this.refusals = new Refusals(pages);
    }

    void register(@Observes Router router, Vertx vertx) {
        if (!desk.isOpen()) {
            return;
        }
        router.route().order(EARLY).handler(this::admit);
        vertx.setPeriodic(EXPIRE_EVERY_MILLIS, timer -> {
            desk.sending.expire(System.nanoTime());
            desk.reading.expire(System.nanoTime());
            desk.uploads.expire(System.nanoTime());
        });
    }

    private void admit(RoutingContext request) {
        if (isEncoded(request)) {
            refusals.refuse(request, AdmissionWords.ENCODED);
            return;
        }
        var asked = Asked.by(request);
        if (asked.kind() == Kind.FREE) {
            request.next();
            return;
        }
        count(request, asked);
    }

    private static boolean isEncoded(RoutingContext request) {
        var encoding = request.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private void count(RoutingContext request, Asked asked) {
        long now = System.nanoTime();
        var account = desk.accounts.of(request, now);
        var client = account.or(() -> address(request));
        if (client.isEmpty()) {
            letIn(request, asked, now);
            return;
        }
        var name = client.get();
        var wait = desk.take(asked, name, account.isPresent(), now);
        if (wait.isPresent()) {
            noteKey(asked);
            turnAway(request, Reason.TOO_OFTEN, wait.get());
        } else if (isWithin(desk.underWay, request, name)
                && (asked.kind() != Kind.UPLOAD || isWithin(desk.uploading, request, name))) {
            holdBack(request, asked, name, now);
        } else {
            turnAway(request, Reason.TOO_MANY_AT_ONCE, Duration.ZERO);
        }
    }

    private static boolean isWithin(Together together, RoutingContext request, String client) {
        boolean isWithin = together.begin(client);
        if (isWithin) {
            AtEnd.of(request).run(() -> together.end(client));
        }
        return isWithin;
    }

    private Optional<String> address(RoutingContext request) {
        var peer = request.request().remoteAddress().hostAddress();
        var headers = request.request().headers().getAll(desk.proxyHeader);
        return desk.addresses.client(peer, headers.isEmpty() ? null : String.join(",", headers));
    }

    /** Who guessed before is answered later, whether the guess is right this time or not. */
    private void holdBack(RoutingContext request, Asked asked, String client, long now) {
        if (!asked.guessable()) {
            letIn(request, asked, now);
            return;
        }
        AtEnd.of(request).run(() -> {
            if (request.response().getStatusCode() == 404) {
                desk.penalties.failed(client, System.nanoTime());
            }
        });
        var penalty = desk.penalties.of(client, now);
        if (penalty.isZero()) {
            letIn(request, asked, now);
        } else if (isWithin(desk.guessing, request, client)) {
            request.request().pause();
            request.vertx().setTimer(penalty.toMillis(), timer -> letIn(request, asked, System.nanoTime()));
        } else {
            turnAway(request, Reason.TOO_MANY_AT_ONCE, penalty);
        }
    }

    private void letIn(RoutingContext request, Asked asked, long now) {
        if (request.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
            AtEnd.of(request).run(() -> desk.accounts.learn(request, System.nanoTime()));
        }
        boolean urgent = asked.kind() == Kind.FINISHING || noteKey(asked);
        var entry = new Entry(request, desk, refusals, asked);
        entry.ask(lane(asked), urgent, now + desk.patience(asked.kind()).toNanos());
    }

    /** Whether the key came before. */
    private boolean noteKey(Asked asked) {
        return asked.key().map(key -> desk.keys.seenBefore(lane(asked), key)).orElse(false);
    }

    /** Names that a stranger makes up share one queue. */
    private String lane(Asked asked) {
        return asked.consultation()
                .filter(ConsultationId::isValid)
                .filter(id -> consultations.find(new ConsultationId(id)).isPresent())
                .orElse(NO_CONSULTATION);
    }

    private void turnAway(RoutingContext request, Reason reason, Duration wait) {
        desk.counts.turnedAway(reason);
        refusals.turnAway(request, reason, wait);
    }
}

package org.rostrum.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Requests that fail before JAX-RS sees them (too large, bad address, nothing there) get problems as well. */
@ApplicationScoped
class ProblemRoutes {
    private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);
    private static final int BEFORE_ALL = Integer.MIN_VALUE + 100;
    private static final List<Integer> NOT_ROUTED = List.of(400, 404, 405, 406, 413, 415);

    private final ProblemWriter writer;
    private final Optional<Long> maxBodyBytes;

    ProblemRoutes(ProblemWriter writer, VertxHttpConfig config) {
        this.writer = writer;
        this.maxBodyBytes = config.limits().maxBodySize().map(MemorySize::asLongValue);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::refuseTooLarge).failureHandler(this::failed);
        NOT_ROUTED.forEach(status -> router.errorHandler(status, this::answer));
    }

    /** Quarkus refuses by Content-Length too, but with an empty body and after the authentication. */
    private void refuseTooLarge(RoutingContext request) {
        if (maxBodyBytes.filter(limit -> announced(request) > limit).isEmpty()) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        send(request, Problems.tooLarge(maxBodyBytes.get()));
    }

    /** Netty has refused a Content-Length that is no number before this is asked. */
    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Security failures are Quarkus' business: a login may begin with them. */
    private void failed(RoutingContext request) {
        if (isSecurity(request)) {
            request.next();
        } else if (request.response().headWritten()) {
            breakOff(request);
        } else {
            answer(request);
        }
    }

    /** Half an answer is out already; a closed connection tells the reader that it is not the whole. */
    private static void breakOff(RoutingContext request) {
        LOG.debug("A request failed after its answer had begun", request.failure());
        if (!request.response().ended()) {
            request.request().connection().close();
        }
    }

    private static boolean isSecurity(RoutingContext request) {
        int status = request.statusCode();
        return request.failure() instanceof SecurityException
                || request.failure() instanceof AuthenticationException // not all of them are SecurityExceptions
                || status == 401
                || status == 403;
    }

    private void answer(RoutingContext request) {
        int status = request.statusCode();
        send(request, status < 400 || status == 500 ? unforeseen(request) : Problems.ofStatus(status));
    }

    private static Problem unforeseen(RoutingContext request) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(request.failure(), "A request failed before it was routed; incident=%s", incident);
        return Problems.incident(incident);
    }

    private void send(RoutingContext request, Problem problem) {
        ProblemWriter.Written written = writer.write(
                problem, path(request), request.request().getHeader(HttpHeaders.ACCEPT), languages(request));
        HttpServerResponse response = request.response();
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, written.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(written.body(), StandardCharsets.UTF_8.name());
    }

    private static String path(RoutingContext request) {
        return Optional.ofNullable(request.request().path()).orElse("/");
    }

    private static List<Locale> languages(RoutingContext request) {
        return Stream.concat(
                        request.queryParam("lang").stream(),
                        request.acceptableLanguages().stream().map(LanguageHeader::tag))
                .filter(tag -> !"*".equals(tag))
                .map(Locale::forLanguageTag)
                .toList();
    }
}

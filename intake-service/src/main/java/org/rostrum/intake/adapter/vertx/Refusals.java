package org.rostrum.intake.adapter.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.rostrum.intake.domain.admission.Reason;
import org.rostrum.platform.problem.ErrorPages;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemTexts;

/** Says no at next to no cost: every text is made once, nothing of the body is read, and small bodies cost no connection. */
final class Refusals {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int SPREAD_SECONDS = 10;
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "zh", "ru");

    private final ErrorPages pages;
    private final Map<Text, Buffer> texts = new ConcurrentHashMap<>();

    private record Text(Problem problem, String language) {}

    Refusals(ErrorPages pages) {
        this.pages = pages;
    }

    void refuse(RoutingContext request, Problem problem) {
        send(request, problem);
    }

    /** @param wait until the client may come again, if that is known; we add what keeps a crowd from coming back together */
    void turnAway(RoutingContext request, Reason reason, Duration wait) {
        long seconds = wait.compareTo(SHORTEST) > 0 ? wait.toSeconds() + 1 : SHORTEST.toSeconds();
        long jittered = seconds + ThreadLocalRandom.current().nextInt(SPREAD_SECONDS);
        request.response().putHeader(RETRY_AFTER, String.valueOf(jittered));
        send(request, AdmissionWords.problem(reason));
    }

    private void send(RoutingContext request, Problem problem) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        boolean page = wantsPage(request);
        if (hasMuchToSend(request)) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, page ? "text/html;charset=UTF-8" : ProblemTexts.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .end(page ? page(problem, language(request)) : json(problem));
        if (!request.request().isEnded()) {
            request.request().resume();
        }
    }

    private static boolean hasMuchToSend(RoutingContext request) {
        return !request.request().isEnded()
                && (Asked.announced(request.request().headers()) > Asked.SMALL
                        || request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.request().getHeader(HttpHeaders.EXPECT) != null);
    }

    private static boolean wantsPage(RoutingContext request) {
        var accept = request.request().getHeader(HttpHeaders.ACCEPT);
        var path = request.request().path();
        return accept != null && accept.contains("text/html") && path != null && !path.startsWith("/api/");
    }

    private Buffer json(Problem problem) {
        return texts.computeIfAbsent(new Text(problem, ""), text -> Buffer.buffer(ProblemTexts.json(problem)));
    }

    private Buffer page(Problem problem, String language) {
        return texts.computeIfAbsent(
                new Text(problem, language),
                text -> Buffer.buffer(pages.page(problem, List.of(Locale.forLanguageTag(language)))));
    }

    /** The first one named, if it is one of ours: enough for a page that is made once. */
    private static String language(RoutingContext request) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null
                ? "en"
                : LANGUAGES.stream()
                        .filter(tag -> accepted.toLowerCase(Locale.ROOT).startsWith(tag))
                        .findFirst()
                        .orElse("en");
    }
}

package org.rostrum.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a problem into a JAX-RS response to the request at hand; also for resources that answer without throwing. */
@ApplicationScoped
public class ProblemResponses {
    private final ProblemWriter writer;

    ProblemResponses(ProblemWriter writer) {
        this.writer = writer;
    }

    public Response respond(Problem problem, HttpHeaders headers, UriInfo uri) {
        return builder(problem, headers, uri).build();
    }

    Response.ResponseBuilder builder(Problem problem, HttpHeaders headers, UriInfo uri) {
        ProblemWriter.Written written =
                writer.write(problem, uri.getRequestUri().getPath(), accept(headers), languages(headers, uri));
        return Response.status(problem.status())
                .type(written.mediaType())
                .entity(written.body())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static String seconds(Duration wait) {
        return String.valueOf(wait.plusMillis(999).toSeconds());
    }

    private static @Nullable String accept(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.ACCEPT);
    }

    /** The one in the address, if there is one, then the browser's. */
    private static List<Locale> languages(HttpHeaders headers, UriInfo uri) {
        return Stream.concat(
                        Stream.ofNullable(uri.getQueryParameters().getFirst("lang"))
                                .map(Locale::forLanguageTag),
                        headers.getAcceptableLanguages().stream())
                .filter(language -> !"*".equals(language.getLanguage()))
                .toList();
    }
}

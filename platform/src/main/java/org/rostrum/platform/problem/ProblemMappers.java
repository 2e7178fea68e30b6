package org.rostrum.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever a resource throws becomes a problem; what nobody foresaw is logged under a number and shows only that. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpHeaders headers, UriInfo uri) {
        Response.ResponseBuilder response = responses.builder(e.problem(), headers, uri);
        e.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, ProblemResponses.seconds(wait)));
        return response.build();
    }

    @ServerExceptionMapper
    Response constraints(ConstraintViolationException e, HttpHeaders headers, UriInfo uri) {
        return responses.respond(WrongFields.of(e), headers, uri);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e, HttpHeaders headers, UriInfo uri) {
        return responses.respond(WrongFields.of(e), headers, uri);
    }

    /** Beside {@link #json}, because Quarkus brings a mapper for exactly this class, which would win. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException e, HttpHeaders headers, UriInfo uri) {
        return json(e, headers, uri);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        Response original = e.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json, headers, uri);
        }
        if (original.getStatus() >= 500 && e.getCause() != null) {
            return unforeseen(e, headers, uri);
        }
        Response.ResponseBuilder response = responses.builder(Problems.ofStatus(original.getStatus()), headers, uri);
        KEPT_HEADERS.stream()
                .filter(original.getHeaders()::containsKey)
                .forEach(name -> response.header(name, original.getHeaderString(name)));
        return response.build();
    }

    /** The body grew over the limit, or its sender was too slow or left: they were answered and closed, nobody reads this. */
    @ServerExceptionMapper
    Response reading(IOException e, RoutingContext request, HttpHeaders headers, UriInfo uri) {
        return request.response().headWritten() || request.response().closed()
                ? responses.respond(Problems.tooLarge(null), headers, uri)
                : unforeseen(e, headers, uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, HttpHeaders headers, UriInfo uri) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(e, "A request failed in a way nobody foresaw; incident=%s", incident);
        return responses.respond(Problems.incident(incident), headers, uri);
    }
}

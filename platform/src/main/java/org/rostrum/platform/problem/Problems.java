package org.rostrum.platform.problem;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The problems that any HTTP service has, whatever it is about. */
final class Problems {
    private Problems() {}

    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> badRequest();
            case 401 ->
                Problem.of(401, "not-logged-in", "You are not logged in")
                        .next("Log in, or send a valid bearer token, and try again.");
            case 403 ->
                Problem.of(403, "not-allowed", "You may not do this")
                        .next("Log in as somebody who has the role, or ask the organiser for it.");
            case 404 ->
                Problem.of(404, "not-found", "There is nothing at this address")
                        .next("Check the address for typing mistakes, or start from the first page.");
            case 405 ->
                Problem.of(405, "method-not-allowed", "This address does not take that method")
                        .next("Use one of the methods in the Allow header; the API's description is at /openapi.");
            case 406 ->
                Problem.of(406, "not-acceptable", "This is not to be had in the format you asked for")
                        .next("Send an Accept header with application/json or text/html.");
            case 408 ->
                Problem.of(408, "too-slow", "Your request took too long to arrive")
                        .kept("Nothing of this request was kept.")
                        .next("Try again; on a slow line, send large files one by one.");
            case 413 -> tooLarge(null);
            case 414 ->
                Problem.of(414, "address-too-long", "The address is too long")
                        .next("Send the data in the body instead.");
            case 415 ->
                Problem.of(415, "unsupported-media-type", "This address does not take that kind of content")
                        .kept("Nothing of this request was kept.")
                        .next("Send application/json or multipart/form-data without a Content-Encoding.");
            case 429 ->
                Problem.of(429, "too-many-requests", "You are sending too much at once")
                        .kept("Nothing of this request was kept; what was acknowledged before is safe.")
                        .next("Wait as long as the Retry-After header says, then send the same request again.");
            case 431 ->
                Problem.of(431, "headers-too-large", "The request's headers are too large")
                        .next("Delete this site's cookies and try again.");
            case 503 ->
                Problem.of(503, "busy", "We are too busy to answer right now")
                        .kept("Nothing of this request was kept; what was acknowledged before is safe.")
                        .next("Wait as long as the Retry-After header says, then send the same request again.");
            default -> status >= 500 ? ourFault(status) : refused(status);
        };
    }

    private static Problem badRequest() {
        return Problem.of(400, "bad-request", "The request is not understandable")
                .kept("Nothing of this request was kept.")
                .next("Correct the request and send it again; the API's description is at /openapi.");
    }

    private static Problem refused(int status) {
        return Problem.of(status, "refused", "The request was refused")
                .next("Check the request against the API's description at /openapi.");
    }

    private static Problem ourFault(int status) {
        return Problem.of(status, "our-fault", "Something went wrong on our side")
                .next("Try again in a few minutes; if it stays, tell the organiser the number of this incident.");
    }

    /** An error nobody foresaw: the number joins what the reader sees with what the log knows. */
    static Problem incident(UUID incident) {
        return ourFault(500).detail("Incident %s.".formatted(incident)).instance(URI.create("urn:uuid:" + incident));
    }

    static Problem tooLarge(@Nullable Long limitInBytes) {
        Problem problem = Problem.of(413, "too-large", "What you sent is too large")
                .kept("Nothing of this request was kept.")
                .next("Send less at once: smaller or fewer files.");
        return limitInBytes == null
                ? problem
                : problem.detail("The limit for one request is %,d bytes.".formatted(limitInBytes));
    }
}

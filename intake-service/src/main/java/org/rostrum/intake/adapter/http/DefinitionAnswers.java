package org.rostrum.intake.adapter.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.rostrum.contracts.Json;
import org.rostrum.intake.usecase.ChangeConsultation.Defined;
import org.rostrum.intake.usecase.ChangeConsultation.Forbidden;
import org.rostrum.intake.usecase.ChangeConsultation.Invalid;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Overtaken;
import org.rostrum.intake.usecase.ChangeConsultation.Stale;
import org.rostrum.intake.usecase.ChangeConsultation.Unknown;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** What becomes of a change to a consultation, in HTTP: the same words for the API and for managers' pages. */
final class DefinitionAnswers {
    private DefinitionAnswers() {}

    /** What stands now; throws the problem of everything that did not come to stand. */
    static Defined definedOrProblem(Supplier<Outcome> change) {
        try {
            return switch (change.get()) {
                case Defined defined -> defined;
                case Invalid invalid -> throw invalid(invalid).asException();
                case Overtaken overtaken ->
                    throw inBetween(409, overtaken.revision()).asException();
                case Stale stale -> throw inBetween(412, stale.revision()).asException();
                case Forbidden forbidden ->
                    throw Problem.of(409, "definition-forbidden", "This change would break what stands")
                            .detail(forbidden.reason())
                            .kept("The definition stays as it was.")
                            .asException();
                case Unknown unknown ->
                    throw Problem.of(404, "unknown-round", "There is no such consultation, or no such round in it")
                            .kept("Nothing was changed.")
                            .next("GET /api/v1/consultations lists every consultation with its rounds.")
                            .asException();
            };
        } catch (TryAgainLater e) {
            throw tryAgain();
        }
    }

    static ProblemException tryAgain() {
        return Problem.of(503, "try-again", "The change could not be confirmed just now")
                .next("Send the same again: that is safe.")
                .asException()
                .retryAfter(Duration.ofSeconds(5));
    }

    static <T> T reach(Supplier<T> store) {
        try {
            return store.get();
        } catch (ObjectStoreUnavailable e) {
            throw Problem.of(503, "try-again", "The audit trail cannot be read just now")
                    .next("Try again in a few seconds.")
                    .asException()
                    .retryAfter(Duration.ofSeconds(5));
        }
    }

    static Response response(Defined defined) {
        boolean isNew = defined.changed() && defined.revision() == 1;
        return Response.status(isNew ? 201 : 200)
                .header(HttpHeaders.LOCATION, "/api/v1/consultations/" + defined.consultation())
                .entity(Json.write(Map.of(
                        "consultation", defined.consultation(),
                        "revision", defined.revision(),
                        "changed", defined.changed())))
                .build();
    }

    private static Problem inBetween(int status, int standing) {
        return Problem.of(status, "definition-overtaken", "Somebody else changed this consultation in the meantime")
                .detail("Revision %d stands, and it is not the one that you looked at.".formatted(standing))
                .kept("The other change stays as it is; nothing of yours was kept.")
                .next("Read the consultation and its revisions again, put your change into what stands and send that.");
    }

    private static Problem invalid(Invalid invalid) {
        var errors = invalid.violations().stream()
                .map(violation -> new Problem.FieldError(
                        violation.pointer(),
                        violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1),
                        violation.message()))
                .toList();
        return wrong().errors(errors);
    }

    static Problem wrong() {
        return Problem.of(422, "definition-invalid", "The definition has faults")
                .kept("Nothing was changed.")
                .next("Correct every place that is listed; the schema is at /schema/consultation.schema.json.");
    }
}

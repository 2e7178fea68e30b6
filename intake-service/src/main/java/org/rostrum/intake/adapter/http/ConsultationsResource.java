package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DefineConsultation;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.Problem;

/** Consultations by API: list, read, define. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consultations")
@RunOnVirtualThread
public class ConsultationsResource {
    private static final int LARGEST_DEFINITION = 2 * 1024 * 1024;

    private final Consultations consultations;
    private final DefineConsultation define;
    private final ConsultationJson json;

    ConsultationsResource(Consultations consultations, DefineConsultation define, ConsultationJson json) {
        this.consultations = consultations;
        this.define = define;
        this.json = json;
    }

    @GET
    @Path("api/v1/consultations")
    @Operation(summary = "List every consultation with the phase of each round")
    public Response list(@Context Request request) {
        var summaries = consultations.all().stream().map(json::summary).toList();
        return tagged(request, Json.write(Map.of("consultations", summaries)));
    }

    @GET
    @Path("api/v1/consultations/{consultation}")
    @Operation(summary = "Read a consultation: its definition, the phase of each round, and what a submission may hold")
    public Response read(@PathParam("consultation") String consultation, @Context Request request) {
        return tagged(request, Json.write(json.whole(find(consultation))));
    }

    private DefinedConsultation find(String consultation) {
        return consultations
                .find(SubmissionsResource.consultationId(consultation))
                .orElseThrow(() -> Words.unknownConsultation().asException());
    }

    private static Response tagged(Request request, byte[] body) {
        var tag = new EntityTag(Fingerprint.of(body).substring(0, 32));
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(body) : unchanged;
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    @PUT
    @Path("api/v1/consultations/{consultation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(
            summary = "Define a consultation",
            description =
                    "Follows /schema/consultation.schema.json. 201 for a new one, 200 for a change, and 200 without a"
                            + " new revision if nothing changed.")
    public Response defineByJson(
            @PathParam("consultation") String consultation, @Context SecurityIdentity identity, InputStream body)
            throws IOException {
        return define(consultation, identity, strictly(body, false));
    }

    @PUT
    @Path("api/v1/consultations/{consultation}")
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
    @RolesAllowed("manager")
    @Operation(summary = "Define a consultation in YAML")
    public Response defineByYaml(
            @PathParam("consultation") String consultation, @Context SecurityIdentity identity, InputStream body)
            throws IOException {
        return define(consultation, identity, strictly(body, true));
    }

    private Response define(String consultation, SecurityIdentity identity, JsonNode document) {
        if (!ConsultationId.isValid(consultation)) {
            throw wrong().error("/id", "id", "a consultation's id has 3 to 64 of a-z, 0-9 and hyphens")
                    .asException();
        }
        try {
            return answer(define.define(new ConsultationId(consultation), document, subject(identity)));
        } catch (TryAgainLater e) {
            throw Problem.of(503, "try-again", "The definition could not be confirmed just now")
                    .next("Send the same again: that is safe.")
                    .asException()
                    .retryAfter(Duration.ofSeconds(5));
        }
    }

    private static String subject(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : "unknown";
    }

    private static Response answer(DefineConsultation.Outcome outcome) {
        return switch (outcome) {
            case DefineConsultation.Defined defined -> defined(defined);
            case DefineConsultation.Invalid invalid -> throw invalid(invalid).asException();
            case DefineConsultation.Overtaken overtaken ->
                throw Problem.of(
                                409, "definition-overtaken", "Somebody else defined this consultation at the same time")
                        .detail("Revision %d stands, and it is not yours.".formatted(overtaken.revision()))
                        .kept("The other definition stays as it is.")
                        .next("Read the consultation again, put your change into it and send that.")
                        .asException();
            case DefineConsultation.Forbidden forbidden ->
                throw Problem.of(409, "definition-forbidden", "This change would break what stands")
                        .detail(forbidden.reason())
                        .kept("The definition stays as it was.")
                        .asException();
        };
    }

    private static Response defined(DefineConsultation.Defined defined) {
        boolean isNew = defined.changed() && defined.revision() == 1;
        return Response.status(isNew ? 201 : 200)
                .header(HttpHeaders.LOCATION, "/api/v1/consultations/" + defined.consultation())
                .entity(Json.write(Map.of(
                        "consultation", defined.consultation(),
                        "revision", defined.revision(),
                        "changed", defined.changed())))
                .build();
    }

    private static Problem invalid(DefineConsultation.Invalid invalid) {
        var errors = invalid.violations().stream()
                .map(violation -> new Problem.FieldError(
                        violation.pointer(),
                        violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1),
                        violation.message()))
                .toList();
        return wrong().errors(errors);
    }

    private static Problem wrong() {
        return Problem.of(422, "definition-invalid", "The definition has faults")
                .kept("Nothing was changed.")
                .next("Correct every place that is listed; the schema is at /schema/consultation.schema.json.");
    }

    private static JsonNode strictly(InputStream body, boolean yaml) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_DEFINITION + 1);
        if (bytes.length > LARGEST_DEFINITION) {
            throw Problem.of(413, "too-large", "The definition is too large")
                    .detail("At most %s are taken.".formatted(Words.size(LARGEST_DEFINITION)))
                    .asException();
        }
        try {
            var mapper = yaml ? Json.yamlMapper() : Json.strictMapper();
            return mapper.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw notReadable(e, yaml ? "YAML" : "JSON").asException();
        }
    }

    private static Problem notReadable(JsonProcessingException e, String format) {
        var problem = Problem.of(400, "not-readable", "This is not " + format).kept("Nothing was changed.");
        var at = e.getLocation();
        return at == null
                ? problem
                : problem.detail("It breaks at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
    }
}

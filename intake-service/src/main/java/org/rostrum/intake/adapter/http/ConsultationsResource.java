package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.usecase.ChangeConsultation;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DefineConsultation;
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
                .find(Addressed.consultation(consultation))
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
                            + " new revision if nothing changed. If-Match takes the revision that you looked at, such as"
                            + " \"7\"; 412 if another one stands. 409 with the reason if the change would break what"
                            + " people already rely on.")
    public Response defineByJson(
            @PathParam("consultation") String consultation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityIdentity identity,
            InputStream body)
            throws IOException {
        return define(consultation, ifMatch, identity, strictly(body, false));
    }

    @PUT
    @Path("api/v1/consultations/{consultation}")
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
    @RolesAllowed("manager")
    @Operation(summary = "Define a consultation in YAML")
    public Response defineByYaml(
            @PathParam("consultation") String consultation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityIdentity identity,
            InputStream body)
            throws IOException {
        return define(consultation, ifMatch, identity, strictly(body, true));
    }

    private Response define(
            String consultation, @Nullable String ifMatch, SecurityIdentity identity, JsonNode document) {
        if (!ConsultationId.isValid(consultation)) {
            throw DefinitionAnswers.wrong()
                    .error("/id", "id", "a consultation's id has 3 to 64 of a-z, 0-9 and hyphens")
                    .asException();
        }
        var id = new ConsultationId(consultation);
        var request = new ChangeConsultation.Request(id, Authors.of(identity), ExpectedRevision.parse(ifMatch));
        return DefinitionAnswers.response(DefinitionAnswers.definedOrProblem(() -> define.define(request, document)));
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

package org.rostrum.intake.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.SubmissionErasure;

/** Erasing a submission for good, by program, and what was erased. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
@RolesAllowed("manager")
@RunOnVirtualThread
public class ErasuresResource {
    private final Erasing erasing;

    ErasuresResource(Erasing erasing) {
        this.erasing = erasing;
    }

    @POST
    @Path("api/v1/submissions/{reference}/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Erase a submission for good", description = """
        `{"ground":"respondent-asked","fileNumber":"DSR-2026/14"}`; grounds are respondent-asked, not-their-own,
        unlawful-content, legal-obligation and no-longer-needed. It cannot be undone. What stays is that note. Again: the
        same note, whatever is asked for.\
        """)
    @APIResponse(responseCode = "201", description = "Erased: intake keeps nothing of it, and the others are told.")
    @APIResponse(responseCode = "202", description = "Erased; what is left is removed as soon as every part answers.")
    @APIResponse(responseCode = "200", description = "It was erased before.")
    public Response erase(@PathParam("reference") String reference, @Context SecurityIdentity identity, byte[] body) {
        var wanted = ErasureRequest.parse(body);
        var erased = erasing.erase(reference, wanted.ground(), wanted.fileNumber(), Authors.of(identity));
        int status = !erased.isComplete() ? 202 : erased.repeated() ? 200 : 201;
        return answer(status, json(erased.erasure(), erased.isComplete()));
    }

    @GET
    @Path("api/v1/erasures")
    @Operation(summary = "What was erased, when, on whose word and why; the latest first")
    public Response list() {
        var all = erasing.all().stream()
                .map(listed -> json(listed.erasure(), listed.isComplete()))
                .toList();
        return answer(200, Map.of("erasures", all));
    }

    private static Map<String, Object> json(SubmissionErasure erasure, boolean isComplete) {
        var json = new LinkedHashMap<String, Object>();
        json.put("reference", erasure.reference());
        json.put("consultation", erasure.consultation());
        json.put("round", erasure.round());
        json.put("version", erasure.version());
        json.put("ground", erasure.ground());
        if (erasure.fileNumber() != null) {
            json.put("fileNumber", erasure.fileNumber());
        }
        json.put("by", erasure.by());
        json.put("erasedAt", erasure.erasedAt());
        json.put("complete", isComplete);
        return json;
    }

    private static Response answer(int status, Object json) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(json))
                .build();
    }
}

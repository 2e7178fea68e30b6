package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.adapter.http.ManageTemplates.Fault;
import org.rostrum.intake.adapter.http.ManageTemplates.Said;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.ChangeConsultation.Invalid;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DefineConsultation;

/** A whole definition as YAML: pasted, or the standing one changed by hand; faults are named with their line. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@RunOnVirtualThread
public class ManageYamlResource {
    private final Consultations consultations;
    private final DefineConsultation define;
    private final ManagePages pages;

    ManageYamlResource(Consultations consultations, DefineConsultation define, ManagePages pages) {
        this.consultations = consultations;
        this.define = define;
        this.pages = pages;
    }

    @GET
    @Path("manage/yaml")
    @Operation(hidden = true)
    public Response show(@QueryParam("consultation") @Nullable String id, @Context SecurityIdentity identity) {
        var standing = id == null ? null : pages.find(id);
        var text =
                standing == null ? "" : DefinitionTree.of(standing.definition()).yaml();
        return page(200, standing, text, standing == null ? 0 : standing.revision(), List.of(), identity, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("manage/yaml")
    @Operation(hidden = true)
    public Response save(
            @QueryParam("consultation") @Nullable String wanted,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var fields = Fields.posted(form);
        var text = fields.value("yaml");
        JsonNode document;
        try {
            document = Json.yamlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var fault = new Fault(at == null ? 1 : at.getLineNr(), "", e.getOriginalMessage());
            return faulty(wanted, text, fields, List.of(fault), identity);
        }
        var id = document.path("id").asText(wanted == null ? "" : wanted);
        if (!ConsultationId.isValid(id)) {
            var fault = new Fault(
                    new YamlLines(text).line("/id"),
                    "/id",
                    "must be 3 to 64 of a-z, 0-9 and hyphens, such as broadband-2026");
            return faulty(wanted, text, fields, List.of(fault), identity);
        }
        var place = wanted == null ? id : wanted;
        return pages.answer(
                () -> define.define(pages.request(place, identity, fields), document),
                place,
                "/manage/" + place,
                refused -> page(
                        ManagePages.status(refused.outcome()),
                        consultations.find(new ConsultationId(place)).orElse(null),
                        text,
                        refused.revision(),
                        refused.outcome() instanceof Invalid invalid ? faults(text, invalid) : List.of(),
                        identity,
                        refused.said()));
    }

    private static List<Fault> faults(String text, Invalid invalid) {
        var lines = new YamlLines(text);
        return invalid.violations().stream()
                .map(fault -> new Fault(lines.line(fault.pointer()), fault.pointer(), fault.message()))
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    private Response faulty(
            @Nullable String wanted, String text, Fields fields, List<Fault> faults, SecurityIdentity identity) {
        var standing = wanted == null ? null : pages.find(wanted);
        var revision = fields.value("revision");
        var said = new Said(
                "error", "Not saved: this cannot be read", "What you typed is still here; correct what is listed.");
        return page(
                422,
                standing,
                text,
                revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : 0,
                faults,
                identity,
                said);
    }

    private Response page(
            int status,
            @Nullable DefinedConsultation standing,
            String text,
            int revision,
            List<Fault> faults,
            SecurityIdentity identity,
            @Nullable Said said) {
        return ManagePages.page(
                status,
                new ManageTemplates.yaml(
                        pages.frame(identity, said),
                        standing == null ? null : pages.shown(standing),
                        text,
                        revision,
                        faults));
    }
}

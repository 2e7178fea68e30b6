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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.adapter.http.ManageTemplates.Said;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.CloseRound;
import org.rostrum.intake.usecase.ExtendRound;
import org.rostrum.intake.usecase.OpenRound;

/** Opening, extending and closing a round: each asks once more and says what will become of it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@RunOnVirtualThread
public class ManageVerbsResource {
    private static final String OPENING = "opening";
    private static final String CLOSING = "closing";
    private static final String EXTENSION = "extension";

    private final OpenRound open;
    private final ExtendRound extend;
    private final CloseRound close;
    private final ManagePages pages;

    ManageVerbsResource(OpenRound open, ExtendRound extend, CloseRound close, ManagePages pages) {
        this.open = open;
        this.extend = extend;
        this.close = close;
        this.pages = pages;
    }

    @GET
    @Path("manage/{consultation}/rounds/{round}/{verb:opening|closing|extension}")
    @Operation(hidden = true)
    public Response ask(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @PathParam("verb") String verb,
            @Context SecurityIdentity identity) {
        var fields = Fields.of(DefinitionTree.empty().root())
                .with("revision", String.valueOf(pages.find(id).revision()));
        return page(200, id, round, verb, fields, identity, null);
    }

    @POST
    @Path("manage/{consultation}/rounds/{round}/{verb:opening|closing|extension}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @PathParam("verb") String verb,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var fields = Fields.posted(form);
        pages.round(pages.find(id), round);
        var request = pages.request(id, identity, fields);
        var roundId = new RoundId(round);
        return switch (verb) {
            case OPENING -> answer(() -> open.open(request, roundId), id, round, verb, fields, identity);
            case CLOSING -> answer(() -> close.close(request, roundId), id, round, verb, fields, identity);
            default -> extend(id, round, fields, identity);
        };
    }

    private Response extend(String id, String round, Fields fields, SecurityIdentity identity) {
        var closes = ExtensionRequest.closes(fields.value("closes"));
        var texts = Json.mapper().createObjectNode();
        fields.text(texts, "reason");
        if (closes.isEmpty()) {
            fields.wrong("closes", "must be a date such as 2026-09-14 or a date and time such as 2026-09-14T18:00");
        }
        if (texts.isEmpty()) {
            fields.wrong("reason", "everyone reads the reason; write it in at least one language");
        }
        if (closes.isEmpty() || texts.isEmpty()) {
            var said = new Said("error", "Not extended: some places are wrong", "What you typed is still here.");
            return page(422, id, round, EXTENSION, fields, identity, said);
        }
        var request = pages.request(id, identity, fields);
        var reason = Json.mapper().convertValue(texts.path("reason"), LocalizedText.class);
        return answer(
                () -> extend.extend(request, new RoundId(round), closes.get(), reason),
                id,
                round,
                EXTENSION,
                fields,
                identity);
    }

    private Response answer(
            Supplier<Outcome> change, String id, String round, String verb, Fields fields, SecurityIdentity identity) {
        return pages.answer(
                change,
                id,
                "/manage/" + id,
                refused -> page(
                        ManagePages.status(refused.outcome()),
                        id,
                        round,
                        verb,
                        fields.with("revision", String.valueOf(refused.revision())),
                        identity,
                        refused.said()));
    }

    private Response page(
            int status,
            String id,
            String round,
            String verb,
            Fields fields,
            SecurityIdentity identity,
            @Nullable Said said) {
        var consultation = pages.find(id);
        return ManagePages.page(
                status,
                new ManageTemplates.verb(
                        pages.frame(identity, said),
                        pages.shown(consultation),
                        pages.round(consultation, pages.round(consultation, round)),
                        verb,
                        fields));
    }
}

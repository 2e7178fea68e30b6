package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.intake.adapter.http.ManagePages.Refused;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.DefineConsultation;

/** Managers' pages about the settings of a round: a new one, another's, and its removal before it has opened. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@RunOnVirtualThread
public class ManageRoundResource {
    private static final List<String> KINDS =
            List.of(SubmissionKind.values()).stream().map(KebabCase::of).toList();

    private final DefineConsultation define;
    private final ManagePages pages;

    ManageRoundResource(DefineConsultation define, ManagePages pages) {
        this.define = define;
        this.pages = pages;
    }

    @GET
    @Path("manage/{consultation}/rounds/new")
    @Operation(hidden = true)
    public Response begin(@PathParam("consultation") String id, @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        var fields = Fields.of(DefinitionTree.empty().root())
                .with("accepts.response", "on")
                .with("revision", String.valueOf(consultation.revision()));
        return page(200, identity, consultation, fields, "", null);
    }

    @POST
    @Path("manage/{consultation}/rounds/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(
            @PathParam("consultation") String id,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        var tree = DefinitionTree.of(consultation.definition());
        return save(identity, consultation, tree, tree.addRound(), Fields.posted(form), "");
    }

    @GET
    @Path("manage/{consultation}/rounds/{round}/edit")
    @Operation(hidden = true)
    public Response edit(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        pages.round(consultation, round);
        var fields = Fields.of(DefinitionTree.of(consultation.definition())
                        .round(round)
                        .orElseThrow())
                .with("revision", String.valueOf(consultation.revision()));
        return page(200, identity, consultation, fields, round, null);
    }

    @POST
    @Path("manage/{consultation}/rounds/{round}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        pages.round(consultation, round);
        var fields = Fields.posted(form);
        var tree = DefinitionTree.of(consultation.definition());
        if (fields.has("remove")) {
            tree.removeRound(round);
            return pages.answer(
                    () -> define.define(pages.request(id, identity, fields), tree.root()),
                    id,
                    "/manage/" + id,
                    refused -> page(
                            409, identity, pages.find(id), ManageResource.marked(fields, refused, ""), round, refused));
        }
        return save(identity, consultation, tree, tree.round(round).orElseThrow(), fields, round);
    }

    private Response save(
            SecurityIdentity identity,
            DefinedConsultation consultation,
            DefinitionTree tree,
            ObjectNode into,
            Fields fields,
            String round) {
        var id = consultation.definition().id().value();
        settings(fields, into);
        fields.text(into, "title");
        fields.text(into, "followedBy");
        fields.line(into, "instrumentOf");
        fields.number(into, "challengeAbove");
        int index = round.isEmpty()
                ? tree.rounds().size() - 1
                : tree.roundIndex(into.path("id").asText());
        return pages.answer(
                () -> define.define(pages.request(id, identity, fields), tree.root()),
                id,
                "/manage/" + id,
                refused -> page(
                        ManagePages.status(refused.outcome()),
                        identity,
                        pages.find(id),
                        ManageResource.marked(fields, refused, "/rounds/" + index),
                        round,
                        refused));
    }

    /** What the guided form of a new consultation asks of its first round, and every round's own page. */
    static void settings(Fields fields, ObjectNode round) {
        fields.line(round, "id");
        fields.line(round, "audience");
        fields.ticked(round, "accepts", KINDS);
        fields.line(round, "opens");
        fields.line(round, "closes");
        fields.line(round, "grace");
        fields.line(round, "late");
    }

    private Response page(
            int status,
            SecurityIdentity identity,
            DefinedConsultation consultation,
            Fields fields,
            String round,
            @Nullable Refused refused) {
        var definition = consultation.definition();
        boolean opened = definition.rounds().stream()
                .filter(found -> found.id().value().equals(round))
                .anyMatch(found -> found.phaseAt(pages.now(), definition.zone()) != RoundPhase.ANNOUNCED);
        var others = definition.rounds().stream()
                .filter(found -> found.instrumentOf() == null)
                .map(found -> found.id().value())
                .filter(other -> !other.equals(round))
                .toList();
        return ManagePages.page(
                status,
                new ManageTemplates.round(
                        pages.frame(identity, refused == null ? null : refused.said()),
                        pages.shown(consultation),
                        fields,
                        round,
                        round.isEmpty(),
                        opened,
                        others));
    }
}

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.intake.adapter.http.DefinitionTree.Place;
import org.rostrum.intake.adapter.http.ManageTemplates.ItemLine;
import org.rostrum.intake.adapter.http.ManageTemplates.Said;
import org.rostrum.intake.usecase.DefineConsultation;
import org.rostrum.platform.problem.Problem;

/** The editor of a round's instrument: its items in order, each added, changed, moved and removed by itself, without script. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@RunOnVirtualThread
public class ManageItemsResource {
    private static final List<String> KINDS =
            List.of(SubmissionKind.values()).stream().map(KebabCase::of).toList();

    private final DefineConsultation define;
    private final ManagePages pages;

    ManageItemsResource(DefineConsultation define, ManagePages pages) {
        this.define = define;
        this.pages = pages;
    }

    @GET
    @Path("manage/{consultation}/rounds/{round}/items")
    @Operation(hidden = true)
    public Response list(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @QueryParam("done") @Nullable String done,
            @QueryParam("same") @Nullable String same,
            @Context SecurityIdentity identity) {
        return list(200, id, round, identity, ManagePages.after(done, same));
    }

    private Response list(int status, String id, String round, SecurityIdentity identity, @Nullable Said said) {
        var consultation = pages.find(id);
        var found = pages.round(consultation, round);
        var lines = new ArrayList<ItemLine>();
        lines(found.instrument(), 0, lines);
        return ManagePages.page(
                status,
                new ManageTemplates.instrument(
                        pages.frame(identity, said),
                        pages.shown(consultation),
                        pages.round(consultation, found),
                        lines,
                        found.phaseAt(pages.now(), consultation.definition().zone()) != RoundPhase.ANNOUNCED));
    }

    private static void lines(List<Item> items, int depth, List<ItemLine> into) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            into.add(new ItemLine(
                    item.number().value(),
                    KebabCase.of(item.kind()),
                    item.text().in("en"),
                    depth,
                    i == 0,
                    i == items.size() - 1));
            lines(item.areas(), depth + 1, into);
        }
    }

    /** Moves or removes one item. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("manage/{consultation}/rounds/{round}/items")
    @Operation(hidden = true)
    public Response arrange(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var fields = Fields.posted(form);
        var tree = DefinitionTree.of(pages.find(id).definition());
        tree.item(round, fields.value("item")).ifPresent(place -> arrange(place, fields.value("action")));
        return pages.answer(
                () -> define.define(pages.request(id, identity, fields), tree.root()),
                id,
                address(id, round),
                refused -> list(ManagePages.status(refused.outcome()), id, round, identity, refused.said()));
    }

    private static void arrange(Place place, String action) {
        switch (action) {
            case "up" -> place.moveBy(-1);
            case "down" -> place.moveBy(1);
            case "remove" -> place.list().remove(place.index());
            default -> {}
        }
    }

    @GET
    @Path("manage/{consultation}/rounds/{round}/items/new")
    @Operation(hidden = true)
    public Response begin(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @QueryParam("under") @Nullable String under,
            @Context SecurityIdentity identity) {
        var parent = under == null ? "" : under;
        var fields = Fields.of(DefinitionTree.empty().root())
                .with("revision", String.valueOf(pages.find(id).revision()))
                .with("number", parent.isEmpty() ? "" : parent + ".")
                .with("kind", parent.isEmpty() ? "question" : "area");
        return item(200, id, round, "", parent, fields, identity, null);
    }

    @POST
    @Path("manage/{consultation}/rounds/{round}/items/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var fields = Fields.posted(form);
        var tree = DefinitionTree.of(pages.find(id).definition());
        var place = tree.addItem(round, fields.value("under"))
                .orElseThrow(() -> ManageItemsResource.gone().asException());
        return save(id, round, "", fields, tree, place, identity);
    }

    @GET
    @Path("manage/{consultation}/rounds/{round}/items/{number}")
    @Operation(hidden = true)
    public Response edit(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @PathParam("number") String number,
            @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        var place = DefinitionTree.of(consultation.definition())
                .item(round, number)
                .orElseThrow(() -> ManageItemsResource.gone().asException());
        var fields = Fields.of(place.node()).with("revision", String.valueOf(consultation.revision()));
        return item(200, id, round, number, "", fields, identity, null);
    }

    @POST
    @Path("manage/{consultation}/rounds/{round}/items/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("consultation") String id,
            @PathParam("round") String round,
            @PathParam("number") String number,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var tree = DefinitionTree.of(pages.find(id).definition());
        var place = tree.item(round, number)
                .orElseThrow(() -> ManageItemsResource.gone().asException());
        return save(id, round, number, Fields.posted(form), tree, place, identity);
    }

    private Response save(
            String id,
            String round,
            String number,
            Fields fields,
            DefinitionTree tree,
            Place place,
            SecurityIdentity identity) {
        var into = place.node();
        fields.line(into, "number");
        fields.line(into, "kind");
        fields.text(into, "text");
        fields.text(into, "shortTitle");
        fields.ticked(into, "accepts", KINDS);
        return pages.answer(
                () -> define.define(pages.request(id, identity, fields), tree.root()),
                id,
                address(id, round),
                refused -> item(
                        ManagePages.status(refused.outcome()),
                        id,
                        round,
                        number,
                        fields.value("under"),
                        ManageResource.marked(fields, refused, place.pointer()),
                        identity,
                        refused.said()));
    }

    private Response item(
            int status,
            String id,
            String round,
            String number,
            String parent,
            Fields fields,
            SecurityIdentity identity,
            @Nullable Said said) {
        var consultation = pages.find(id);
        pages.round(consultation, round);
        return ManagePages.page(
                status,
                new ManageTemplates.item(
                        pages.frame(identity, said),
                        pages.shown(consultation),
                        round,
                        number,
                        parent,
                        fields,
                        number.isEmpty()));
    }

    private static String address(String id, String round) {
        return "/manage/" + id + "/rounds/" + round + "/items";
    }

    private static Problem gone() {
        return Problem.of(404, "unknown-item", "The round has no item with this number")
                .next("Go back to the instrument: somebody may have removed it meanwhile.");
    }
}

package org.rostrum.processing.adapter.http.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Reference;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.adapter.http.CurrentStaff;
import org.rostrum.processing.adapter.http.Refusals;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.ChooseKeyPassage;
import org.rostrum.processing.usecase.ChooseKeyPassage.Outcome;
import org.rostrum.processing.usecase.ChooseKeyPassage.Wish;
import org.rostrum.processing.usecase.ItemAddress;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.ListKeyPassages.Shown;

/** What stands for all that was said under an item, and what people decide about that. */
@Path("/api/v1/consultations/{consultation}/rounds/{round}/items/{item}/key-passages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"staff", "manager"})
@Tag(name = "Key passages", description = "What stands for all that was said under an item; for staff.")
public class KeyPassagesResource {
    private final CurrentStaff staff;
    private final ListKeyPassages listing;
    private final ChooseKeyPassage choosing;

    KeyPassagesResource(CurrentStaff staff, ListKeyPassages listing, ChooseKeyPassage choosing) {
        this.staff = staff;
        this.listing = listing;
        this.choosing = choosing;
    }

    @GET
    @Operation(
            summary = "The key passages and terms of an item, and how they represent everybody",
            description = "Computed when asked. Nothing of it goes public by itself.")
    public Response list(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("item") String item) {
        return Response.ok(KeyPassagesJson.of(view(listing, consultation, round, item)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("/{reference}/{passage}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pin a passage to the key passages, or drop it from them",
            description = "No machine decides otherwise afterwards; a person may.")
    public Response choose(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("item") String item,
            @PathParam("reference") String reference,
            @PathParam("passage") String passage,
            @Nullable KeyPassageWishJson wish) {
        if (wish == null || wish.pinned() == null) {
            throw Problem.of(422, "wrong-fields", "Some fields are wrong")
                    .error("/pinned", "pinned", "Say true to pin the passage, false to drop it.")
                    .kept("Nothing was changed.")
                    .next("Send the field pinned.")
                    .asException();
        }
        return decided(consultation, round, item, reference, passage, wish.pinned() ? Wish.PIN : Wish.DROP);
    }

    @DELETE
    @Path("/{reference}/{passage}")
    @Operation(summary = "Leave it to the machine again whether it is a key passage")
    public Response leave(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("item") String item,
            @PathParam("reference") String reference,
            @PathParam("passage") String passage) {
        return decided(consultation, round, item, reference, passage, Wish.LEAVE);
    }

    private Response decided(
            String consultation, String round, String item, String reference, String passage, Wish wish) {
        var id = PassageId.parse(passage)
                .orElseThrow(() -> Problem.of(404, "no-such-passage", "There is no such passage")
                        .kept("Nothing was changed.")
                        .next("Use the id of a passage, such as 1-12.")
                        .asException());
        var file = Reference.parse(reference)
                .orElseThrow(() -> Refusals.noSuchCase().asException());
        var at = at(consultation, round, item);
        return answer(choosing.choose(at.round(), at.item(), file, id, wish, staff.member()));
    }

    @DELETE
    @Path("/{reference}/words/{hash}")
    @Operation(
            summary = "Take back what was decided about words that are not shown any more",
            description = "Reference and hash are those of outdatedChoices.")
    public Response takeBack(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @PathParam("item") String item,
            @PathParam("reference") String reference,
            @PathParam("hash") String hash) {
        var file = Reference.parse(reference)
                .orElseThrow(() -> Refusals.noSuchCase().asException());
        var at = at(consultation, round, item);
        return answer(choosing.takeBack(at.round(), at.item(), file, hash, staff.member()));
    }

    private static Response answer(Outcome outcome) {
        var refused = KeyPassageRefusals.problem(outcome);
        if (refused.isPresent()) {
            throw refused.get().asException();
        }
        return Response.noContent().build();
    }

    static KeyPassagesView view(ListKeyPassages listing, String consultation, String round, String item) {
        var at = at(consultation, round, item);
        return switch (listing.of(at.round(), at.item())) {
            case Shown.Computed(var view) -> view;
            case Shown.NoSuchItem _ -> throw KeyPassageRefusals.noSuchItem().asException();
            case Shown.Busy(var pause) ->
                throw KeyPassageRefusals.busy(pause).asException().retryAfter(pause);
        };
    }

    private static ItemAddress at(String consultation, String round, String item) {
        return ItemAddress.parse(consultation, round, item)
                .orElseThrow(() -> KeyPassageRefusals.noSuchItem().asException());
    }
}

package org.rostrum.processing.adapter.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.ProcessingConfig;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.ChooseKeyPassage;
import org.rostrum.processing.usecase.ChooseKeyPassage.Wish;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.RoundTexts;

/** The items of a round, and of one what stands for all that was said under it. */
@Path("/key-passages")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class KeyPassagePages {
    private final ListKeyPassages listing;
    private final ChooseKeyPassage choosing;
    private final CurrentUser user;
    private final String publicSite;

    KeyPassagePages(ListKeyPassages listing, ChooseKeyPassage choosing, CurrentUser user, ProcessingConfig config) {
        this.listing = listing;
        this.choosing = choosing;
        this.user = user;
        this.publicSite = config.publishingUrl().toString();
    }

    @GET
    @Operation(hidden = true)
    public Response list(@RestQuery @DefaultValue("") String round) {
        var overview = KeyPassageList.parse(round).flatMap(listing::overview);
        var list = KeyPassageList.of(listing.consultations(), overview);
        return Pages.of(200, Templates.keyitems(list, user.member().name())).build();
    }

    @GET
    @Path("/{consultation}/{round}/{item}")
    @Operation(hidden = true)
    public Response show(
            @RestPath String consultation,
            @RestPath String round,
            @RestPath String item,
            @RestCookie(Flash.COOKIE) @Nullable String done) {
        var view = view(consultation, round, item);
        var flash = Flash.read(done);
        var page = page(200, view, flash, null);
        flash.ifPresent(_ -> page.cookie(Flash.spent(address(view))));
        return page.build();
    }

    @POST
    @Path("/{consultation}/{round}/{item}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(
            @RestPath String consultation,
            @RestPath String round,
            @RestPath String item,
            @RestForm @DefaultValue("") String reference,
            @RestForm @DefaultValue("") String passage,
            @RestForm @DefaultValue("") String wish) {
        var of = of(consultation, round);
        var number = number(item);
        var wanted = wish(wish);
        var file = Reference.parse(reference);
        var id = PassageId.parse(passage);
        if (wanted.isEmpty() || file.isEmpty() || id.isEmpty()) {
            throw Problem.of(422, "wrong-fields", "Some fields are wrong")
                    .kept("Nothing was changed.")
                    .next("Go back to the page, reload it, and use its buttons.")
                    .asException();
        }
        var outcome = choosing.choose(of, number, file.get(), id.get(), wanted.get(), user.member());
        return KeyPassageWords.of(outcome)
                .map(refused -> page(
                                refused.status(), view(consultation, round, item), Optional.empty(), refused.words())
                        .build())
                .orElseGet(
                        () -> Pages.seeOther(KeyPassageList.address(of, number.value()), Flash.of(done(wanted.get()))));
    }

    private Response.ResponseBuilder page(
            int status, KeyPassagesView view, Optional<Flash> flash, @Nullable String refusal) {
        var sheet = KeyPassageSheets.of(view, flash, refusal, publicSite);
        return Pages.of(status, Templates.keypassages(sheet, user.member().name()));
    }

    private KeyPassagesView view(String consultation, String round, String item) {
        return listing.of(of(consultation, round), number(item)).orElseThrow(KeyPassagePages::noSuchItem);
    }

    private static String address(KeyPassagesView view) {
        return KeyPassageList.address(view.of(), view.item().number().value());
    }

    private static Optional<Wish> wish(String word) {
        return switch (word) {
            case "pin" -> Optional.of(Wish.PIN);
            case "drop" -> Optional.of(Wish.DROP);
            case "leave" -> Optional.of(Wish.LEAVE);
            default -> Optional.empty();
        };
    }

    private static Flash.Done done(Wish wish) {
        return switch (wish) {
            case PIN -> Flash.Done.PINNED;
            case DROP -> Flash.Done.DROPPED;
            case LEAVE -> Flash.Done.LEFT;
        };
    }

    private static RoundTexts.Of of(String consultation, String round) {
        if (!ConsultationId.isValid(consultation) || !RoundId.isValid(round)) {
            throw noSuchItem();
        }
        return new RoundTexts.Of(new ConsultationId(consultation), new RoundId(round));
    }

    private static ItemNumber number(String item) {
        if (!ItemNumber.isValid(item)) {
            throw noSuchItem();
        }
        return new ItemNumber(item);
    }

    private static RuntimeException noSuchItem() {
        return Problem.of(404, "no-such-item", "There is no such item in this round")
                .next("Choose a round and one of its items from the list of key passages.")
                .asException();
    }
}

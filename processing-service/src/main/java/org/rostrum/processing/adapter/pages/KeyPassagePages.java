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
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Reference;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;
import org.rostrum.processing.ProcessingConfig;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.ChooseKeyPassage;
import org.rostrum.processing.usecase.ChooseKeyPassage.Wish;
import org.rostrum.processing.usecase.ItemAddress;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.ListKeyPassages.Shown;

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
            @RestForm @DefaultValue("") String words,
            @RestForm @DefaultValue("") String wish) {
        var at = at(consultation, round, item);
        var wanted = wish(wish);
        var file = Reference.parse(reference);
        var id = PassageId.parse(passage);
        boolean isOutdated = wanted.filter(Wish.LEAVE::equals).isPresent() && !words.isEmpty();
        if (wanted.isEmpty() || file.isEmpty() || (id.isEmpty() && !isOutdated)) {
            throw Problem.of(422, "wrong-fields", "Some fields are wrong")
                    .kept("Nothing was changed.")
                    .next("Go back to the page, reload it, and use its buttons.")
                    .asException();
        }
        var outcome = isOutdated
                ? choosing.takeBack(at.round(), at.item(), file.get(), words, user.member())
                : choosing.choose(at.round(), at.item(), file.get(), id.orElseThrow(), wanted.get(), user.member());
        return KeyPassageWords.of(outcome)
                .map(refused -> page(
                                refused.status(), view(consultation, round, item), Optional.empty(), refused.words())
                        .build())
                .orElseGet(() -> Pages.seeOther(
                        KeyPassageList.address(at.round(), at.item().value()), Flash.of(done(wanted.get()))));
    }

    private Response.ResponseBuilder page(
            int status, KeyPassagesView view, Optional<Flash> flash, @Nullable String refusal) {
        var sheet = KeyPassageSheets.of(view, flash, refusal, publicSite);
        return Pages.of(status, Templates.keypassages(sheet, user.member().name()));
    }

    private KeyPassagesView view(String consultation, String round, String item) {
        var at = at(consultation, round, item);
        return switch (listing.of(at.round(), at.item())) {
            case Shown.Computed(var view) -> view;
            case Shown.NoSuchItem _ -> throw noSuchItem();
            case Shown.Busy(var pause) -> throw busy(pause);
        };
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

    private static ItemAddress at(String consultation, String round, String item) {
        return ItemAddress.parse(consultation, round, item).orElseThrow(KeyPassagePages::noSuchItem);
    }

    private static ProblemException noSuchItem() {
        return Problem.of(404, "no-such-item", "There is no such item in this round")
                .next("Choose a round and one of its items from the list of key passages.")
                .asException();
    }

    private static ProblemException busy(Duration pause) {
        return Problem.of(503, "key-passages-busy", "The key passages of another item are being computed")
                .detail("That is done for one item at a time, and takes some seconds where a round has many passages.")
                .kept("Whatever was pinned or dropped is kept.")
                .next("Wait %d seconds, then reload this page.".formatted(pause.toSeconds()))
                .asException()
                .retryAfter(pause);
    }
}

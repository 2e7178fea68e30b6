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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.ChooseWhatToAsk;
import org.rostrum.processing.usecase.Decision;
import org.rostrum.processing.usecase.MovePassage;
import org.rostrum.processing.usecase.RoundTexts;

/** What to look at next in a round: each passage can be settled where it is shown, and another takes its place. */
@Path("/rounds/{consultation}/{round}/next")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class NextPage {
    private static final int CARDS = 10;

    private final ChooseWhatToAsk choosing;
    private final MovePassage move;
    private final CurrentUser user;

    NextPage(ChooseWhatToAsk choosing, MovePassage move, CurrentUser user) {
        this.choosing = choosing;
        this.move = move;
        this.user = user;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @RestPath String consultation, @RestPath String round, @RestCookie(Flash.COOKIE) @Nullable String done) {
        var of = known(consultation, round);
        var flash = Flash.read(done);
        var response = page(200, of, flash, null);
        flash.ifPresent(told -> response.cookie(Flash.spent(NextSheet.address(of))));
        return response.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response settle(
            @RestPath String consultation,
            @RestPath String round,
            @RestForm @DefaultValue("") String reference,
            @RestForm @DefaultValue("") String passage,
            @RestForm List<String> items) {
        var of = known(consultation, round);
        var file = Reference.parse(reference).orElseThrow(Sheets::noSuchCase);
        var id = PassageId.parse(passage).orElseThrow(Sheets::noSuchCase);
        var numbers =
                items.stream().filter(ItemNumber::isValid).map(ItemNumber::new).toList();
        if (numbers.size() < items.size()) {
            return page(422, of, Optional.empty(), "Choose from the items that are listed. Nothing was changed.")
                    .build();
        }
        return switch (move.settle(file, id, numbers, user.member())) {
            case Decision.Taken _ -> Pages.seeOther(NextSheet.address(of), Flash.of(Flash.Done.MOVED));
            case Decision.NoSuchCase _ -> throw Sheets.noSuchCase();
            case Decision.Outdated _ ->
                page(
                                409,
                                of,
                                Optional.empty(),
                                "Somebody else settled this passage meanwhile. Nothing was changed by you.")
                        .build();
            case Decision.Refused refused ->
                page(Refusals.status(refused), of, Optional.empty(), Refusals.words(refused))
                        .build();
        };
    }

    private Response.ResponseBuilder page(
            int status, RoundTexts.Of round, Optional<Flash> done, @Nullable String refusal) {
        var next = choosing.next(round, CARDS).orElseThrow(NextPage::noSuchRound);
        return Pages.of(
                status,
                Templates.next(NextSheet.of(next, done, refusal), user.member().name()));
    }

    static RoundTexts.Of known(String consultation, String round) {
        if (!ConsultationId.isValid(consultation) || !RoundId.isValid(round)) {
            throw noSuchRound();
        }
        return new RoundTexts.Of(new ConsultationId(consultation), new RoundId(round));
    }

    static RuntimeException noSuchRound() {
        return Problem.of(404, "no-such-round", "There is no such round")
                .next("See the list of rounds.")
                .asException();
    }
}

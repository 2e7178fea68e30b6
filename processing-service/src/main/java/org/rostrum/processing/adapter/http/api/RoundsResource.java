package org.rostrum.processing.adapter.http.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.usecase.ChooseWhatToAsk;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.processing.usecase.ViewRefilings;

/** What staff should know of a round as a whole. */
@Path("/api/v1/rounds/{consultation}/{round}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"staff", "manager"})
@Tag(name = "Rounds", description = "Rounds of consultations as a whole.")
public class RoundsResource {
    private final ChooseWhatToAsk choosing;
    private final ViewRefilings refilings;

    RoundsResource(ChooseWhatToAsk choosing, Transactions transactions) {
        this.choosing = choosing;
        this.refilings = new ViewRefilings(transactions);
    }

    @GET
    @Path("/next")
    @Operation(
            summary = "Which passages to look at next",
            description =
                    "Those that filing doubts and that stand for many others that it doubts, no two of one campaign. "
                            + "Settle one by a move; confirm it by moving it to where it is.")
    public NextJson next(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @Parameter(description = "1 to 50") @QueryParam("limit") @DefaultValue("10") int limit) {
        return known(consultation, round)
                .flatMap(of -> choosing.next(of, limit))
                .map(NextJson::of)
                .orElseThrow(RoundsResource::noSuchRound);
    }

    @GET
    @Path("/refilings")
    @Operation(
            summary = "What the machine filed elsewhere each time that it had learned more",
            description =
                    "The newest first, at most 20 with at most 500 passages each; what people settled is never touched.")
    public RefilingsJson refilings(@PathParam("consultation") String consultation, @PathParam("round") String round) {
        return known(consultation, round)
                .flatMap(refilings::view)
                .map(RefilingsJson::of)
                .orElseThrow(RoundsResource::noSuchRound);
    }

    private static Optional<RoundTexts.Of> known(String consultation, String round) {
        return ConsultationId.isValid(consultation) && RoundId.isValid(round)
                ? Optional.of(new RoundTexts.Of(new ConsultationId(consultation), new RoundId(round)))
                : Optional.empty();
    }

    private static RuntimeException noSuchRound() {
        return Problem.of(404, "no-such-round", "There is no such round")
                .next("Check the consultation and the round in the address.")
                .asException();
    }
}

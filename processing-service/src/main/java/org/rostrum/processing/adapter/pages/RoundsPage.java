package org.rostrum.processing.adapter.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.processing.usecase.ViewRefilings;

/** The rounds, and what staff can ask of each. */
@Path("/rounds")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class RoundsPage {
    private final Transactions transactions;
    private final ViewRefilings refilings;
    private final CurrentUser user;

    RoundsPage(Transactions transactions, CurrentUser user) {
        this.transactions = transactions;
        this.refilings = new ViewRefilings(transactions);
        this.user = user;
    }

    @GET
    @Operation(hidden = true)
    public Response list() {
        var rounds =
                RoundList.of(transactions.inOne(books -> books.definitions().all()));
        return Pages.of(200, Templates.rounds(rounds, user.member().name())).build();
    }

    @GET
    @Path("/{consultation}/{round}/refilings")
    @Operation(hidden = true)
    public Response refilings(@RestPath String consultation, @RestPath String round) {
        var view = refilings.view(NextPage.known(consultation, round)).orElseThrow(NextPage::noSuchRound);
        return Pages.of(
                        200,
                        Templates.refilings(
                                RefilingSheet.of(view), user.member().name()))
                .build();
    }
}

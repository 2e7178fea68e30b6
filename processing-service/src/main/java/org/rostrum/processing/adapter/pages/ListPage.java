package org.rostrum.processing.adapter.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.rostrum.processing.ProcessingConfig;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.processing.usecase.ViewDashboard;

/** The live list of cases. */
@Path("/")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class ListPage {
    private static final int ROWS = 50;

    private final ViewDashboard dashboard;
    private final CurrentUser user;
    private final String publicSite;

    ListPage(Transactions transactions, CurrentUser user, ProcessingConfig config) {
        this.dashboard = new ViewDashboard(transactions);
        this.user = user;
        this.publicSite = config.publishingUrl().toString();
    }

    @GET
    @Operation(hidden = true)
    public Response list(
            @RestQuery @DefaultValue("") String consultation,
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String flag,
            @RestQuery @DefaultValue("") String reference,
            @RestQuery @DefaultValue("") String campaign,
            @RestQuery @DefaultValue("") String cursor) {
        var query = Query.parse(consultation, state, flag, reference, campaign, cursor);
        var overview = Overview.of(query, dashboard.view(query.filter(), query.after(), ROWS), publicSite);
        return Pages.of(200, Templates.list(overview, user.member().name())).build();
    }
}

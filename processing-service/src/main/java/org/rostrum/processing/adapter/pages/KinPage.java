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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.usecase.SettleFamily;
import org.rostrum.processing.usecase.SettleFamily.Outcome;

/** Says whether a case and another one belong to one campaign. */
@Path("/cases/{reference}/family")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class KinPage {
    private final Sheets sheets;
    private final CurrentUser user;
    private final SettleFamily settling;

    KinPage(Sheets sheets, CurrentUser user, SettleFamily settling) {
        this.sheets = sheets;
        this.user = user;
        this.settling = settling;
    }

    /** The form's address opened as a page, as after a login that came in between. */
    @GET
    @Operation(hidden = true)
    public Response back(@RestPath String reference) {
        return Response.seeOther(URI.create(Sheets.address(parsed(reference)))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response settle(
            @RestPath String reference,
            @RestForm @DefaultValue("") String other,
            @RestForm @DefaultValue("") String same) {
        var file = parsed(reference);
        boolean together = same.equals("yes");
        return switch (settling.settle(file, parsed(other), together, user.member())) {
            case Outcome.Settled _ ->
                Pages.seeOther(Sheets.address(file), Flash.of(together ? Flash.Done.JOINED : Flash.Done.PARTED));
            case Outcome.NoSuchCase _ -> throw Sheets.noSuchCase();
            case Outcome.NotComparable _ ->
                refused(file, "These two cannot be compared: they are of different rounds, or one says nothing.");
            case Outcome.SameWords _ ->
                refused(file, "These two say the same but for names and capitals; nothing can part them.");
            case Outcome.Contradicts _ ->
                refused(
                        file,
                        "Somebody said that others of these two campaigns do not belong together. Open those first and"
                                + " decide anew.");
        };
    }

    private Response refused(Reference file, String why) {
        return sheets.refused(409, file, Typed.of(Typed.Form.CLEAR).refused(why));
    }

    private static Reference parsed(String typed) {
        return Reference.parse(typed).orElseThrow(Sheets::noSuchCase);
    }
}

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
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.usecase.ClearSubmission;
import org.rostrum.processing.usecase.Decision;
import org.rostrum.processing.usecase.DismissDispute;
import org.rostrum.processing.usecase.Expected;
import org.rostrum.processing.usecase.MovePassage;
import org.rostrum.processing.usecase.RecallClearance;
import org.rostrum.processing.usecase.ReleaseSubmission;
import org.rostrum.processing.usecase.WithholdSubmission;

/**
 * One case: what it says, where its passages are filed, what would go public, and the decisions. Every form says which
 * revision of the case it was made for; a refused one comes back with what was typed.
 */
@Path("/cases/{reference}")
@RolesAllowed({"staff", "manager"})
@Produces(MediaType.TEXT_HTML)
class SheetPage {
    private final Sheets sheets;
    private final CurrentUser user;
    private final MovePassage move;
    private final ClearSubmission clear;
    private final WithholdSubmission withhold;
    private final RecallClearance recall;
    private final DismissDispute dismiss;
    private final ReleaseSubmission release;

    SheetPage(
            Sheets sheets,
            CurrentUser user,
            MovePassage move,
            ClearSubmission clear,
            WithholdSubmission withhold,
            RecallClearance recall,
            DismissDispute dismiss,
            ReleaseSubmission release) {
        this.sheets = sheets;
        this.user = user;
        this.move = move;
        this.clear = clear;
        this.withhold = withhold;
        this.recall = recall;
        this.dismiss = dismiss;
        this.release = release;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@RestPath String reference, @RestCookie(Flash.COOKIE) @Nullable String done) {
        return sheets.page(parsed(reference), Flash.read(done));
    }

    /** A form's address opened as a page, as after a login that came in between. */
    @GET
    @Path("/{form: clearances|withholdings|recalls|releases|dispute/dismissal|passages/[0-9]+/moves}")
    @Operation(hidden = true)
    public Response back(@RestPath String reference) {
        return Response.seeOther(URI.create(Sheets.address(parsed(reference)))).build();
    }

    @POST
    @Path("/passages/{passage}/moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(
            @RestPath String reference,
            @RestPath int passage,
            @RestForm @DefaultValue("1") int version,
            @RestForm @DefaultValue("0") int revision,
            @RestForm List<String> items) {
        var typed = Typed.move(passage, items);
        var id = PassageId.parse(version + "-" + passage).orElseThrow(Sheets::noSuchCase);
        var numbers =
                items.stream().filter(ItemNumber::isValid).map(ItemNumber::new).toList();
        return numbers.size() < items.size()
                ? sheets.refused(422, parsed(reference), typed.refused("Choose from the items that are listed."))
                : decided(
                        reference,
                        typed,
                        new Flash(Flash.Done.MOVED, passage),
                        (file, staff) -> move.move(file, id, numbers, staff, Expected.revision(revision)));
    }

    @POST
    @Path("/clearances")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response clear(
            @RestPath String reference,
            @RestForm @DefaultValue("0") int version,
            @RestForm @DefaultValue("0") int revision,
            @RestForm List<String> seen) {
        Set<FlagKind> kinds =
                seen.stream().flatMap(code -> FlagWords.parse(code).stream()).collect(Collectors.toSet());
        return decided(
                reference,
                Typed.of(Typed.Form.CLEAR),
                Flash.of(Flash.Done.CLEARED),
                (file, staff) -> clear.clear(file, version, staff, Expected.revision(revision), kinds));
    }

    @POST
    @Path("/withholdings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withhold(
            @RestPath String reference,
            @RestForm @DefaultValue("0") int revision,
            @RestForm @DefaultValue("") String reason) {
        return decided(
                reference,
                Typed.reason(Typed.Form.WITHHOLD, reason),
                Flash.of(Flash.Done.WITHHELD),
                (file, staff) -> withhold.withhold(file, reason, staff, Expected.revision(revision)));
    }

    @POST
    @Path("/recalls")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response recall(
            @RestPath String reference,
            @RestForm @DefaultValue("0") int revision,
            @RestForm @DefaultValue("") String reason) {
        return decided(
                reference,
                Typed.reason(Typed.Form.RECALL, reason),
                Flash.of(Flash.Done.RECALLED),
                (file, staff) -> recall.recall(file, reason, staff, Expected.revision(revision)));
    }

    @POST
    @Path("/dispute/dismissal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dismiss(
            @RestPath String reference,
            @RestForm @DefaultValue("0") int revision,
            @RestForm @DefaultValue("") String reason) {
        return decided(
                reference,
                Typed.reason(Typed.Form.DISMISS, reason),
                Flash.of(Flash.Done.DISMISSED),
                (file, staff) -> dismiss.dismiss(file, reason, staff, Expected.revision(revision)));
    }

    @POST
    @Path("/releases")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response release(@RestPath String reference, @RestForm @DefaultValue("0") int revision) {
        return decided(
                reference,
                Typed.of(Typed.Form.RELEASE),
                Flash.of(Flash.Done.RELEASED),
                (file, staff) -> release.release(file, staff, Expected.revision(revision)));
    }

    private Response decided(
            String reference, Typed typed, Flash flash, BiFunction<Reference, StaffMember, Decision> decision) {
        var file = parsed(reference);
        return switch (decision.apply(file, user.member())) {
            case Decision.Taken taken -> Pages.seeOther(Sheets.address(file), flash);
            case Decision.NoSuchCase gone -> throw Sheets.noSuchCase();
            case Decision.Refused refused ->
                sheets.refused(Refusals.status(refused), file, typed.refused(Refusals.words(refused)));
        };
    }

    private static Reference parsed(String typed) {
        return Reference.parse(typed).orElseThrow(Sheets::noSuchCase);
    }
}

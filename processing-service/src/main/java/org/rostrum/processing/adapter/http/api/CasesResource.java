package org.rostrum.processing.adapter.http.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Reference;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.adapter.http.CaseQuery;
import org.rostrum.processing.adapter.http.CurrentStaff;
import org.rostrum.processing.adapter.http.Refusals;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.usecase.CasePage;
import org.rostrum.processing.usecase.ClearSubmission;
import org.rostrum.processing.usecase.Decision;
import org.rostrum.processing.usecase.DismissDispute;
import org.rostrum.processing.usecase.Expected;
import org.rostrum.processing.usecase.ListCases;
import org.rostrum.processing.usecase.MovePassage;
import org.rostrum.processing.usecase.PreviewContribution;
import org.rostrum.processing.usecase.RecallClearance;
import org.rostrum.processing.usecase.ReleaseSubmission;
import org.rostrum.processing.usecase.ViewCase;
import org.rostrum.processing.usecase.WithholdSubmission;

/** Cases and decisions about them. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"staff", "manager"})
@Tag(name = "Cases", description = "For roles staff and manager. Every answer may hold personal data.")
public class CasesResource {
    private final CurrentStaff staff;
    private final ListCases listCases;
    private final ViewCase viewCase;
    private final PreviewContribution previewContribution;
    private final MovePassage movePassage;
    private final ClearSubmission clearSubmission;
    private final WithholdSubmission withholdSubmission;
    private final RecallClearance recallClearance;
    private final DismissDispute dismissDispute;
    private final ReleaseSubmission releaseSubmission;

    CasesResource(
            CurrentStaff staff,
            ListCases listCases,
            ViewCase viewCase,
            PreviewContribution previewContribution,
            MovePassage movePassage,
            ClearSubmission clearSubmission,
            WithholdSubmission withholdSubmission,
            RecallClearance recallClearance,
            DismissDispute dismissDispute,
            ReleaseSubmission releaseSubmission) {
        this.staff = staff;
        this.listCases = listCases;
        this.viewCase = viewCase;
        this.previewContribution = previewContribution;
        this.movePassage = movePassage;
        this.clearSubmission = clearSubmission;
        this.withholdSubmission = withholdSubmission;
        this.recallClearance = recallClearance;
        this.dismissDispute = dismissDispute;
        this.releaseSubmission = releaseSubmission;
    }

    @GET
    @Operation(summary = "Cases, the newest first", description = "Follow `next` with `cursor` for more.")
    public CaseListJson list(
            @QueryParam("consultation") @Nullable String consultation,
            @Parameter(
                            description =
                                    "in-process, with-staff, cleared, published, withheld, confidential, quarantined,"
                                            + " parked or withdrawn")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Beginning of a reference; case and hyphen do not matter")
                    @QueryParam("q")
                    @Nullable
                    String q,
            @Parameter(description = "disputed, amended, late, in-grace, trap-filled, too-fast or flood")
                    @QueryParam("flag")
                    @Nullable
                    String flag,
            @Parameter(description = "Hash of a wording: only the members of its campaign")
                    @QueryParam("campaign")
                    @Nullable
                    String campaign,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 200") @QueryParam("limit") @DefaultValue("50") int limit) {
        var query = CaseQuery.of(consultation, state, q, flag, campaign, cursor);
        CasePage page = listCases.list(query.filter(), query.after(), limit);
        return CaseListJson.of(page);
    }

    @GET
    @Path("/{reference}")
    @Operation(summary = "One case with everything that staff may see of it")
    @APIResponse(
            responseCode = "200",
            description = "The case; its revision is also the ETag",
            content = @Content(schema = @Schema(implementation = CaseJson.class)))
    public Response view(@PathParam("reference") String reference) {
        var view = viewCase.view(known(reference))
                .orElseThrow(() -> Refusals.noSuchCase().asException());
        return Response.ok(CaseJson.of(view))
                .header(HttpHeaders.ETAG, etag(view.file().revision()))
                .build();
    }

    @GET
    @Path("/{reference}/preview")
    @Operation(
            summary = "What would go public, and what would be hidden",
            description = "404 while the case is in process, and for confidential ones, which have no public form.")
    public PreviewJson preview(@PathParam("reference") String reference) {
        return previewContribution
                .preview(known(reference))
                .map(PreviewJson::of)
                .orElseThrow(() -> Problem.of(404, "no-public-form", "The case has no public form")
                        .next("Wait until it is processed; a confidential one never has any.")
                        .asException());
    }

    @POST
    @Path("/{reference}/passages/{passage}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "File a passage where it belongs",
            description = "Moving it to where it is confirms it. No machine re-files it afterwards.")
    @APIResponse(
            responseCode = "200",
            description = "The case after the move",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response move(
            @PathParam("reference") String reference,
            @PathParam("passage") String passage,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable MoveJson move) {
        var id = PassageId.parse(passage)
                .orElseThrow(
                        () -> Refusals.problem(new Decision.NoSuchPassage()).asException());
        var items = Optional.ofNullable(move).map(MoveJson::items).orElseThrow(() -> missing("items"));
        return answer(
                movePassage.move(known(reference), id, numbers(items), staff.member(), expected(ifMatch)), ifMatch);
    }

    @POST
    @Path("/{reference}/clearances")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Let one exact version go public",
            description = "Clearing again what is cleared in exactly this form changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The case after the decision",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response clear(
            @PathParam("reference") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ClearingJson clearing) {
        var version = Optional.ofNullable(clearing).map(ClearingJson::version).orElseThrow(() -> missing("version"));
        var seen = Optional.ofNullable(clearing).map(ClearingJson::seen).orElse(List.of());
        return answer(
                clearSubmission.clear(known(reference), version, staff.member(), expected(ifMatch), kinds(seen)),
                ifMatch);
    }

    @POST
    @Path("/{reference}/withholdings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep a submission from going public, or take it down, for a reason")
    @APIResponse(
            responseCode = "200",
            description = "The case after the decision",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response withhold(
            @PathParam("reference") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ReasonJson reason) {
        return answer(
                withholdSubmission.withhold(known(reference), given(reason), staff.member(), expected(ifMatch)),
                ifMatch);
    }

    @POST
    @Path("/{reference}/recalls")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take a clearance back: what was published is taken down until it is cleared again")
    @APIResponse(
            responseCode = "200",
            description = "The case after the decision",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response recall(
            @PathParam("reference") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ReasonJson reason) {
        return answer(
                recallClearance.recall(known(reference), given(reason), staff.member(), expected(ifMatch)), ifMatch);
    }

    @POST
    @Path("/{reference}/dispute/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Settle that a disputed submission is its respondent's own",
            description = "It can be cleared again; what was taken down does not come back by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The case after the decision",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response dismissDispute(
            @PathParam("reference") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ReasonJson reason) {
        return answer(
                dismissDispute.dismiss(known(reference), given(reason), staff.member(), expected(ifMatch)), ifMatch);
    }

    @POST
    @Path("/{reference}/releases")
    @Operation(
            summary = "Let a parked submission try again",
            description = "With everything that waits behind it, in order. The work happens soon after the answer.")
    @APIResponse(
            responseCode = "200",
            description = "The case after the release",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response release(
            @PathParam("reference") String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(releaseSubmission.release(known(reference), staff.member(), expected(ifMatch)), ifMatch);
    }

    private static Reference known(String typed) {
        return Reference.parse(typed).orElseThrow(() -> Refusals.noSuchCase().asException());
    }

    private static String given(@Nullable ReasonJson reason) {
        return reason == null ? "" : reason.given();
    }

    private static Set<FlagKind> kinds(List<String> codes) {
        var kinds = EnumSet.noneOf(FlagKind.class);
        for (String code : codes) {
            kinds.add(Stream.of(FlagKind.values())
                    .filter(kind -> KebabCase.of(kind).equals(code))
                    .findFirst()
                    .orElseThrow(() -> wrongFields()
                            .error("/seen", "seen", "There is no finding of this kind.")
                            .asException()));
        }
        return kinds;
    }

    private static List<ItemNumber> numbers(List<String> items) {
        var wrong = IntStream.range(0, items.size())
                .filter(i -> !ItemNumber.isValid(items.get(i)))
                .mapToObj(i -> new Problem.FieldError("/items/" + i, "items", "This is no item number such as 2.e."))
                .toList();
        if (!wrong.isEmpty()) {
            throw wrongFields().errors(wrong).asException();
        }
        return items.stream().map(ItemNumber::new).toList();
    }

    private static RuntimeException missing(String field) {
        return wrongFields().error("/" + field, field, "This field is needed.").asException();
    }

    private static Problem wrongFields() {
        return Problem.of(422, "wrong-fields", "Some fields are wrong")
                .kept("Nothing was changed.")
                .next("Correct every field that is listed and send it again.");
    }

    /** The revision in an If-Match header as our ETags have it; {@code *} and its absence ask for nothing. */
    private static Expected expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Expected.ANY;
        }
        try {
            return Expected.revision(Integer.parseInt(ifMatch.replace("\"", "").strip()));
        } catch (NumberFormatException e) {
            return Expected.revision(-1);
        }
    }

    private static Response answer(Decision decision, @Nullable String ifMatch) {
        return switch (decision) {
            case Decision.Taken taken ->
                Response.ok(DecisionJson.of(taken.file()))
                        .header(HttpHeaders.ETAG, etag(taken.file().revision()))
                        .build();
            case Decision.Outdated outdated
            when ifMatch != null ->
                throw preconditionFailed(Refusals.problem(outdated)).asException();
            case Decision.Refused refused -> throw Refusals.problem(refused).asException();
        };
    }

    /** RFC 9110, section 13.1.1: who sent If-Match gets 412. */
    private static Problem preconditionFailed(Problem problem) {
        return new Problem(
                problem.type(),
                problem.title(),
                412,
                problem.detail(),
                problem.instance(),
                problem.kept(),
                problem.next(),
                problem.errors());
    }

    private static String etag(int revision) {
        return "\"" + revision + "\"";
    }
}

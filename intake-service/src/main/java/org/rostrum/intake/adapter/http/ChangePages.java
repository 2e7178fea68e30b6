package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.WithdrawSubmission;

/** The pages on which somebody takes a submission back, or says that it was not theirs. Nothing happens by reading them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ChangePages {
    private final FollowedSubmissions submissions;
    private final Changes changes;
    private final AfterViews views;
    private final Clock clock;

    ChangePages(FollowedSubmissions submissions, Changes changes, AfterViews views, Clock clock) {
        this.submissions = submissions;
        this.changes = changes;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Path("submissions/{reference}/withdraw")
    @Operation(hidden = true)
    public Response confirmWithdrawal(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("lang") @Nullable String lang) {
        var progress = submissions.require(reference, secret);
        var language = views.language(lang, progress.manifest());
        return progress.withdrawal().isPresent()
                ? toWithdrawal(reference, secret, language)
                : shown(
                        language,
                        new AfterTemplates.withdraw(
                                language,
                                language.usualChoices(),
                                progress.manifest().reference().value(),
                                views.title(progress, language),
                                secret == null ? "" : secret,
                                views.after(progress, language)));
    }

    @POST
    @Path("submissions/{reference}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            @PathParam("reference") String reference,
            @FormParam("secret") @Nullable String secret,
            @FormParam("lang") @Nullable String lang) {
        var language = PageLanguage.chosen(lang);
        return switch (changes.withdraw(reference, secret == null ? "" : secret, clock.instant())) {
            case WithdrawSubmission.Withdrawn withdrawn -> toWithdrawal(reference, secret, language);
            case WithdrawSubmission.Refused refused ->
                views.unchangeable(submissions.require(reference, secret), refused.reason(), language, List.of());
            case WithdrawSubmission.Unknown unknown ->
                throw Words.unknownSubmission().asException();
        };
    }

    private static Response toWithdrawal(String reference, @Nullable String secret, PageLanguage language) {
        return PageResponses.seeOther("/submissions/%s/withdrawal?secret=%s&lang=%s"
                .formatted(PageResponses.encoded(reference), PageResponses.encoded(secret), language.tag()));
    }

    @GET
    @Path("submissions/{reference}/withdrawal")
    @Operation(hidden = true)
    public Response withdrawal(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("lang") @Nullable String lang) {
        var progress = submissions.require(reference, secret);
        var language = views.language(lang, progress.manifest());
        var receipt = requireWithdrawal(progress);
        return shown(
                language,
                new AfterTemplates.withdrawal(
                        language,
                        language.usualChoices(),
                        receipt,
                        views.inWords(
                                Instant.parse(receipt.withdrawnAt()),
                                progress.manifest().consultation(),
                                language),
                        views.title(progress, language),
                        views.keyAddress(),
                        secret == null ? "" : secret));
    }

    @GET
    @Path("submissions/{reference}/withdrawal.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response withdrawalFile(
            @PathParam("reference") String reference, @QueryParam("secret") @Nullable String secret) {
        var receipt = requireWithdrawal(submissions.require(reference, secret));
        return PageResponses.download("withdrawal-" + receipt.reference() + ".json", receipt);
    }

    private static WithdrawalReceipt requireWithdrawal(Progress progress) {
        return progress.withdrawal().orElseThrow(() -> Words.unknownSubmission().asException());
    }

    @GET
    @Path("submissions/{reference}/dispute")
    @Operation(hidden = true)
    public Response confirmDispute(
            @PathParam("reference") String reference,
            @QueryParam("token") @Nullable String token,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var given = token == null ? "" : token;
        if (!changes.recognises(reference, given)) {
            throw Changes.unknownToken().asException();
        }
        var language = PageLanguage.chosen(lang, headers);
        return dispute(language, language.usualChoices(), reference, given, null);
    }

    @POST
    @Path("submissions/{reference}/dispute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dispute(
            @PathParam("reference") String reference,
            @FormParam("token") @Nullable String token,
            @FormParam("lang") @Nullable String lang) {
        var disputed = changes.dispute(reference, token == null ? "" : token, clock.instant())
                .orElseThrow(() -> Changes.unknownToken().asException());
        return dispute(PageLanguage.chosen(lang), List.of(), reference, "", disputed.dispute());
    }

    private Response dispute(
            PageLanguage language,
            List<Choice> languages,
            String reference,
            String token,
            @Nullable SubmissionDispute done) {
        return shown(
                language,
                new AfterTemplates.dispute(
                        language,
                        languages,
                        reference,
                        token,
                        done == null ? null : views.inWords(done.disputedAt(), done.consultation(), language)));
    }

    private static Response shown(PageLanguage language, TemplateInstance page) {
        return PageResponses.privately(language, page, 200).build();
    }
}

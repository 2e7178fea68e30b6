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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.usecase.FollowSubmission;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.TryAgainLater;

/** The pages on which somebody takes a submission back, or says that it was not theirs. Nothing happens by reading them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ChangePages {
    private final FollowSubmission follow;
    private final Changes changes;
    private final AfterViews views;
    private final Clock clock;

    ChangePages(FollowSubmission follow, Changes changes, AfterViews views, Clock clock) {
        this.follow = follow;
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
        var progress = progress(reference, secret);
        var language = views.language(lang, progress.manifest());
        return progress.withdrawal().isPresent()
                ? toWithdrawal(reference, secret, language)
                : shown(
                        language,
                        new AfterTemplates.withdraw(
                                language,
                                List.of(),
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
        changes.withdrawOrRefuse(reference, secret == null ? "" : secret, clock.instant());
        return toWithdrawal(reference, secret, PageLanguage.chosen(lang));
    }

    private static Response toWithdrawal(String reference, @Nullable String secret, PageLanguage language) {
        var address = URI.create("/submissions/%s/withdrawal?secret=%s&lang=%s"
                .formatted(AfterViews.encoded(reference), AfterViews.encoded(secret), language.tag()));
        return Response.seeOther(address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("submissions/{reference}/withdrawal")
    @Operation(hidden = true)
    public Response withdrawal(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("lang") @Nullable String lang) {
        var progress = progress(reference, secret);
        var language = views.language(lang, progress.manifest());
        var receipt = progress.withdrawal()
                .orElseThrow(() -> SubmissionsResource.unknownSubmission().asException());
        return shown(
                language,
                new AfterTemplates.withdrawal(
                        language,
                        List.of(),
                        receipt,
                        views.title(progress, language),
                        views.keyAddress(),
                        "?secret=" + AfterViews.encoded(secret) + "&lang=" + language.tag()));
    }

    @GET
    @Path("submissions/{reference}/withdrawal.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response withdrawalFile(
            @PathParam("reference") String reference, @QueryParam("secret") @Nullable String secret) {
        var receipt = progress(reference, secret)
                .withdrawal()
                .orElseThrow(() -> SubmissionsResource.unknownSubmission().asException());
        return Response.ok(Json.writeCanonical(receipt))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"withdrawal-" + receipt.reference() + ".json\"")
                .build();
    }

    @GET
    @Path("submissions/{reference}/dispute")
    @Operation(hidden = true)
    public Response confirmDispute(
            @PathParam("reference") String reference,
            @QueryParam("token") @Nullable String token,
            @QueryParam("lang") @Nullable String lang) {
        var given = token == null ? "" : token;
        if (!changes.recognises(reference, given)) {
            throw Changes.unknownToken().asException();
        }
        return dispute(PageLanguage.chosen(lang), reference, given, null);
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
        return dispute(PageLanguage.chosen(lang), reference, "", disputed.dispute());
    }

    private Response dispute(PageLanguage language, String reference, String token, @Nullable SubmissionDispute done) {
        return shown(
                language,
                new AfterTemplates.dispute(
                        language,
                        List.of(),
                        reference,
                        token,
                        done == null ? null : views.inWords(done.disputedAt(), done.consultation())));
    }

    private Progress progress(String reference, @Nullable String secret) {
        try {
            return follow.follow(reference, secret == null ? "" : secret)
                    .orElseThrow(() -> SubmissionsResource.unknownSubmission().asException());
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private static Response shown(PageLanguage language, TemplateInstance page) {
        return AfterViews.privately(200, PagesResource.shown(language, page));
    }
}

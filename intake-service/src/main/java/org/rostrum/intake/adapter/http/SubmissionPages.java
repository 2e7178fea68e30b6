package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.usecase.FollowSubmission.Progress;

/** The pages on which somebody finds a submission again: its receipt and its status. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SubmissionPages {
    private final FollowedSubmissions submissions;
    private final StatusJson statuses;
    private final AfterViews views;

    SubmissionPages(FollowedSubmissions submissions, StatusJson statuses, AfterViews views) {
        this.submissions = submissions;
        this.statuses = statuses;
        this.views = views;
    }

    @GET
    @Path("submissions/{reference}/receipt")
    @Operation(hidden = true)
    public Response receipt(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("version") @DefaultValue("0") int version,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        var progress = submissions.require(reference, secret).asOf(version);
        return PageResponses.privately(language, receiptPage(progress, language), 200)
                .build();
    }

    @GET
    @Path("submissions/{reference}/receipt.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response receiptFile(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("version") @DefaultValue("0") int version) {
        var receipt = submissions.require(reference, secret).asOf(version).receipt();
        return PageResponses.download("receipt-" + receipt.reference() + ".json", receipt);
    }

    private Templates.receipt receiptPage(Progress progress, PageLanguage language) {
        var words = language.words();
        var receipt = progress.receipt();
        var files = receipt.attachments().stream()
                .map(file -> new Templates.FileLine(
                        words.number(file.ordinal()), file.fileName(), words.size(file.size()), file.sha256()))
                .toList();
        return new Templates.receipt(
                language,
                language.usualChoices(),
                receipt,
                views.receivedAt(progress, language),
                files,
                views.title(progress, language),
                views.keyAddress(),
                "?secret=" + receipt.secret());
    }

    @GET
    @Path("submissions")
    @Operation(hidden = true)
    public Response followForm(@QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        return followPage("", false, PageLanguage.chosen(lang, headers));
    }

    @POST
    @Path("submissions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response followPosted(
            @FormParam("reference") @Nullable String reference,
            @FormParam("secret") @Nullable String secret,
            @FormParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        return statusOrForm(reference == null ? "" : reference, secret, PageLanguage.chosen(lang, headers));
    }

    @GET
    @Path("submissions/{reference}")
    @Operation(hidden = true)
    public Response status(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        return secret == null ? followPage(reference, false, language) : statusOrForm(reference, secret, language);
    }

    private Response statusOrForm(String reference, @Nullable String secret, PageLanguage language) {
        return submissions
                .find(reference, secret)
                .map(progress -> PageResponses.privately(language, statusPage(progress, language), 200)
                        .build())
                .orElseGet(() -> followPage(reference, true, language));
    }

    private static Response followPage(String reference, boolean wrong, PageLanguage language) {
        var page = new Templates.follow(language, language.choices(List.of()), reference, wrong);
        return PageResponses.privately(language, page, wrong ? 404 : 200).build();
    }

    private Templates.status statusPage(Progress progress, PageLanguage language) {
        var words = new StatusWords(language);
        var told = statuses.told(progress.state());
        var wording = words.of(progress.state());
        return new Templates.status(
                language,
                language.usualChoices(),
                progress.receipt(),
                views.receivedAt(progress, language),
                views.title(progress, language),
                told.state(),
                wording.name(),
                wording.explanation(),
                StatusWords.step(progress.state()),
                told.link().orElse(null),
                told.state().equals("withheld") ? told.reason().orElse(null) : null,
                told.quarantined().stream().map(words::unreadable).toList(),
                "?secret=" + progress.receipt().secret(),
                views.after(progress, language));
    }
}

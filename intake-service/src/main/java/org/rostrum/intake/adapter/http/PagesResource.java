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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.FollowSubmission;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.TryAgainLater;

/** The pages that are read: consultations, receipts, status. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PagesResource {
    private final Consultations consultations;
    private final FollowSubmission follow;
    private final StatusJson statuses;
    private final IntakeConfig config;
    private final Clock clock;

    PagesResource(
            Consultations consultations,
            FollowSubmission follow,
            StatusJson statuses,
            IntakeConfig config,
            Clock clock) {
        this.consultations = consultations;
        this.follow = follow;
        this.statuses = statuses;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("lang") @Nullable String lang) {
        var language = PageLanguage.chosen(lang);
        var now = clock.instant();
        var all = consultations.all().stream()
                .map(found -> new Views(found.definition(), language, now).consultation())
                .sorted((a, b) -> Boolean.compare(b.isOpen(), a.isOpen()))
                .toList();
        return shown(language, new Templates.consultations(language, language.choices(offered()), all));
    }

    private List<String> offered() {
        return consultations.all().stream()
                .flatMap(found -> found.definition().offeredLanguages().stream())
                .distinct()
                .toList();
    }

    @GET
    @Path("consultations/{consultation}")
    @Operation(hidden = true)
    public TemplateInstance consultation(
            @PathParam("consultation") String id, @QueryParam("lang") @Nullable String lang) {
        var language = PageLanguage.chosen(lang);
        var definition = find(id).definition();
        return shown(
                language,
                new Templates.consultation(
                        language,
                        language.choices(definition.offeredLanguages()),
                        new Views(definition, language, clock.instant()).consultation(),
                        config.publishingUrl() + "/consultations/" + definition.id()));
    }

    private DefinedConsultation find(String id) {
        return consultations
                .find(SubmissionsResource.consultationId(id))
                .orElseThrow(() -> Words.unknownConsultation().asException());
    }

    @GET
    @Path("submissions/{reference}/receipt")
    @Operation(hidden = true)
    public Response receipt(@PathParam("reference") String reference, @QueryParam("secret") @Nullable String secret) {
        return privately(shown(english(), receiptPage(progress(reference, secret))));
    }

    @GET
    @Path("submissions/{reference}/receipt.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response receiptFile(
            @PathParam("reference") String reference, @QueryParam("secret") @Nullable String secret) {
        var receipt = progress(reference, secret).receipt();
        return Response.ok(Json.writeCanonical(receipt))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipt-" + receipt.reference() + ".json\"")
                .build();
    }

    private Progress progress(String reference, @Nullable String secret) {
        try {
            return follow.follow(reference, secret == null ? "" : secret)
                    .orElseThrow(() -> SubmissionsResource.unknownSubmission().asException());
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private TemplateInstance receiptPage(Progress progress) {
        var receipt = progress.receipt();
        var files = receipt.attachments().stream()
                .map(file ->
                        new Templates.FileLine(file.ordinal(), file.fileName(), Words.size(file.size()), file.sha256()))
                .toList();
        return new Templates.receipt(
                english(),
                noChoice(),
                receipt,
                files,
                title(progress),
                config.url() + "/api/v1/receipt-key",
                "?secret=" + receipt.secret());
    }

    private String title(Progress progress) {
        return consultations
                .find(progress.manifest().consultation())
                .map(found -> found.definition().title())
                .map(LocalizedText::byLanguage)
                .map(texts -> texts.firstEntry().getValue())
                .orElse(progress.manifest().consultation().value());
    }

    @GET
    @Path("submissions")
    @Operation(hidden = true)
    public TemplateInstance followForm() {
        return shown(english(), new Templates.follow(english(), noChoice(), "", false));
    }

    @POST
    @Path("submissions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response followPosted(
            @FormParam("reference") @Nullable String reference, @FormParam("secret") @Nullable String secret) {
        return statusOrForm(reference == null ? "" : reference, secret);
    }

    @GET
    @Path("submissions/{reference}")
    @Operation(hidden = true)
    public Response status(@PathParam("reference") String reference, @QueryParam("secret") @Nullable String secret) {
        return secret == null
                ? privately(shown(english(), new Templates.follow(english(), noChoice(), reference, false)))
                : statusOrForm(reference, secret);
    }

    private Response statusOrForm(String reference, @Nullable String secret) {
        try {
            return follow.follow(reference, secret == null ? "" : secret)
                    .map(progress -> privately(shown(english(), statusPage(progress))))
                    .orElseGet(() -> wrongSecret(reference));
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private static Response wrongSecret(String reference) {
        var page = shown(english(), new Templates.follow(english(), noChoice(), reference, true));
        return Response.fromResponse(privately(page)).status(404).build();
    }

    private TemplateInstance statusPage(Progress progress) {
        var told = statuses.told(progress.state());
        return new Templates.status(
                english(),
                noChoice(),
                progress.receipt(),
                title(progress),
                told.state(),
                told.explanation(),
                step(told.state()),
                told.link().orElse(null),
                told.reason().orElse(null),
                told.quarantined().stream().map(Templates.Unreadable::of).toList(),
                "?secret=" + progress.receipt().secret());
    }

    /** Which of the steps received, with staff, published it is at; 0 where the steps do not apply. */
    private static int step(String state) {
        return switch (state) {
            case "received", "parked" -> 1;
            case "with-staff", "cleared", "quarantined" -> 2;
            case "published" -> 3;
            default -> 0;
        };
    }

    static TemplateInstance shown(PageLanguage language, TemplateInstance page) {
        return page.setLocale(language.interfaceTag());
    }

    private static Response privately(TemplateInstance page) {
        return Response.ok(page.render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    private static PageLanguage english() {
        return PageLanguage.chosen(null);
    }

    private static List<Choice> noChoice() {
        return List.of();
    }
}

package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.adapter.http.PageLanguage.Text;
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
    private final AfterViews views;
    private final IntakeConfig config;
    private final Clock clock;

    PagesResource(
            Consultations consultations,
            FollowSubmission follow,
            StatusJson statuses,
            AfterViews views,
            IntakeConfig config,
            Clock clock) {
        this.consultations = consultations;
        this.follow = follow;
        this.statuses = statuses;
        this.views = views;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        var now = clock.instant();
        var all = consultations.all().stream()
                .map(found -> new Views(found.definition(), language, now).consultation())
                .sorted((a, b) -> Boolean.compare(b.isOpen(), a.isOpen()))
                .toList();
        return varying(shown(language, new Templates.consultations(language, language.choices(offered()), all)));
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
    public Response consultation(
            @PathParam("consultation") String id,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        var definition = find(id).definition();
        return varying(shown(
                language,
                new Templates.consultation(
                        language,
                        language.choices(definition.offeredLanguages()),
                        new Views(definition, language, clock.instant()).consultation(),
                        config.publishingUrl() + "/consultations/" + definition.id())));
    }

    private DefinedConsultation find(String id) {
        return consultations
                .find(SubmissionsResource.consultationId(id))
                .orElseThrow(() -> Words.unknownConsultation().asException());
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
        return privately(shown(language, receiptPage(progress(reference, secret).asOf(version), language)));
    }

    @GET
    @Path("submissions/{reference}/receipt.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response receiptFile(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("version") @DefaultValue("0") int version) {
        var receipt = progress(reference, secret).asOf(version).receipt();
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

    private TemplateInstance receiptPage(Progress progress, PageLanguage language) {
        var words = language.words();
        var receipt = progress.receipt();
        var files = receipt.attachments().stream()
                .map(file ->
                        new Templates.FileLine(file.ordinal(), file.fileName(), words.size(file.size()), file.sha256()))
                .toList();
        return new Templates.receipt(
                language,
                language.choices(List.of()),
                receipt,
                receivedAt(progress, language),
                files,
                title(progress, language),
                config.url() + "/api/v1/receipt-key",
                "?secret=" + receipt.secret());
    }

    private String receivedAt(Progress progress, PageLanguage language) {
        return consultations
                .find(progress.manifest().consultation())
                .map(found -> language.words()
                        .instant(
                                progress.manifest().receivedAt(),
                                found.definition().zone()))
                .orElse(progress.receipt().receivedAtLocal());
    }

    private Text title(Progress progress, PageLanguage language) {
        return consultations
                .find(progress.manifest().consultation())
                .map(DefinedConsultation::definition)
                .map(definition -> language.text(definition, definition.title()))
                .orElseGet(() -> new Text(progress.manifest().consultation().value(), "und", "ltr", false));
    }

    @GET
    @Path("submissions")
    @Operation(hidden = true)
    public TemplateInstance followForm(@QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        return shown(language, new Templates.follow(language, language.choices(List.of()), "", false));
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
        return secret == null
                ? privately(
                        shown(language, new Templates.follow(language, language.choices(List.of()), reference, false)))
                : statusOrForm(reference, secret, language);
    }

    private Response statusOrForm(String reference, @Nullable String secret, PageLanguage language) {
        try {
            return follow.follow(reference, secret == null ? "" : secret)
                    .map(progress -> privately(shown(language, statusPage(progress, language))))
                    .orElseGet(() -> wrongSecret(reference, language));
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private static Response wrongSecret(String reference, PageLanguage language) {
        var page = shown(language, new Templates.follow(language, language.choices(List.of()), reference, true));
        return Response.fromResponse(privately(page)).status(404).build();
    }

    private TemplateInstance statusPage(Progress progress, PageLanguage language) {
        var words = new StatusWords(language);
        var told = statuses.told(progress.state());
        return new Templates.status(
                language,
                language.choices(List.of()),
                progress.receipt(),
                receivedAt(progress, language),
                title(progress, language),
                told.state(),
                words.name(told),
                words.explanation(told),
                step(told.state()),
                told.link().orElse(null),
                told.state().equals("withheld") ? told.reason().orElse(null) : null,
                told.quarantined().stream().map(words::unreadable).toList(),
                "?secret=" + progress.receipt().secret(),
                views.after(progress, language));
    }

    /** Which of the steps received, with staff, published it is at; 0 where the steps do not apply. */
    private static int step(String state) {
        return switch (state) {
            case "received", "parked" -> 1;
            case "with-staff", "cleared", "quarantined", "held" -> 2;
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

    /** Which language it is in may depend on the browser; caches must know. */
    private static Response varying(TemplateInstance page) {
        return Response.ok(page.render())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}

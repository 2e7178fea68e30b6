package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DraftSeals;
import org.rostrum.intake.usecase.KeepDraft;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** A draft by its link: taken up again, read over before sending, or taken away as a text file. */
@Path("/drafts/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DraftsResource {
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // or Windows' editor takes it for another encoding

    private final KeepDraft keep;
    private final Visits visits;
    private final FormPages pages;
    private final FormSendings sendings;
    private final BegunUploads uploads;
    private final Consultations consultations;
    private final Clock clock;

    DraftsResource(
            KeepDraft keep,
            Visits visits,
            FormPages pages,
            FormSendings sendings,
            BegunUploads uploads,
            Consultations consultations,
            Clock clock) {
        this.keep = keep;
        this.visits = visits;
        this.pages = pages;
        this.sendings = sendings;
        this.uploads = uploads;
        this.consultations = consultations;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response resume(
            @PathParam("token") String token, @QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        return opened(token, lang, headers, (visit, form) -> pages.form(visit, form, notices(visit), 200));
    }

    private List<Notice> notices(Visit visit) {
        return pages.ofTheClock(visit).stream().toList();
    }

    @GET
    @Path("review")
    @Operation(hidden = true)
    public Response review(
            @PathParam("token") String token, @QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        return opened(token, lang, headers, this::review);
    }

    private Response review(Visit visit, Form form) {
        var faults = sendings.faults(visit, form);
        if (faults.isEmpty()) {
            return pages.review(visit, form, notices(visit));
        }
        form.mark(faults, new FaultWords(visit.language()));
        return pages.form(visit, form, notices(visit), 422);
    }

    @GET
    @Path("answers.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Response download(
            @PathParam("token") String token, @QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        return opened(token, lang, headers, DraftsResource::file);
    }

    private static Response file(Visit visit, Form form) {
        var text = BYTE_ORDER_MARK + new DraftText(visit, form).whole().replace("\n", "\r\n");
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + visit.definition().id() + ".txt\"")
                .build();
    }

    /** As the API's way to begin an upload; whoever has the draft's link may use it. */
    @POST
    @Path("uploads")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response announce(@PathParam("token") String token, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        byte[] json = body.readAllBytes();
        return opened(
                token,
                null,
                headers,
                (visit, form) -> uploads.begin(
                        visit.definition().id(), visit.round().id(), json, visit.visitor(), clock.instant()));
    }

    private Response opened(
            String token, @Nullable String lang, HttpHeaders headers, BiFunction<Visit, Form, Response> page) {
        var asked = PageLanguage.chosen(lang, headers);
        try {
            var draft = DraftToken.parse(token).flatMap(keep::find).orElse(null);
            return switch (draft) {
                case null -> pages.missing(asked);
                case Sent sent -> sent(sent, asked);
                case Unfinished unfinished -> {
                    var language = lang == null ? PageLanguage.chosen(unfinished.language()) : asked;
                    yield visits.resumed(new DraftToken(token), unfinished, language, headers)
                            .map(visit -> page.apply(visit, visit.form()))
                            .orElseGet(() -> pages.missing(language));
                }
            };
        } catch (ObjectStoreUnavailable e) {
            throw Sendings.unavailable(new TryAgainLater(TryAgainLater.Kept.NOTHING, e));
        } catch (DraftSeals.Broken e) {
            return pages.missing(asked);
        }
    }

    private Response sent(Sent sent, PageLanguage language) {
        return consultations
                .find(sent.consultation())
                .map(found -> pages.sent(sent, language, found.definition()))
                .orElseGet(() -> pages.missing(language));
    }
}

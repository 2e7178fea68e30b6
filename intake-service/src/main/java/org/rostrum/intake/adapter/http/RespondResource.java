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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.usecase.KeepDraft;
import org.rostrum.intake.usecase.KeepDraft.Saved;
import org.rostrum.intake.usecase.KeepDraft.SentBefore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * The form in which people respond. It needs no script. Whatever button is pressed, what was typed is saved before anything
 * else is done with it, so that nothing that goes wrong afterwards can lose it.
 */
@Path("/consultations/{consultation}/respond")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RespondResource {
    /** Names a file that the script sent straight into the store. */
    private static final String UPLOAD = "upload";

    private final Visits visits;
    private final FormPages pages;
    private final FormSendings sendings;
    private final KeepDraft keep;
    private final BodiesInMemory bodies;
    private final Clock clock;

    RespondResource(
            Visits visits, FormPages pages, FormSendings sendings, KeepDraft keep, BodiesInMemory bodies, Clock clock) {
        this.visits = visits;
        this.pages = pages;
        this.sendings = sendings;
        this.keep = keep;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response form(
            @PathParam("consultation") String consultation,
            @QueryParam("round") @Nullable String round,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var visit = visits.begin(consultation, round, PageLanguage.chosen(lang, headers), headers);
        return pages.form(visit, visit.form(), pages.ofTheClock(visit).stream().toList(), 200);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response post(
            @PathParam("consultation") String consultation, @Context HttpHeaders headers, InputStream input)
            throws IOException {
        var room = bodies.room();
        try (var body = FormBody.read(input, headers.getHeaderString(HttpHeaders.CONTENT_TYPE), room)) {
            var arrivedAt = clock.instant();
            var language = PageLanguage.chosen(body.text("lang"), headers);
            var visit = visits.posted(consultation, body, language, headers);
            return answer(visit, body, headers, arrivedAt);
        } catch (FormBody.Malformed e) {
            throw FormBody.malformed().asException();
        } finally {
            room.leave();
        }
    }

    private Response answer(Visit visit, FormBody body, HttpHeaders headers, Instant arrivedAt) {
        var action = FormAction.of(body);
        var posted = Form.posted(visit.items(), body::text);
        try {
            if (action instanceof FormAction.Send send) {
                return send(visit, posted, body, send, headers, arrivedAt);
            }
            var outcome = sendings.save(visit, posted, basedOn(body), body.files(), body.texts(UPLOAD));
            return switch (outcome) {
                case SentBefore before -> sentBefore(visit, before.sent(), action);
                case Saved saved -> saved(visit.with(saved.draft()), saved, body, action);
            };
        } catch (ObjectStoreUnavailable e) {
            return action instanceof FormAction.Autosave
                    ? json(503, Map.of())
                    : sendings.notSaved(visit, posted, !body.files().isEmpty());
        }
    }

    private static int basedOn(FormBody body) {
        var given = body.textOr("revision", "");
        return given.matches("[0-9]{1,8}") ? Integer.parseInt(given) : 0;
    }

    private Response sentBefore(Visit visit, Sent sent, FormAction action) {
        return action instanceof FormAction.Autosave ? json(410, Map.of()) : sendings.sentBefore(visit, sent);
    }

    private Response saved(Visit visit, Saved saved, FormBody body, FormAction action) {
        return switch (action) {
            case FormAction.Autosave a -> autosaved(visit, saved, body.texts(UPLOAD));
            case FormAction.Remove remove ->
                shown(visit, keep.removeFile(visit.token(), remove.fileId(), clock.instant()), "#attachments");
            case FormAction.Settle settle ->
                shown(
                        visit,
                        keep.settle(visit.token(), settle.field(), settle.useOther(), clock.instant()),
                        "#" + settle.field());
            case FormAction.Review r -> saved.conflict() ? conflict(visit) : review(visit, body);
            case FormAction.Attach a -> body.hasOverflowed() ? overflow(visit) : toDraft(visit, "#attachments");
            case FormAction.Save s -> keptForLater(visit, saved, body);
            case FormAction.Send s -> throw new IllegalStateException("sending is answered before");
        };
    }

    private Response keptForLater(Visit visit, Saved saved, FormBody body) {
        if (saved.conflict()) {
            return conflict(visit);
        }
        return body.hasOverflowed() ? overflow(visit) : toDraft(visit, "#draft");
    }

    private Response shown(Visit visit, KeepDraft.Outcome outcome, String place) {
        return outcome instanceof SentBefore before ? sendings.sentBefore(visit, before.sent()) : toDraft(visit, place);
    }

    private static Response toDraft(Visit visit, String place) {
        return PageResponses.seeOther(
                "/drafts/" + visit.token().value() + "?lang=" + visit.language().tag() + place);
    }

    private Response conflict(Visit visit) {
        var say = visit.language().formMessages();
        return pages.form(visit, visit.form(), List.of(Notice.warning(say.conflict())), 200);
    }

    private Response overflow(Visit visit) {
        return pages.form(visit, visit.form(), List.of(overflowNotice(visit)), 413);
    }

    private static Notice overflowNotice(Visit visit) {
        var say = visit.language().formMessages();
        return Notice.warning(say.overflow_title(), say.overflow_text(FormBody.OVERFLOW_NAME));
    }

    private Response review(Visit visit, FormBody body) {
        var form = visit.form();
        var faults = sendings.faults(visit, form);
        if (faults.isEmpty() && !body.hasOverflowed()) {
            return PageResponses.seeOther("/drafts/" + visit.token().value() + "/review?lang="
                    + visit.language().tag());
        }
        form.mark(faults, new FaultWords(visit.language()));
        var notices = new ArrayList<Notice>();
        if (body.hasOverflowed()) {
            notices.add(overflowNotice(visit));
        }
        return pages.form(visit, form, notices, faults.isEmpty() ? 413 : 422);
    }

    private Response send(
            Visit visit, Form posted, FormBody body, FormAction.Send send, HttpHeaders headers, Instant arrivedAt) {
        boolean hasDraft = body.text("draft") != null;
        if (send.asSaved()) {
            return sendSaved(visit, headers, arrivedAt);
        }
        if (!hasDraft && !body.hasOverflowed()) {
            return sendings.send(visit, posted, body.files(), headers, arrivedAt);
        }
        return switch (sendings.save(visit, posted, basedOn(body), body.files(), body.texts(UPLOAD))) {
            case SentBefore before -> sendings.send(visit, posted, body.files(), headers, arrivedAt);
            case Saved saved when saved.conflict() -> conflict(visit.with(saved.draft()));
            case Saved saved when body.hasOverflowed() -> overflow(visit.with(saved.draft()));
            case Saved saved -> {
                var now = visit.with(saved.draft());
                yield sendings.send(now, now.form(), List.of(), headers, arrivedAt);
            }
        };
    }

    private Response sendSaved(Visit visit, HttpHeaders headers, Instant arrivedAt) {
        return switch (keep.find(visit.token()).orElse(null)) {
            case null -> pages.missing(visit.language());
            case Sent sent -> sendings.sentBefore(visit, sent);
            case Unfinished draft -> {
                var now = visit.with(draft);
                yield sendings.send(now, now.form(), List.of(), headers, arrivedAt);
            }
        };
    }

    /** 422 if a file that was sent straight into the store has not arrived there as announced. */
    private Response autosaved(Visit visit, Saved saved, List<String> ahead) {
        var draft = saved.draft();
        var changed = new LinkedHashMap<String, String>();
        saved.taken().forEach(field -> changed.put(field, draft.fields().getOrDefault(field, "")));
        return json(
                sendings.hasAll(visit, draft, ahead) ? 200 : 422,
                Map.of(
                        "revision", draft.revision(),
                        "saved", visit.language().formMessages().saved_at(pages.savedAt(draft, visit)),
                        "changed", changed,
                        "conflict", saved.conflict(),
                        "files", draft.files().size()));
    }

    private static Response json(int status, Map<String, Object> body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.write(body))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

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
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.usecase.AmendSubmission.Amended;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.AmendSubmission.Refused;
import org.rostrum.intake.usecase.AmendSubmission.Unknown;
import org.rostrum.intake.usecase.ChangeWindow;
import org.rostrum.intake.usecase.ChangeWindow.Closed;
import org.rostrum.intake.usecase.ChangeWindow.Open;
import org.rostrum.intake.usecase.ContactSeals;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.FormGuard;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.ProblemException;

/** The form in which somebody amends what they sent: filled with the version that stands, and working without script. */
@Path("/submissions/{reference}/amend")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AmendPages {
    private final FollowedSubmissions submissions;
    private final Changes changes;
    private final ChangeWindow window;
    private final AmendFormPages pages;
    private final AfterViews views;
    private final ContactSeals seals;
    private final FormGuard guard;
    private final BodiesInMemory bodies;
    private final Clock clock;

    AmendPages(
            FollowedSubmissions submissions,
            Changes changes,
            ChangeWindow window,
            AmendFormPages pages,
            AfterViews views,
            ContactSeals seals,
            FormGuard guard,
            BodiesInMemory bodies,
            Clock clock) {
        this.submissions = submissions;
        this.changes = changes;
        this.window = window;
        this.pages = pages;
        this.views = views;
        this.seals = seals;
        this.guard = guard;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response form(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("lang") @Nullable String lang) {
        var progress = submissions.require(reference, secret);
        return visiting(progress, secret, views.language(lang, progress.manifest()), this::standing);
    }

    private Response standing(AmendVisit visit) {
        var manifest = visit.manifest();
        var kept = manifest.attachments().stream()
                .map(Attachment::object)
                .map(object -> object.sha256())
                .toList();
        var form = new AmendForm(
                visit.standing(seals),
                kept,
                List.of(),
                manifest.version(),
                AmendForm.newKey(),
                guard.opening(clock.instant()));
        return pages.first(visit, form);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response amend(@PathParam("reference") String reference, @Context HttpHeaders headers, InputStream input)
            throws IOException {
        var room = bodies.room();
        try (var body = FormBody.read(input, headers.getHeaderString(HttpHeaders.CONTENT_TYPE), room)) {
            var arrivedAt = clock.instant();
            var secret = body.text("secret");
            var progress = submissions.require(reference, secret);
            var language = views.language(body.text("lang"), progress.manifest());
            return visiting(progress, secret, language, visit -> posted(visit, body, arrivedAt));
        } catch (FormBody.Malformed e) {
            throw FormBody.malformed().asException();
        } finally {
            room.leave();
        }
    }

    /** A closed round is told as such: the form would be written in vain. */
    private Response visiting(
            Progress progress, @Nullable String secret, PageLanguage language, Function<AmendVisit, Response> answer) {
        var withdrawal = progress.history().withdrawal();
        if (withdrawal.isPresent()) {
            var reason = new Refusal.Withdrawn(withdrawal.get().withdrawal().withdrawnAt());
            return views.unchangeable(progress, reason, language, language.usualChoices());
        }
        return switch (windowNow(progress)) {
            case Closed closed -> views.unchangeable(progress, closed.reason(), language, language.usualChoices());
            case Open open -> answer.apply(new AmendVisit(progress, secret == null ? "" : secret, open, language));
        };
    }

    private ChangeWindow.State windowNow(Progress progress) {
        try {
            return window.at(clock.instant(), progress.manifest());
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private Response posted(AmendVisit visit, FormBody body, Instant arrivedAt) {
        var form = AmendForm.posted(visit, body, guard.carriedOn(body.text(FormGuard.OPENED), clock.instant()));
        if (body.hasOverflowed()) {
            return pages.overflowed(visit, form, body.files());
        }
        try {
            return switch (changes.amend(amending(visit, form, body, arrivedAt))) {
                case Amended amended -> toReceipt(amended.receipt(), visit.language());
                case Unknown unknown -> throw Words.unknownSubmission().asException();
                case Refused(Refusal.Erased erased) ->
                    throw Words.problem(erased).asException();
                case Refused refused -> pages.refused(visit, form, body.files(), refused.reason());
            };
        } catch (ProblemException e) {
            if (e.problem().status() != 503) {
                throw e;
            }
            return pages.unavailable(visit, form, body.files(), e);
        }
    }

    private Amending amending(AmendVisit visit, AmendForm form, FormBody body, Instant arrivedAt) {
        return new Amending(
                visit.manifest().reference().value(),
                visit.secret(),
                new IdempotencyKey(form.key()),
                form.form().draft(),
                List.of(),
                form.kept(),
                body.files(),
                form.ahead(),
                form.base(),
                Channel.FORM,
                guard.suspicions(form.trap(), form.opened(), clock.instant()),
                arrivedAt);
    }

    private static Response toReceipt(Receipt receipt, PageLanguage language) {
        return PageResponses.seeOther("/submissions/%s/receipt?secret=%s&version=%d&lang=%s"
                .formatted(receipt.reference(), receipt.secret(), receipt.version(), language.tag()));
    }
}

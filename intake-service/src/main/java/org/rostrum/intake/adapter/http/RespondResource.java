package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** The form in which people respond. It needs no script; whatever goes wrong, what was typed stays. */
@Path("/consultations/{consultation}/respond")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RespondResource {
    private final Consultations consultations;
    private final Sendings sendings;
    private final Limits limits;
    private final Clock clock;

    RespondResource(Consultations consultations, Sendings sendings, Limits limits, Clock clock) {
        this.consultations = consultations;
        this.sendings = sendings;
        this.limits = limits;
        this.clock = clock;
    }

    /** One visit to the form of one round. */
    private record Visit(ConsultationDefinition definition, Round round, PageLanguage language, String key) {
        Visit withFreshKey() {
            return new Visit(definition, round, language, UUID.randomUUID().toString());
        }

        List<String> items() {
            return round.items().map(item -> item.number().value()).toList();
        }
    }

    @GET
    @Operation(hidden = true)
    public Response form(
            @PathParam("consultation") String consultation,
            @QueryParam("round") @Nullable String round,
            @QueryParam("lang") @Nullable String lang) {
        var visit = visit(consultation, round, lang, UUID.randomUUID().toString());
        return page(visit, Form.empty(visit.items()), null, 200, Optional.empty());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(@PathParam("consultation") String consultation, MultipartFormDataInput input) {
        var parts = new Parts(input);
        var key = IdempotencyKey.parse(Optional.ofNullable(parts.text("key")).orElse(""))
                .orElseGet(() -> new IdempotencyKey(UUID.randomUUID().toString()));
        var visit = visit(consultation, parts.text("round"), parts.text("lang"), key.value());
        var form = Form.posted(parts, visit.items());
        try {
            return send(visit, form, parts, key);
        } catch (ProblemException e) {
            return page(
                    visit,
                    form,
                    e.problem(),
                    e.problem().status(),
                    e.retryAfter().map(wait -> wait.toSeconds()));
        }
    }

    private Response send(Visit visit, Form form, Parts parts, IdempotencyKey key) {
        var sending = new Sending(
                visit.definition().id(),
                visit.round().id(),
                key,
                form.draft(),
                List.of(),
                parts.files("attachment"),
                Sender.ANYONE,
                Channel.FORM,
                clock.instant());
        return switch (sendings.send(sending)) {
            case Acknowledged acknowledged -> toReceipt(acknowledged.receipt());
            case Refused refused -> refused(visit, form, refused.reason());
        };
    }

    private static Response toReceipt(Receipt receipt) {
        return Response.seeOther(
                        URI.create("/submissions/" + receipt.reference() + "/receipt?secret=" + receipt.secret()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response refused(Visit visit, Form form, Refusal reason) {
        if (reason instanceof Refusal.KeyUsedForOther used) {
            return page(visit.withFreshKey(), form, Words.receivedBefore(used.reference()), 409, Optional.empty());
        }
        var problem = Words.problem(reason);
        if (reason instanceof Refusal.WrongFields wrong) {
            form.mark(wrong.fields());
            return page(visit, form, null, problem.status(), Optional.empty());
        }
        return page(visit, form, problem, problem.status(), Optional.empty());
    }

    private Visit visit(String consultation, @Nullable String round, @Nullable String lang, String key) {
        var definition = consultations
                .find(SubmissionsResource.consultationId(consultation))
                .orElseThrow(() -> Words.unknownConsultation().asException())
                .definition();
        return new Visit(definition, round(definition, round), PageLanguage.chosen(lang), key);
    }

    /** The round asked for, else the first that is open and takes something from everyone. */
    private Round round(ConsultationDefinition definition, @Nullable String asked) {
        var now = clock.instant();
        return definition.rounds().stream()
                .filter(round -> asked == null
                        ? round.phaseAt(now, definition.zone()) == RoundPhase.OPEN
                                && !round.accepts().isEmpty()
                        : round.id().value().equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        (asked == null ? nothingOpen() : Words.problem(new Refusal.UnknownRound())).asException());
    }

    private static Problem nothingOpen() {
        return Problem.of(409, "no-round-open", "No round of this consultation is open now")
                .next("The consultation's page shows when each round opens and closes.");
    }

    private Response page(
            Visit visit, Form form, @Nullable Problem problem, int status, Optional<Long> retryAfterSeconds) {
        var language = visit.language();
        var definition = visit.definition();
        var now = clock.instant();
        var views = new Views(definition, language, now);
        var page = new Templates.respond(
                language,
                language.choices(definition.offeredLanguages()),
                views.consultation(),
                views.round(visit.round()),
                form,
                visit.key(),
                Receipt.inWords(now.truncatedTo(ChronoUnit.SECONDS), definition.zone()),
                limitWords(),
                visit.round().accepts().stream().map(KebabCase::of).toList(),
                groups(definition, language),
                Form.countries(language.interfaceTag()),
                language.usualChoices(),
                problem);
        var response = Response.status(status)
                .entity(PagesResource.shown(language, page).render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        retryAfterSeconds.ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait));
        return response.build();
    }

    private Templates.LimitWords limitWords() {
        return new Templates.LimitWords(
                limits.fieldCharacters(),
                "%,d".formatted(limits.fieldCharacters()),
                String.valueOf(limits.attachments()),
                Words.size(limits.attachmentBytes()),
                Words.size(limits.attachmentsBytes()));
    }

    private static List<Templates.Group> groups(ConsultationDefinition definition, PageLanguage language) {
        return definition.stakeholderGroups().stream()
                .map(group -> new Templates.Group(group.in("en"), language.text(definition, group)))
                .toList();
    }
}

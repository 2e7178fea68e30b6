package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DraftSeals;
import org.rostrum.intake.usecase.FormGuard;
import org.rostrum.platform.problem.Problem;

/** Finds what a visit to the form is about. */
@ApplicationScoped
class Visits {
    private final Consultations consultations;
    private final DraftSeals seals;
    private final FormGuard guard;
    private final CallerRole caller;
    private final Clock clock;

    Visits(Consultations consultations, DraftSeals seals, FormGuard guard, CallerRole caller, Clock clock) {
        this.consultations = consultations;
        this.seals = seals;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
    }

    /** A form that nobody has written into. Throws a problem if there is no such consultation or round. */
    Visit begin(String consultation, @Nullable String round, PageLanguage language, HttpHeaders headers) {
        return visit(consultation, round, language, seals.newToken(), newKey(), null, null, headers);
    }

    /** A form as it came back. */
    Visit posted(String consultation, FormBody body, PageLanguage language, HttpHeaders headers) {
        var token = DraftToken.parse(body.textOr("draft", "")).orElseGet(seals::newToken);
        var key = org.rostrum.intake.domain.IdempotencyKey.parse(body.textOr("key", ""))
                .map(given -> given.value())
                .orElseGet(Visits::newKey);
        return visit(
                consultation,
                body.text("round"),
                language,
                token,
                key,
                body.text(FormGuard.OPENED),
                body.text(Screenings.FIELD),
                headers);
    }

    /** A draft taken up again; empty if its consultation or round is gone. */
    Optional<Visit> resumed(DraftToken token, Unfinished draft, PageLanguage language, HttpHeaders headers) {
        return consultations
                .find(draft.consultation())
                .flatMap(found -> found.definition()
                        .round(draft.round())
                        .map(round -> new Visit(
                                found.definition(),
                                round,
                                language,
                                token,
                                draft.key(),
                                draft.opened(),
                                null,
                                caller.sender(round.audience(), headers),
                                Optional.of(draft))));
    }

    Visit afresh(Visit visit) {
        return visit.afresh(seals.newToken(), newKey());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Visit visit(
            String consultation,
            @Nullable String round,
            PageLanguage language,
            DraftToken token,
            String key,
            @Nullable String opened,
            @Nullable String response,
            HttpHeaders headers) {
        var definition = consultations
                .find(Addressed.consultation(consultation))
                .orElseThrow(() -> Words.unknownConsultation().asException())
                .definition();
        var note = guard.carriedOn(opened, clock.instant());
        var found = round(definition, round);
        var visitor = caller.sender(found.audience(), headers);
        return new Visit(definition, found, language, token, key, note, response, visitor, Optional.empty());
    }

    /** The round asked for, else the first that is open and takes something. */
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
}

package org.rostrum.intake.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Proposal;
import org.rostrum.intake.usecase.ChangeConsultation.Request;

/** Opens an announced round now, at the beginning of the second. */
public final class OpenRound {
    private final ChangeConsultation change;

    public OpenRound(ChangeConsultation change) {
        this.change = change;
    }

    public Outcome open(Request request, RoundId round) {
        return change.change(
                request, (standing, now) -> RoundChange.propose(standing, round, now, OpenRound::proposal));
    }

    private static Proposal proposal(ConsultationDefinition definition, Round round, Instant now) {
        return switch (round.phaseAt(now, definition.zone())) {
            case OPEN -> RoundChange.wanted(definition, round);
            case CLOSED ->
                RoundChange.forbidden(
                        "Round %s has closed; extend it, with a reason, to open it again.".formatted(round.id()));
            case ANNOUNCED ->
                RoundChange.wanted(
                        definition,
                        round.withDates(
                                RoundChange.boundary(now.truncatedTo(ChronoUnit.SECONDS), definition.zone()),
                                round.closes(),
                                round.extensions()));
        };
    }
}

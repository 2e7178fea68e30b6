package org.rostrum.intake.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Proposal;
import org.rostrum.intake.usecase.ChangeConsultation.Request;

/**
 * Closes an open round now. The closing is a full second, one to two seconds ahead: every process of intake knows it before
 * it holds, so that nothing is acknowledged after it. In the hour that a clock change repeats, its first pass cannot be
 * named by a local time; the round then closes in the second pass.
 */
public final class CloseRound {
    private static final Duration LEAD = Duration.ofSeconds(2);

    private final ChangeConsultation change;

    public CloseRound(ChangeConsultation change) {
        this.change = change;
    }

    public Outcome close(Request request, RoundId round) {
        return change.change(
                request, (standing, now) -> RoundChange.propose(standing, round, now, CloseRound::proposal));
    }

    private static Proposal proposal(ConsultationDefinition definition, Round round, Instant now) {
        var zone = definition.zone();
        var closing = now.plus(LEAD).truncatedTo(ChronoUnit.SECONDS);
        return switch (round.phaseAt(now, zone)) {
            case CLOSED -> RoundChange.wanted(definition, round);
            case ANNOUNCED ->
                RoundChange.forbidden("Round %s has not opened; edit its dates or remove it instead of closing it."
                        .formatted(round.id()));
            case OPEN ->
                round.closesAt(zone).filter(at -> !at.isAfter(closing)).isPresent()
                        ? RoundChange.wanted(definition, round)
                        : RoundChange.wanted(
                                definition,
                                round.withDates(
                                        round.opens(), RoundChange.boundary(closing, zone), round.extensions()));
        };
    }
}

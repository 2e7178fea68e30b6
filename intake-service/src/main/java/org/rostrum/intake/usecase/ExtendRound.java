package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Extension;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Proposal;
import org.rostrum.intake.usecase.ChangeConsultation.Request;

/** Moves the closing of a round to later, with a reason that everyone reads. A round that has closed opens again by it. */
public final class ExtendRound {
    private final ChangeConsultation change;

    public ExtendRound(ChangeConsultation change) {
        this.change = change;
    }

    public Outcome extend(Request request, RoundId round, Boundary closes, LocalizedText reason) {
        return change.change(
                request,
                (standing, now) -> RoundChange.propose(
                        standing,
                        round,
                        now,
                        (definition, found, at) -> proposal(definition, found, closes, reason, at)));
    }

    private static Proposal proposal(
            ConsultationDefinition definition, Round round, Boundary closes, LocalizedText reason, Instant now) {
        var zone = definition.zone();
        @Nullable Boundary before = round.closes();
        if (before == null) {
            return RoundChange.forbidden(
                    "Round %s has no closing that could be extended; set one by editing it.".formatted(round.id()));
        }
        if (isDone(round, closes, reason)) {
            return RoundChange.wanted(definition, round);
        }
        if (!closes.closesAt(zone).isAfter(before.closesAt(zone))) {
            return RoundChange.forbidden(
                    "Round %s closes %s; an extension must be later than that.".formatted(round.id(), before.value()));
        }
        if (!closes.closesAt(zone).isAfter(now)) {
            return RoundChange.forbidden("The new closing of round %s is past already.".formatted(round.id()));
        }
        var extensions = new ArrayList<>(round.extensions());
        extensions.add(new Extension(before, closes, reason, now));
        return RoundChange.wanted(definition, round.withDates(round.opens(), closes, extensions));
    }

    private static boolean isDone(Round round, Boundary closes, LocalizedText reason) {
        return Objects.equals(round.closes(), closes)
                && !round.extensions().isEmpty()
                && round.extensions().getLast().to().equals(closes)
                && round.extensions().getLast().reason().equals(reason);
    }
}

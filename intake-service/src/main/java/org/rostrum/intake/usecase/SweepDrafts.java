package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.Optional;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.domain.DraftLife;
import org.rostrum.intake.usecase.Drafts.Resting;

/** Removes drafts that nobody has changed for long, but none whose round has not closed. */
public final class SweepDrafts {
    private final Drafts drafts;
    private final Consultations consultations;
    private final DraftLife life;

    public SweepDrafts(Drafts drafts, Consultations consultations, DraftLife life) {
        this.drafts = drafts;
        this.consultations = consultations;
        this.life = life;
    }

    /**
     * Answers how many were removed; nothing is, before every definition is known.
     */
    public int sweep(Instant now) {
        return consultations.areComplete() ? drafts.sweep(draft -> isExpired(draft, now)) : 0;
    }

    private boolean isExpired(Resting draft, Instant now) {
        return !isWanted(draft, now)
                && life.endsAt(draft.savedAt(), Optional.empty()).isBefore(now);
    }

    private boolean isWanted(Resting draft, Instant now) {
        return consultations
                .find(draft.consultation())
                .map(found -> found.definition())
                .flatMap(definition ->
                        definition.round(draft.round()).map((Round round) -> round.phaseAt(now, definition.zone())))
                .filter(phase -> phase != RoundPhase.CLOSED)
                .isPresent();
    }
}

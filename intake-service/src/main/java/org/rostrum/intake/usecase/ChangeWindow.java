package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.Admission.Admitted;
import org.rostrum.intake.domain.Admission.TurnedAway;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.RoundGate;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.usecase.TryAgainLater.Kept;

/**
 * Decides whether a submission may still be amended or withdrawn: until its round closes, also where the round takes late
 * submissions. Whoever holds a receipt was admitted once and is not asked again who they are.
 */
public final class ChangeWindow {
    private final Consultations consultations;

    public ChangeWindow(Consultations consultations) {
        this.consultations = consultations;
    }

    /** What the window is at an instant. */
    public sealed interface State {}

    public record Open(ConsultationDefinition definition, Round round) implements State {}

    public record Closed(Refusal reason) implements State {}

    /** Throws {@link TryAgainLater} before all definitions are here. */
    public State at(Instant now, SubmissionManifest manifest) {
        if (!consultations.areComplete()) {
            throw new TryAgainLater(Kept.NOTHING, "the definitions are still being read");
        }
        return consultations
                .find(manifest.consultation())
                .map(DefinedConsultation::definition)
                .map(definition -> at(now, definition, definition.round(manifest.round())))
                .orElseGet(() -> new Closed(new Refusal.UnknownConsultation()));
    }

    private static State at(Instant now, ConsultationDefinition definition, Optional<Round> round) {
        return round.map(found -> at(now, definition, found)).orElseGet(() -> new Closed(new Refusal.UnknownRound()));
    }

    private static State at(Instant now, ConsultationDefinition definition, Round round) {
        var gate = new RoundGate(round, definition.zone());
        var afterClosing = gate.afterClosing(now);
        if (afterClosing.isPresent()) {
            return new Closed(new Refusal.ChangesClosed(afterClosing.get(), definition.contact()));
        }
        return switch (gate.admission(now, null, Sender.MEMBER)) {
            case TurnedAway away -> new Closed(away.reason());
            case Admitted admitted -> new Open(definition, round);
        };
    }
}

package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.usecase.Consultations;

/** What the path of a request names. */
@ApplicationScoped
class Addressed {
    private final Consultations consultations;

    Addressed(Consultations consultations) {
        this.consultations = consultations;
    }

    /** A round that may or may not exist. */
    record AddressedRound(ConsultationId consultation, RoundId round, Audience audience) {}

    /** Throws a {@link org.rostrum.platform.problem.ProblemException} (404) for what can be no id. */
    AddressedRound round(String consultation, String round) {
        var consultationId = consultation(consultation);
        var roundId = roundId(round);
        var audience = consultations
                .find(consultationId)
                .flatMap(found -> found.definition().round(roundId))
                .map(Round::audience)
                .orElse(Audience.EVERYONE);
        return new AddressedRound(consultationId, roundId, audience);
    }

    /** Throws a {@link org.rostrum.platform.problem.ProblemException} (404) for what can be no id. */
    static ConsultationId consultation(String given) {
        if (!ConsultationId.isValid(given)) {
            throw Words.unknownConsultation().asException();
        }
        return new ConsultationId(given);
    }

    private static RoundId roundId(String given) {
        if (!RoundId.isValid(given)) {
            throw Words.problem(new Refusal.UnknownRound()).asException();
        }
        return new RoundId(given);
    }
}

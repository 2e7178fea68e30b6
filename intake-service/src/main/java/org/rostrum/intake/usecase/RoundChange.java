package org.rostrum.intake.usecase;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.ChangeConsultation.Forbidden;
import org.rostrum.intake.usecase.ChangeConsultation.Proposal;
import org.rostrum.intake.usecase.ChangeConsultation.Unknown;

/** What the verbs of a round have in common: find it, decide about its dates, put it back. */
@FunctionalInterface
interface RoundChange {

    /** The round as it is to be; the same round if nothing is to change. */
    Proposal of(ConsultationDefinition definition, Round round, Instant now);

    static Proposal propose(Optional<DefinedConsultation> standing, RoundId id, Instant now, RoundChange change) {
        return standing.map(DefinedConsultation::definition)
                .flatMap(definition -> definition.round(id).map(round -> change.of(definition, round, now)))
                .orElseGet(() -> new Proposal.Not(new Unknown()));
    }

    static Proposal wanted(ConsultationDefinition definition, Round changed) {
        return new Proposal.Wanted(definition.withRound(changed), false);
    }

    static Proposal forbidden(String reason) {
        return new Proposal.Not(new Forbidden(reason));
    }

    static Boundary boundary(Instant instant, ZoneId zone) {
        return new Boundary(instant.atZone(zone).toLocalDateTime().toString());
    }
}

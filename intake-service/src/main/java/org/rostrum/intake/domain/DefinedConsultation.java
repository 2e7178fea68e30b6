package org.rostrum.intake.domain;

import java.time.Instant;
import org.rostrum.contracts.ConsultationDefinition;

/** A consultation as it stands. */
public record DefinedConsultation(ConsultationDefinition definition, int revision, Instant definedAt) {}

package org.rostrum.intake.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.ChangeConsultation.Invalid;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Proposal;
import org.rostrum.intake.usecase.ChangeConsultation.Request;
import org.rostrum.intake.usecase.DefinitionSchema.Violation;

/** Takes an organiser's definition of a consultation, checks it whole, and tells everyone if it changed. */
public final class DefineConsultation {
    private final ChangeConsultation change;
    private final DefinitionSchema schema;

    public DefineConsultation(ChangeConsultation change, DefinitionSchema schema) {
        this.change = change;
        this.schema = schema;
    }

    public Outcome define(Request request, JsonNode document) {
        var violations = schema.violations(document);
        if (!violations.isEmpty()) {
            return new Invalid(violations);
        }
        try {
            return define(request, Json.mapper().treeToValue(document, ConsultationDefinition.class));
        } catch (JsonProcessingException e) {
            return new Invalid(List.of(violation(e)));
        }
    }

    private Outcome define(Request request, ConsultationDefinition definition) {
        if (!definition.id().equals(request.consultation())) {
            return new Invalid(
                    List.of(new Violation("/id", "must be the one in the address, " + request.consultation())));
        }
        return change.change(
                request, (standing, now) -> new Proposal.Wanted(keepExtensions(definition, standing), true));
    }

    /** Organisers keep their own file; what was extended since is on the public record and need not be copied into it. */
    private static ConsultationDefinition keepExtensions(
            ConsultationDefinition wanted, Optional<DefinedConsultation> standing) {
        return standing.map(DefinedConsultation::definition)
                .map(now -> wanted.withRounds(wanted.rounds().stream()
                        .map(round -> now.round(round.id())
                                .filter(before -> round.extensions().isEmpty())
                                .map(before -> keepExtensions(round, before))
                                .orElse(round))
                        .toList()))
                .orElse(wanted);
    }

    private static Round keepExtensions(Round wanted, Round before) {
        return wanted.withDates(wanted.opens(), wanted.closes(), before.extensions());
    }

    /** The records' own words: they were written for organisers. */
    private static Violation violation(JsonProcessingException e) {
        var pointer = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        var reason = e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : null;
        return new Violation(pointer, reason == null ? "the value is not of the kind that belongs here" : reason);
    }
}

package org.rostrum.intake.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.DefinitionSchema.Violation;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.TryAgainLater.Kept;

/** Takes an organiser's definition of a consultation, checks it whole, and tells everyone if it changed. */
public final class DefineConsultation {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consultations consultations;
    private final DefinitionSchema schema;
    private final EventLog log;
    private final Clock clock;
    private final Map<ConsultationId, ReentrantLock> locks = new ConcurrentHashMap<>();

    public DefineConsultation(Consultations consultations, DefinitionSchema schema, EventLog log, Clock clock) {
        this.consultations = consultations;
        this.schema = schema;
        this.log = log;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** It stands; {@code changed} is false if it stood so before. */
    public record Defined(ConsultationId consultation, int revision, boolean changed) implements Outcome {}

    /** Every place that is wrong. */
    public record Invalid(List<Violation> violations) implements Outcome {}

    /** Somebody else's definition came in between; {@code revision} stands. */
    public record Overtaken(ConsultationId consultation, int revision) implements Outcome {}

    /** It is well formed, but would break what stands. */
    public record Forbidden(String reason) implements Outcome {}

    public Outcome define(ConsultationId id, JsonNode document, String definedBy) {
        var violations = schema.violations(document);
        if (!violations.isEmpty()) {
            return new Invalid(violations);
        }
        try {
            return oneAtATime(id, Json.mapper().treeToValue(document, ConsultationDefinition.class), definedBy);
        } catch (JsonProcessingException e) {
            return new Invalid(List.of(violation(e)));
        }
    }

    /** Two managers of one process queue up; two processes meet in the log, see {@link #standsOrOvertaken}. */
    private Outcome oneAtATime(ConsultationId id, ConsultationDefinition definition, String definedBy) {
        var lock = locks.computeIfAbsent(id, same -> new ReentrantLock());
        lock.lock();
        try {
            return define(id, definition, definedBy);
        } finally {
            lock.unlock();
        }
    }

    private Outcome define(ConsultationId id, ConsultationDefinition definition, String definedBy) {
        if (!definition.id().equals(id)) {
            return new Invalid(List.of(new Violation("/id", "must be the one in the address, " + id)));
        }
        if (!consultations.areComplete()) {
            throw new TryAgainLater(Kept.NOTHING, "the definitions are still being read");
        }
        var standing = consultations.find(id);
        if (standing.map(DefinedConsultation::definition)
                .filter(definition::equals)
                .isPresent()) {
            return new Defined(id, standing.get().revision(), false);
        }
        return standing.flatMap(now -> objection(now.definition(), definition))
                .<Outcome>map(Forbidden::new)
                .orElseGet(() -> define(definition, standing, definedBy));
    }

    /** The place for rules about changes. */
    private Optional<String> objection(ConsultationDefinition standing, ConsultationDefinition wanted) {
        var objections = Stream.concat(movedZone(standing, wanted).stream(), removed(standing, wanted))
                .toList();
        return objections.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", objections));
    }

    private static Optional<String> movedZone(ConsultationDefinition standing, ConsultationDefinition wanted) {
        return standing.zone().equals(wanted.zone())
                ? Optional.empty()
                : Optional.of("The time zone of a consultation cannot change: receipts print instants in "
                        + standing.zone() + ". Define a new consultation instead.");
    }

    /** Once a round has opened, submissions may speak of it and of its items. */
    private Stream<String> removed(ConsultationDefinition standing, ConsultationDefinition wanted) {
        var now = clock.instant();
        return standing.rounds().stream()
                .filter(round -> !now.isBefore(round.opensAt(standing.zone())))
                .flatMap(round -> wanted
                        .round(round.id())
                        .map(changed -> removedItems(round, changed))
                        .orElseGet(
                                () -> Optional.of("Round %s has opened and cannot be removed.".formatted(round.id())))
                        .stream());
    }

    private static Optional<String> removedItems(Round standing, Round wanted) {
        var missing = standing.items()
                .map(Item::number)
                .filter(number -> wanted.item(number).isEmpty())
                .map(ItemNumber::value)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Round %s has opened and its items cannot be removed; missing: %s."
                        .formatted(standing.id(), String.join(", ", missing)));
    }

    private Outcome standsOrOvertaken(ConsultationDefinition definition) {
        var standing = consultations.find(definition.id()).orElseThrow();
        return standing.definition().equals(definition)
                ? new Defined(definition.id(), standing.revision(), true)
                : new Overtaken(definition.id(), standing.revision());
    }

    private Outcome define(
            ConsultationDefinition definition, Optional<DefinedConsultation> standing, String definedBy) {
        int revision = standing.map(DefinedConsultation::revision).orElse(0) + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var event = new ConsultationDefined(definition.id(), revision, definition, now, definedBy);
        try {
            log.append("defined-" + definition.id() + "-" + revision + "-" + now.toEpochMilli(), now, event);
        } catch (LogUnavailable e) {
            throw new TryAgainLater(Kept.UNKNOWN, e);
        }
        if (!consultations.awaitRevision(definition.id(), revision, PATIENCE)) {
            throw new TryAgainLater(Kept.MANIFEST, "the definition is written, but has not come back yet");
        }
        return standsOrOvertaken(definition);
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

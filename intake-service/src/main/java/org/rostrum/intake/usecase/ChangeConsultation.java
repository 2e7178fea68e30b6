package org.rostrum.intake.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.domain.Author;
import org.rostrum.intake.domain.ChangeRules;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.DefinitionDiff;
import org.rostrum.intake.domain.Revision;
import org.rostrum.intake.usecase.DefinitionSchema.Violation;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.Revisions.RevisionKey;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * The one way by which a consultation's definition changes: rules, then the revision in the store unless its number is taken,
 * then the event. Two managers of one process queue up; two processes meet at the number of the revision.
 */
public final class ChangeConsultation {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consultations consultations;
    private final Revisions revisions;
    private final EventLog log;
    private final Clock clock;
    private final Map<ConsultationId, ReentrantLock> locks = new ConcurrentHashMap<>();

    public ChangeConsultation(Consultations consultations, Revisions revisions, EventLog log, Clock clock) {
        this.consultations = consultations;
        this.revisions = revisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Who wants a change, and what they had before their eyes.
     *
     * @param expected the revision that they looked at, 0 for none; empty if they do not mind
     */
    public record Request(ConsultationId consultation, Author by, OptionalInt expected) {}

    /** What came of it. */
    public sealed interface Outcome {}

    /** It stands; {@code changed} is false if it stood so before. */
    public record Defined(ConsultationId consultation, int revision, boolean changed) implements Outcome {}

    /** Every place that is wrong. */
    public record Invalid(List<Violation> violations) implements Outcome {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** Somebody else's change came in between; {@code revision} stands. */
    public record Overtaken(ConsultationId consultation, int revision) implements Outcome {}

    /** They looked at another revision than the one that stands. */
    public record Stale(ConsultationId consultation, int revision) implements Outcome {}

    /** It is well formed, but would break what stands. */
    public record Forbidden(String reason) implements Outcome {}

    /** There is no such consultation, or no such round in it. */
    public record Unknown() implements Outcome {}

    /** What is wanted, given what stands. */
    sealed interface Proposal {
        /** {@code byEditing} if dates are under the rules of editing, not of a verb. */
        record Wanted(ConsultationDefinition definition, boolean byEditing) implements Proposal {}

        record Not(Outcome outcome) implements Proposal {}
    }

    /** Throws {@link TryAgainLater} if the store or the log did not answer; asking again is safe. */
    Outcome change(Request request, BiFunction<Optional<DefinedConsultation>, Instant, Proposal> proposal) {
        var lock = locks.computeIfAbsent(request.consultation(), same -> new ReentrantLock());
        lock.lock();
        try {
            return changeAlone(request, proposal);
        } finally {
            lock.unlock();
        }
    }

    private Outcome changeAlone(
            Request request, BiFunction<Optional<DefinedConsultation>, Instant, Proposal> proposal) {
        if (!consultations.areComplete()) {
            throw new TryAgainLater(Kept.NOTHING, "the definitions are still being read");
        }
        var standing = consultations.find(request.consultation());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (proposal.apply(standing, now)) {
            case Proposal.Not(Outcome outcome) -> outcome;
            case Proposal.Wanted wanted -> consider(request, standing, wanted, now);
        };
    }

    private Outcome consider(
            Request request, Optional<DefinedConsultation> standing, Proposal.Wanted wanted, Instant now) {
        int revision = standing.map(DefinedConsultation::revision).orElse(0);
        if (standing.filter(found -> found.definition().equals(wanted.definition()))
                .isPresent()) {
            return new Defined(request.consultation(), revision, false);
        }
        if (request.expected().isPresent() && request.expected().getAsInt() != revision) {
            return new Stale(request.consultation(), revision);
        }
        var objections = standing.map(found -> objections(found.definition(), wanted, now))
                .orElse(List.of());
        return objections.isEmpty()
                ? commit(revision(request, standing, wanted.definition(), now))
                : new Forbidden(String.join(" ", objections));
    }

    private static List<String> objections(ConsultationDefinition standing, Proposal.Wanted wanted, Instant now) {
        var rules = new ChangeRules(standing, wanted.definition(), now);
        return wanted.byEditing()
                ? Stream.concat(rules.objections().stream(), rules.objectionsToDates().stream())
                        .toList()
                : rules.objections();
    }

    private static Revision revision(
            Request request, Optional<DefinedConsultation> standing, ConsultationDefinition wanted, Instant now) {
        return Revision.of(
                wanted,
                standing.map(DefinedConsultation::revision).orElse(0) + 1,
                now,
                request.by(),
                standing.map(found -> DefinitionDiff.between(found.definition(), wanted))
                        .orElseGet(() -> DefinitionDiff.created(wanted)));
    }

    private Outcome commit(Revision mine) {
        var stored = createOrFind(mine);
        announce(stored);
        if (!consultations.awaitRevision(stored.consultation(), stored.number(), PATIENCE)) {
            throw new TryAgainLater(Kept.MANIFEST, "the definition is written, but has not come back yet");
        }
        return stored.definition().equals(mine.definition())
                ? new Defined(mine.consultation(), mine.number(), true)
                : new Overtaken(mine.consultation(), stored.number());
    }

    /** Whoever took the number may have died before telling the log: theirs is announced as ours would be. */
    private Revision createOrFind(Revision mine) {
        try {
            return revisions.create(mine)
                    ? mine
                    : revisions
                            .find(new RevisionKey(mine.consultation(), mine.number()))
                            .orElseThrow(
                                    () -> new ObjectStoreUnavailable("a revision is there and cannot be read", null));
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.UNKNOWN, e);
        }
    }

    private void announce(Revision revision) {
        try {
            log.append(revision.eventId(), revision.at(), revision.event());
        } catch (LogUnavailable e) {
            throw new TryAgainLater(Kept.MANIFEST, e);
        }
    }
}

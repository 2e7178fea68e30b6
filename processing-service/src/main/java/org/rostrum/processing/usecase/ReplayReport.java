package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.content.Rereading;

/**
 * What a replay has found so far.
 *
 * @param startedBy the name of the person who asked for it
 * @param finishedAt absent while it is under way
 * @param fault why it ended early, for operators; absent if it did not
 * @param outcomes how many submissions there were of each outcome
 * @param changes the first of those that differ
 */
public record ReplayReport(
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt,
        @Nullable String fault,
        Map<Outcome, Integer> outcomes,
        List<Change> changes) {
    /** More would fill the heap and no screen; the counts are complete. */
    public static final int MOST_CHANGES = 1_000;

    public ReplayReport {
        outcomes = Map.copyOf(outcomes);
        changes = List.copyOf(changes);
    }

    /** What became of one submission. */
    public enum Outcome {
        /** Read again with the same result. */
        SAME,
        /** Read again, and staff see the new result; what people had settled is as it was. */
        CHANGED,
        /** It would be read otherwise now, but staff decided on what they saw: left as it is. */
        DECIDED,
        /** It would be split otherwise now, and passages that people settled would be lost: left as it is. */
        SETTLED,
        /** The log knew it and the database did not: processed as if it had just come. */
        REBUILT,
        /** Withdrawn: not read any more. */
        CLOSED,
        /** Still being processed, or parked. */
        UNDER_WAY,
        /** Somebody changed it while it was read: as they left it. */
        OVERTAKEN,
        /** It could not be read again: as it was. */
        FAILED
    }

    /** A submission that differs, or that failed. */
    public record Change(
            Reference reference,
            Outcome outcome,
            @Nullable Rereading rereading,
            @Nullable String fault) {}

    static ReplayReport begun(Instant at, String by) {
        return new ReplayReport(at, by, null, null, Map.of(), List.of());
    }

    ReplayReport with(Outcome outcome, @Nullable Change change) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        counts.putAll(outcomes);
        counts.merge(outcome, 1, Integer::sum);
        if (change == null || changes.size() >= MOST_CHANGES) {
            return new ReplayReport(startedAt, startedBy, finishedAt, fault, counts, changes);
        }
        var more = new ArrayList<>(changes);
        more.add(change);
        return new ReplayReport(startedAt, startedBy, finishedAt, fault, counts, more);
    }

    ReplayReport finished(Instant at, @Nullable String why) {
        return new ReplayReport(startedAt, startedBy, at, why, outcomes, changes);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    public int submissions() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}

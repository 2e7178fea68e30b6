package org.rostrum.publishing.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.Change;
import org.rostrum.publishing.domain.LeakScan;
import org.rostrum.publishing.domain.PublicRecord.WaitingClearance;
import org.rostrum.publishing.domain.RefusalReason;

/** Fetches what was cleared, checks it once more, and lets it into the record or bars it. */
final class CheckClearances {
    private static final int PATIENCE = 16;

    private final LivingRecord record;
    private final Artefacts artefacts;
    private final Alarms alarms;
    private final Side side;
    private final Map<SubmissionId, Integer> timesFailed = new HashMap<>();

    CheckClearances(LivingRecord record, Artefacts artefacts, Alarms alarms, Side side) {
        this.record = record;
        this.artefacts = artefacts;
        this.alarms = alarms;
        this.side = side;
    }

    /**
     * A clearance that publishing refuses to follow.
     *
     * @param clearance what was refused
     */
    record Refusal(WaitingClearance clearance, RefusalReason reason) {}

    /**
     * What came of a round of checks.
     *
     * @param unreachable those whose public form could not be fetched now
     * @param why what kept one of them back
     */
    record Checked(List<Refusal> refusals, Set<SubmissionId> unreachable, Optional<StoreUnavailable> why) {}

    /** Checks some submissions and hands every change of the record to {@code changes}. */
    Checked check(Set<SubmissionId> submissions, Consumer<List<Change>> changes) {
        var failures = new ConcurrentHashMap<SubmissionId, StoreUnavailable>();
        var refusals = new ArrayList<Refusal>();
        var unreachable = new HashSet<SubmissionId>();
        side.bySide(waiting(submissions), clearance -> look(clearance, failures))
                .forEach((clearance, result) -> result.ifPresentOrElse(
                        found -> refusals.addAll(settle(clearance, found, changes)),
                        () -> unreachable.add(clearance.cleared().submission())));
        timesFailed.keySet().retainAll(unreachable);
        failures.keySet().forEach(id -> timesFailed.merge(id, 1, Integer::sum));
        return new Checked(refusals, unreachable, failures.values().stream().findFirst());
    }

    /** What failed most often comes last, so that it never keeps the others from being tried. */
    private List<WaitingClearance> waiting(Set<SubmissionId> submissions) {
        return submissions.stream()
                .sorted(Comparator.comparing(id -> timesFailed.getOrDefault(id, 0)))
                .flatMap(id -> record.read(r -> r.waiting(id)).stream())
                .toList();
    }

    /** Empty if the store cannot be asked; where it failed often enough it is not even tried, as each may take long. */
    private Optional<LeakScan.Result> look(WaitingClearance clearance, Map<SubmissionId, StoreUnavailable> failures) {
        if (failures.size() >= PATIENCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(look(clearance));
        } catch (StoreUnavailable e) {
            failures.put(clearance.cleared().submission(), e);
            return Optional.empty();
        }
    }

    private LeakScan.Result look(WaitingClearance clearance) {
        return switch (artefacts.find(clearance.cleared().artefact())) {
            case Artefacts.Found.Intact found -> LeakScan.scan(found.artefact(), clearance.receipt());
            case Artefacts.Found.Broken broken -> new LeakScan.Result.Refused(broken.reason());
        };
    }

    private List<Refusal> settle(WaitingClearance waiting, LeakScan.Result result, Consumer<List<Change>> changes) {
        var submission = waiting.cleared().submission();
        return switch (result) {
            case LeakScan.Result.Clean clean -> {
                changes.accept(record.change(r -> r.show(submission, waiting.clearance(), clean.content())));
                yield List.of();
            }
            case LeakScan.Result.Refused refused -> {
                changes.accept(record.change(r -> r.bar(submission, waiting.clearance())));
                alarms.refused(waiting.cleared().reference(), refused.reason());
                yield List.of(new Refusal(waiting, refused.reason()));
            }
        };
    }
}

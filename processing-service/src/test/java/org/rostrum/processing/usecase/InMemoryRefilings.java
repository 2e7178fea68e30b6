package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rostrum.contracts.SubmissionId;

/** What was filed elsewhere, in memory; the newest first. */
record InMemoryRefilings(Map<RoundTexts.Of, List<Refilings.Refiling>> kept, Set<SubmissionId> erased)
        implements Refilings {

    @Override
    public void add(RoundTexts.Of round, Refiling refiling) {
        kept.put(
                round,
                Stream.concat(Stream.of(refiling), of(round).stream())
                        .limit(KEPT)
                        .toList());
        erased.forEach(this::forget);
    }

    @Override
    public List<Refiling> of(RoundTexts.Of round) {
        return kept.getOrDefault(round, List.of());
    }

    @Override
    public void forget(SubmissionId submission) {
        kept.replaceAll((_, refilings) -> refilings.stream()
                .map(refiling -> new Refiling(
                        refiling.at(),
                        refiling.model(),
                        refiling.studied(),
                        refiling.moved(),
                        refiling.moves().stream()
                                .filter(move -> !move.submission().equals(submission))
                                .toList()))
                .toList());
    }
}

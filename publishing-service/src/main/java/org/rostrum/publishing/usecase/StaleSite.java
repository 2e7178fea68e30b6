package org.rostrum.publishing.usecase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.Change;

/** Which parts of the site no longer say what the record says. */
final class StaleSite {
    /** A list of contributions that is cut into pages: all, those on an item, or those that answer no question. */
    sealed interface Strand {
        ConsultationId consultation();

        record All(ConsultationId consultation) implements Strand {}

        record Item(ConsultationId consultation, Optional<ItemNumber> item) implements Strand {}
    }

    /** The compilation of a round. */
    record Compilation(ConsultationId consultation, RoundId round) {}

    private final Set<SubmissionId> waiting = new HashSet<>();
    private final Set<SubmissionId> restated = new HashSet<>();
    private final Map<Strand, Integer> strands = new HashMap<>();
    private final Set<ConsultationId> heads = new HashSet<>();
    private final Set<ConsultationId> feeds = new HashSet<>();
    private final Set<ConsultationId> redefined = new HashSet<>();
    private final Set<Compilation> compilations = new HashSet<>();
    private final Set<Compilation> withdrawn = new HashSet<>();
    private final Set<Strand> exposing = new HashSet<>();

    /** Takes what one event changed. */
    void note(List<Change> changes) {
        changes.forEach(this::note);
        if (changes.stream().anyMatch(Change.Withdrawn.class::isInstance)) {
            changes.stream().flatMap(StaleSite::strandOf).forEach(exposing::add);
        }
    }

    private static Stream<Strand> strandOf(Change change) {
        return switch (change) {
            case Change.ListMoved c -> Stream.of(new Strand.All(c.consultation()));
            case Change.ItemMoved c -> Stream.of(new Strand.Item(c.consultation(), Optional.of(c.item())));
            case Change.UnfiledMoved c -> Stream.of(new Strand.Item(c.consultation(), Optional.empty()));
            case Change.Redefined _,
                    Change.Counted _,
                    Change.Decided _,
                    Change.Restated _,
                    Change.Cleared _,
                    Change.Withdrawn _ -> Stream.empty();
        };
    }

    private void note(Change change) {
        switch (change) {
            case Change.Redefined c -> redefined.add(c.consultation());
            case Change.Counted c -> {
                heads.add(c.consultation());
                compilations.add(new Compilation(c.consultation(), c.round()));
            }
            case Change.Decided c -> feeds.add(c.consultation());
            case Change.Restated c -> {
                restated.add(c.submission());
                compilations.add(new Compilation(c.consultation(), c.round()));
            }
            case Change.Cleared c -> waiting.add(c.submission());
            case Change.ListMoved c -> moved(new Strand.All(c.consultation()), c.from());
            case Change.ItemMoved c -> moved(new Strand.Item(c.consultation(), Optional.of(c.item())), c.from());
            case Change.UnfiledMoved c -> moved(new Strand.Item(c.consultation(), Optional.empty()), c.from());
            case Change.Withdrawn c -> withdrawn.add(new Compilation(c.consultation(), c.round()));
        }
    }

    private void moved(Strand strand, int from) {
        strands.merge(strand, from, Math::min);
        heads.add(strand.consultation());
        feeds.add(strand.consultation());
    }

    boolean isEmpty() {
        return restated.isEmpty() && strands.isEmpty() && heads.isEmpty() && feeds.isEmpty() && redefined.isEmpty();
    }

    /** Whether nothing but numbers changed: what came in, or went on to staff. */
    boolean hasOnlyCounted() {
        return !heads.isEmpty()
                && waiting.isEmpty()
                && restated.isEmpty()
                && strands.isEmpty()
                && feeds.isEmpty()
                && redefined.isEmpty()
                && withdrawn.isEmpty()
                && exposing.isEmpty();
    }

    /** Clearances to check; they are no longer waiting afterwards. */
    Set<SubmissionId> takeWaiting() {
        var taken = Set.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    void stillWaiting(Set<SubmissionId> submissions) {
        waiting.addAll(submissions);
    }

    Set<SubmissionId> restated() {
        return restated;
    }

    Map<Strand, Integer> strands() {
        return strands;
    }

    Set<ConsultationId> heads() {
        return heads;
    }

    Set<ConsultationId> feeds() {
        return feeds;
    }

    Set<ConsultationId> redefined() {
        return redefined;
    }

    Set<Compilation> compilations() {
        return compilations;
    }

    Set<Compilation> withdrawn() {
        return withdrawn;
    }

    /** Lists that may still show something that is no longer public. */
    Set<Strand> exposing() {
        return exposing;
    }

    /** The site says again what the record says. */
    void refreshed() {
        restated.clear();
        strands.clear();
        heads.clear();
        feeds.clear();
        redefined.clear();
        compilations.clear();
        withdrawn.clear();
        exposing.clear();
    }
}

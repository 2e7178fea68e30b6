package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.compilation.Accounting;

/** The public record of one consultation. */
public final class ConsultationRecord {
    private final ConsultationId id;
    private final Map<RoundId, Tally> tallies = new TreeMap<>();
    private final Map<ItemNumber, Shelf> items = new TreeMap<>();
    private final Set<SubmissionId> submissions = new HashSet<>();
    private final TreeSet<Standing.Gone> departed =
            new TreeSet<>(Comparator.comparing(Standing.Gone::since).thenComparing(Standing.Gone::reference));
    private final Shelf unfiled = new Shelf(this::asShown);
    private final Shelf contributions = new Shelf(this::asShown);
    private final Set<String> definitions = new HashSet<>();
    private @Nullable ConsultationDefined defined;
    private final Map<RoundId, Instant> roundsChangedAt = new TreeMap<>();
    private Instant changedAt = Instant.EPOCH;
    private ListedGroups groups = ListedGroups.NONE;
    private Instant definedAt = Instant.EPOCH;
    private Instant decidedAt = Instant.EPOCH;

    ConsultationRecord(ConsultationId id) {
        this.id = id;
    }

    public ConsultationId id() {
        return id;
    }

    public Optional<ConsultationDefinition> definition() {
        return Optional.ofNullable(defined).map(ConsultationDefined::definition);
    }

    /** The instant of the newest event about it. */
    public Instant changedAt() {
        return later(changedAt, definedAt);
    }

    /** The instant of the newest event about one of its rounds, or of its definition. */
    public Instant changedAt(RoundId round) {
        return later(roundsChangedAt.getOrDefault(round, Instant.EPOCH), definedAt);
    }

    /** The newest instant of a definition or of a decision by staff. */
    public Instant decidedAt() {
        return later(decidedAt, definedAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The account of a round; all zero if nothing arrived. */
    public Accounting accounting(RoundId round) {
        return tallies.getOrDefault(round, new Tally()).accounting();
    }

    /** Everything shown, in order of clearance. */
    public Shelf contributions() {
        return contributions;
    }

    /** What answers an item. */
    public Shelf on(ItemNumber item) {
        return items.getOrDefault(item, new Shelf(this::asShown));
    }

    /** What has passages that answer no question. */
    public Shelf unfiled() {
        return unfiled;
    }

    /** Items that something answers. */
    public List<ItemNumber> answeredItems() {
        return items.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Keeps the newest revision, and of two that carry one number the later in the log: the one that is left when the
     * log has been compacted. Of those that it does not keep, nothing is seen, not even their time.
     */
    boolean define(String eventId, ConsultationDefined event) {
        if (!definitions.add(eventId) || (defined != null && defined.revision() > event.revision())) {
            return false;
        }
        defined = event;
        groups = ListedGroups.of(event.definition());
        definedAt = event.definedAt();
        return true;
    }

    /** As the newest definition allows it to be shown. */
    PublishedContribution asShown(PublishedContribution contribution) {
        return groups.only(contribution);
    }

    void add(SubmissionId submission) {
        submissions.add(submission);
    }

    /** Every submission that some event names. */
    public Set<SubmissionId> submissions() {
        return Collections.unmodifiableSet(submissions);
    }

    void touch(RoundId round, Instant instant) {
        touch(instant);
        roundsChangedAt.merge(round, instant, ConsultationRecord::later);
    }

    private void touch(Instant instant) {
        changedAt = later(changedAt, instant);
    }

    void decide(Instant instant) {
        touch(instant);
        decidedAt = later(decidedAt, instant);
    }

    void departed(Standing.Gone gone) {
        departed.add(gone);
    }

    void returned(Standing.Gone gone) {
        departed.remove(gone);
    }

    /** Contributions that were public and are not any more, the newest departure first. */
    public List<Standing.Gone> departed(int limit) {
        return departed.descendingSet().stream().limit(limit).toList();
    }

    Tally tally(RoundId round) {
        return tallies.computeIfAbsent(round, ignored -> new Tally());
    }

    List<Change> add(PublishedContribution contribution) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.ListMoved(id, contributions.add(contribution)));
        for (var item : contribution.items()) {
            var shelf = items.computeIfAbsent(item, ignored -> new Shelf(this::asShown));
            changes.add(new Change.ItemMoved(id, item, shelf.add(contribution)));
        }
        if (!contribution.unfiledPassages().isEmpty()) {
            changes.add(new Change.UnfiledMoved(id, unfiled.add(contribution)));
        }
        return changes;
    }

    List<Change> remove(PublishedContribution contribution) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.ListMoved(id, contributions.remove(contribution)));
        for (var item : contribution.items()) {
            changes.add(new Change.ItemMoved(id, item, on(item).remove(contribution)));
        }
        if (!contribution.unfiledPassages().isEmpty()) {
            changes.add(new Change.UnfiledMoved(id, unfiled.remove(contribution)));
        }
        changes.add(new Change.Withdrawn(id, contribution.content().round()));
        return changes;
    }
}

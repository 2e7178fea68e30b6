package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.Round;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;

/**
 * A case with everything that staff may see of it.
 *
 * @param definition the consultation, if its definition has arrived
 * @param content what the version says; absent until it is processed, and once it is withdrawn
 * @param before the version to compare it with: the one that is public, else the one before; absent if there is none
 * @param kinship how it stands to others of its round
 * @param flags what a person must look at before it goes public
 * @param exposed the kinds of them that would go public if it were cleared now
 * @param history the oldest first
 */
public record CaseView(
        Case file,
        Optional<ConsultationDefinition> definition,
        Optional<Content> content,
        Optional<VersionBefore> before,
        Kinship kinship,
        List<Flag> flags,
        Set<FlagKind> exposed,
        List<HistoryEntry> history) {
    public CaseView {
        flags = List.copyOf(flags);
        exposed = Set.copyOf(exposed);
        history = List.copyOf(history);
    }

    /** One that stands alone, with nothing to look at. */
    public CaseView(
            Case file,
            Optional<ConsultationDefinition> definition,
            Optional<Content> content,
            Optional<VersionBefore> before,
            List<HistoryEntry> history) {
        this(file, definition, content, before, Kinship.NONE, List.of(), Set.of(), history);
    }

    /** An earlier version and what it says. */
    public record VersionBefore(int version, Content content) {}

    /** What changed since the version before; empty until this one is read. */
    public Optional<Comparison> changes() {
        return before.flatMap(earlier -> content.map(now -> Comparison.of(earlier.content(), now)));
    }

    /**
     * The passages of one item; of a passage that answers several, each shows it.
     *
     * @param item empty for "answers no question"
     */
    public record Group(Optional<Item> item, List<FiledPassage> passages) {}

    public Optional<Round> round() {
        return definition.flatMap(whole -> whole.round(file.round()));
    }

    /** Items with passages in printed order, then "answers no question"; nothing for empty ones. */
    public List<Group> byItem() {
        var passages = content.map(Content::passages).orElse(List.of());
        var groups = new ArrayList<Group>();
        round().stream().flatMap(Round::items).forEach(item -> {
            var under = passages.stream()
                    .filter(passage -> passage.filing().items().contains(item.number()))
                    .toList();
            groups.add(new Group(Optional.of(item), under));
        });
        groups.add(new Group(
                Optional.empty(),
                passages.stream()
                        .filter(passage -> passage.filing().answersNoQuestion())
                        .toList()));
        return groups.stream().filter(group -> !group.passages().isEmpty()).toList();
    }

    /** Leaves everything personal out of logs. */
    @Override
    public String toString() {
        return "CaseView[" + file.reference() + "]";
    }
}

package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;

/** Files a passage where a person says it belongs; moving it to where it is confirms it. */
public final class MovePassage {
    private static final Set<CaseState> FIXED =
            EnumSet.of(CaseState.PARKED, CaseState.IN_PROCESS, CaseState.WITHDRAWN, CaseState.ERASED);

    private final Transactions transactions;
    private final RoundChanges changes;
    private final InstantSource clock;

    public MovePassage(Transactions transactions, RoundChanges changes, InstantSource clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Moves a passage of the current version.
     *
     * @param items where it belongs; empty for "answers no question"
     */
    public Decision move(
            Reference reference, PassageId passage, List<ItemNumber> items, StaffMember staff, Expected expected) {
        return told(transactions.inOne(books -> Casework.onCurrent(
                books, reference, expected, file -> move(books, file, passage, distinct(items), staff))));
    }

    /**
     * The same for one that nobody has settled, of a case that staff work on, whatever the machine did to it meanwhile; outdated if
     * a person was faster.
     */
    public Decision settle(Reference reference, PassageId passage, List<ItemNumber> items, StaffMember staff) {
        return told(transactions.inOne(books -> Casework.onCurrent(
                books, reference, Expected.ANY, file -> settle(books, file, passage, distinct(items), staff))));
    }

    private Decision settle(Books books, Case file, PassageId id, List<ItemNumber> items, StaffMember staff) {
        if (file.state() != CaseState.WITH_STAFF) {
            return new Decision.NotAtThisStage(file.state());
        }
        boolean settled = id.version() == file.version()
                && books.contents()
                        .find(file.submission(), file.version())
                        .flatMap(content -> content.passage(id.ordinal()))
                        .filter(FiledPassage::confirmed)
                        .isPresent();
        return settled ? new Decision.Outdated(file.revision()) : move(books, file, id, items, staff);
    }

    private Decision told(Decision decision) {
        if (decision instanceof Decision.Taken(Case file)) {
            changes.settled(new RoundTexts.Of(file.consultation(), file.round()), file.submission());
        }
        return decision;
    }

    private static List<ItemNumber> distinct(List<ItemNumber> items) {
        return items.stream().distinct().toList();
    }

    private Decision move(Books books, Case file, PassageId id, List<ItemNumber> items, StaffMember staff) {
        if (id.version() != file.version()) {
            return new Decision.WrongVersion(file.version());
        }
        var content = books.contents().find(file.submission(), file.version());
        if (content.isEmpty() || FIXED.contains(file.state())) {
            return new Decision.NotAtThisStage(file.state());
        }
        var passage = content.get().passage(id.ordinal());
        if (passage.isEmpty()) {
            return new Decision.NoSuchPassage();
        }
        return unknown(books, file, items)
                .<Decision>map(Decision.NoSuchItem::new)
                .orElseGet(() -> move(books, file, passage.get(), items, staff));
    }

    private static Optional<ItemNumber> unknown(Books books, Case file, List<ItemNumber> items) {
        var round =
                books.definitions().latest(file.consultation()).flatMap(definition -> definition.round(file.round()));
        return items.stream()
                .filter(item -> round.flatMap(known -> known.item(item)).isEmpty())
                .findFirst();
    }

    private Decision move(Books books, Case file, FiledPassage passage, List<ItemNumber> items, StaffMember staff) {
        books.contents().refile(file.submission(), file.version(), passage.moved(items));
        var details = new LinkedHashMap<String, String>();
        details.put("passage", String.valueOf(passage.ordinal()));
        details.put("from", words(passage.filing().items()));
        details.put("to", words(items));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Casework.take(
                books, file.refiled(), new HistoryEntry(Happening.MOVED, file.version(), now, staff, details));
    }

    private static String words(List<ItemNumber> items) {
        return items.stream().map(ItemNumber::value).collect(Collectors.joining(", "));
    }
}

package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.keypassages.KeyPassages;
import org.rostrum.processing.usecase.ItemPassages.Filed;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;

/** Pins a passage to the key passages of an item, drops it from them, or leaves it to the machine again. */
public final class ChooseKeyPassage {
    private final Transactions transactions;
    private final InstantSource clock;

    public ChooseKeyPassage(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What somebody wants. */
    public enum Wish {
        PIN,
        DROP,
        LEAVE
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Chosen() implements Outcome {}

        record NoSuchItem() implements Outcome {}

        /** No case, or none of this round, or one that was withdrawn or erased. */
        record NoSuchCase() implements Outcome {}

        record WrongVersion(int current) implements Outcome {}

        record NoSuchPassage() implements Outcome {}

        /** Nobody decided anything about these words. */
        record NothingChosen() implements Outcome {}

        /** It stands filed elsewhere by now. */
        record NotFiledHere() implements Outcome {}

        /** Its submission is confidential, withheld, disputed or aside. */
        record NotQuotable() implements Outcome {}

        /** As many are pinned as there may be. */
        record TooMany() implements Outcome {}
    }

    public Outcome choose(
            RoundTexts.Of round, ItemNumber item, Reference reference, PassageId id, Wish wish, StaffMember staff) {
        return transactions.inOne(books -> choose(books, round, item, reference, id, wish, staff));
    }

    private Outcome choose(
            Books books,
            RoundTexts.Of round,
            ItemNumber item,
            Reference reference,
            PassageId id,
            Wish wish,
            StaffMember staff) {
        boolean exists = books.definitions()
                .latest(round.consultation())
                .flatMap(definition -> definition.round(round.round()))
                .flatMap(known -> known.item(item))
                .isPresent();
        if (!exists) {
            return new Outcome.NoSuchItem();
        }
        var file = books.cases()
                .find(reference)
                .flatMap(found -> books.cases().lock(found.submission()))
                .filter(found -> !found.isClosed() && isOf(found, round));
        if (file.isEmpty()) {
            return new Outcome.NoSuchCase();
        }
        if (file.get().version() != id.version()) {
            return new Outcome.WrongVersion(file.get().version());
        }
        var content = books.contents().find(file.get().submission(), id.version());
        return content.flatMap(known -> known.passage(id.ordinal()))
                .map(passage -> choose(books, round, item, file.get(), content.get(), passage, wish, staff))
                .orElseGet(Outcome.NoSuchPassage::new);
    }

    /**
     * Takes back what was decided about words, wherever they stand by now.
     *
     * @param textHash of the words
     */
    public Outcome takeBack(
            RoundTexts.Of round, ItemNumber item, Reference reference, String textHash, StaffMember staff) {
        return transactions.inOne(books -> books.cases()
                .find(reference)
                .flatMap(found -> books.cases().lock(found.submission()))
                .filter(found -> isOf(found, round))
                .map(file -> takeBack(books, round, item, file, textHash, staff))
                .orElseGet(Outcome.NoSuchCase::new));
    }

    private Outcome takeBack(
            Books books, RoundTexts.Of round, ItemNumber item, Case file, String textHash, StaffMember staff) {
        boolean isChosen = books.keyPassageChoices().of(round, item).stream()
                .anyMatch(choice -> choice.submission().equals(file.submission())
                        && choice.textHash().equals(textHash));
        if (!isChosen) {
            return new Outcome.NothingChosen();
        }
        record(books, round, item, file, textHash, Wish.LEAVE, staff);
        tell(books, file, Wish.LEAVE, staff, Map.of("item", item.value()));
        return new Outcome.Chosen();
    }

    private static boolean isOf(Case file, RoundTexts.Of round) {
        return file.consultation().equals(round.consultation()) && file.round().equals(round.round());
    }

    private Outcome choose(
            Books books,
            RoundTexts.Of round,
            ItemNumber item,
            Case file,
            Content content,
            FiledPassage passage,
            Wish wish,
            StaffMember staff) {
        if (wish != Wish.LEAVE && !passage.filing().items().contains(item)) {
            return new Outcome.NotFiledHere();
        }
        if (wish == Wish.PIN && !ListKeyPassages.isQuotable(file)) {
            return new Outcome.NotQuotable();
        }
        var hash = ContentHash.of(content.textOf(passage));
        if (wish == Wish.PIN && isFull(books, round, item, hash)) {
            return new Outcome.TooMany();
        }
        record(books, round, item, file, hash, wish, staff);
        tell(books, file, wish, staff, Map.of("passage", String.valueOf(passage.ordinal()), "item", item.value()));
        return new Outcome.Chosen();
    }

    private void tell(Books books, Case file, Wish wish, StaffMember staff, Map<String, String> details) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        books.histories().add(file.submission(), new HistoryEntry(what(wish), file.version(), now, staff, details));
    }

    /** Words that stand here no more, or may not be quoted, take nobody's place. */
    private static boolean isFull(Books books, RoundTexts.Of round, ItemNumber item, String hash) {
        var pinned = books.keyPassageChoices().of(round, item).stream()
                .filter(Choice::pinned)
                .toList();
        if (pinned.size() < KeyPassages.MOST
                || pinned.stream().anyMatch(choice -> choice.textHash().equals(hash))) {
            return false;
        }
        var standing = books
                .itemPassages()
                .of(round, item, pinned.stream().map(Choice::submission).collect(Collectors.toSet()))
                .stream()
                .filter(Filed::quotable)
                .toList();
        return pinned.stream()
                        .filter(choice -> standing.stream().anyMatch(filed -> ItemMaterial.isAbout(choice, filed)))
                        .count()
                >= KeyPassages.MOST;
    }

    private void record(
            Books books, RoundTexts.Of round, ItemNumber item, Case file, String hash, Wish wish, StaffMember staff) {
        if (wish == Wish.LEAVE) {
            books.keyPassageChoices().leave(round, item, file.submission(), hash);
        } else {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var choice = new Choice(file.submission(), hash, wish == Wish.PIN, staff, now);
            books.keyPassageChoices().choose(round, item, choice);
        }
    }

    private static Happening what(Wish wish) {
        return switch (wish) {
            case PIN -> Happening.KEY_PASSAGE_PINNED;
            case DROP -> Happening.KEY_PASSAGE_DROPPED;
            case LEAVE -> Happening.KEY_PASSAGE_LEFT;
        };
    }
}

package org.rostrum.processing.domain.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.Filing;

/** What staff confirmed of an earlier version, for the passages of a later one that say the same in the same place. */
public final class CarryOver {
    private final int version;
    private final Map<Words, Deque<Filing>> confirmed = new HashMap<>();

    /** The words and whose box they stand in; an attachment is known by its words alone, since its ordinal may move. */
    private record Words(Origin origin, String text) {
        private static final Origin ANY_FILE = new Origin.File(0);

        static Words of(Content content, FiledPassage passage) {
            var origin = content.sourceOf(passage).origin();
            return new Words(origin instanceof Origin.File ? ANY_FILE : origin, content.textOf(passage));
        }

        @Override
        public String toString() {
            return "Words[not shown]";
        }
    }

    private CarryOver(int version) {
        this.version = version;
    }

    /**
     * Remembers what staff confirmed.
     *
     * @param version the one that says this
     * @param known which items the round still has; what was confirmed under others is left to be filed anew
     */
    public static CarryOver of(Content earlier, int version, Predicate<ItemNumber> known) {
        var carryOver = new CarryOver(version);
        earlier.passages().stream()
                .filter(FiledPassage::confirmed)
                .filter(passage -> passage.filing().items().stream().allMatch(known))
                .forEach(passage -> carryOver
                        .confirmed
                        .computeIfAbsent(Words.of(earlier, passage), words -> new ArrayDeque<>())
                        .add(passage.filing()));
        return carryOver;
    }

    /** The later version with those filings; of equal passages, each takes one in order. */
    public Content into(Content later) {
        return later.with(later.passages().stream()
                .map(passage -> carried(later, passage))
                .toList());
    }

    private FiledPassage carried(Content later, FiledPassage passage) {
        var filings = confirmed.get(Words.of(later, passage));
        return filings == null || filings.isEmpty() ? passage : passage.carried(filings.poll(), version);
    }
}

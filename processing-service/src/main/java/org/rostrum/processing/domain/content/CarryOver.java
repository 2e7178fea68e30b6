package org.rostrum.processing.domain.content;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.Filing;

/** What staff confirmed, for passages of a later version or a later reading that say the same in the same place. */
public final class CarryOver {
    private final Map<Words, Deque<Settled>> confirmed = new HashMap<>();

    /** @param version in which a person saw the words; 0 if it was the passage's own */
    private record Settled(Filing filing, int version) {}

    private CarryOver() {}

    /**
     * Remembers what staff confirmed of an earlier version.
     *
     * @param version the one that says this
     * @param known which items the round still has; what was confirmed under others is left to be filed anew
     */
    public static CarryOver of(Content earlier, int version, Predicate<ItemNumber> known) {
        return of(earlier, known, _ -> version);
    }

    /** Remembers what staff confirmed of a version that is read again. */
    public static CarryOver again(Content before, Predicate<ItemNumber> known) {
        return of(before, known, FiledPassage::carriedFrom);
    }

    private static CarryOver of(Content content, Predicate<ItemNumber> known, ToIntFunction<FiledPassage> version) {
        var carryOver = new CarryOver();
        content.passages().stream()
                .filter(FiledPassage::confirmed)
                .filter(passage -> passage.filing().items().stream().allMatch(known))
                .forEach(passage -> carryOver
                        .confirmed
                        .computeIfAbsent(Words.of(content, passage), _ -> new ArrayDeque<>())
                        .add(new Settled(passage.filing(), version.applyAsInt(passage))));
        return carryOver;
    }

    /** The later content with those filings; of equal passages, each takes one in order. */
    public Content into(Content later) {
        return later.with(later.passages().stream()
                .map(passage -> carried(later, passage))
                .toList());
    }

    /** How many of the confirmed passages have found no place so far. */
    public int left() {
        return confirmed.values().stream().mapToInt(Collection::size).sum();
    }

    private FiledPassage carried(Content later, FiledPassage passage) {
        var waiting = confirmed.get(Words.of(later, passage));
        if (waiting == null || waiting.isEmpty()) {
            return passage;
        }
        var settled = waiting.remove();
        return passage.carried(settled.filing(), settled.version());
    }
}

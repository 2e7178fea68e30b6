package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.filing.Terms;
import org.rostrum.processing.usecase.KnownTexts.Part;

/**
 * Finds the part of a known text that a passage of almost a copy repeats. What it compares with is made when the first comes: most
 * texts have no copies, a letter may have thousands.
 */
final class Counterparts {
    /** A passage so like a part is that part, reworded. House choice. */
    private static final double REWORDED = 0.5;

    /** So many parts before and behind its place are compared with what is reworded: nobody's text may cost its square. House choice. */
    private static final int ABOUT = 16;
    /** Of a part that is repeated more often the first places count. */
    private static final int REPEATED = 100;

    private final String text;
    private final List<Part> parts;
    private final Names names;
    private @Nullable Known known;

    /** @param names of whom the known text is from */
    Counterparts(String text, List<Part> parts, Names names) {
        this.text = text;
        this.parts = parts;
        this.names = names;
    }

    /** Where parts stand by the hash of their words with slots for names, and what each of them says. */
    private record Known(Map<String, List<Integer>> bySlots, List<Shingles> runs) {}

    /**
     * The nearest part in the same words, but for names; else the likeliest of those that stand about there, if it is like enough.
     *
     * @param at which passage of the copy it is
     * @param mayBe which parts may be taken over
     */
    Optional<Part> of(String passage, int at, Names hisNames, Predicate<Part> mayBe) {
        var compared = known();
        return compared.bySlots().getOrDefault(slots(passage, hisNames), List.of()).stream()
                .sorted(Comparator.comparingInt(index -> Math.abs(index - at)))
                .map(parts::get)
                .filter(mayBe)
                .findFirst()
                .or(() -> reworded(words(passage), at, compared.runs(), mayBe));
    }

    private Optional<Part> reworded(Shingles words, int at, List<Shingles> runs, Predicate<Part> mayBe) {
        int best = -1;
        double most = REWORDED;
        int end = Math.min(runs.size(), at + ABOUT + 1);
        for (int i = Math.max(0, at - ABOUT); i < end; i++) {
            double likeness = words.likeness(runs.get(i));
            boolean isNearer = best >= 0 && likeness == most && Math.abs(i - at) < Math.abs(best - at);
            if ((likeness > most || (best < 0 && likeness == most) || isNearer) && mayBe.test(parts.get(i))) {
                most = likeness;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(parts.get(best));
    }

    private synchronized Known known() {
        var made = known;
        if (made == null) {
            Map<String, List<Integer>> bySlots = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                var places = bySlots.computeIfAbsent(slots(textOf(parts.get(i)), names), _ -> new ArrayList<>());
                if (places.size() < REPEATED) {
                    places.add(i);
                }
            }
            made = new Known(
                    bySlots, parts.stream().map(part -> words(textOf(part))).toList());
            known = made;
        }
        return made;
    }

    private static String slots(String passage, Names names) {
        return Slotted.of(passage, names).hash();
    }

    private static Shingles words(String passage) {
        return Shingles.of(Terms.words(passage));
    }

    private String textOf(Part part) {
        return text.substring(part.span().start(), part.span().end());
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "Counterparts[" + parts.size() + " parts]";
    }
}

package org.rostrum.processing.usecase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Parts by the hash of their words with slots for names, and what each of them says. */
    private record Known(Map<String, Part> bySlots, List<Shingles> runs) {}

    /** The part in the same words, but for names; else the likeliest, if it is like enough. */
    Optional<Part> of(String passage, Names hisNames) {
        var compared = known();
        return Optional.ofNullable(compared.bySlots().get(slots(passage, hisNames)))
                .or(() -> reworded(passage, compared.runs()));
    }

    private Optional<Part> reworded(String passage, List<Shingles> runs) {
        var words = words(passage);
        int best = 0;
        double most = 0;
        for (int i = 0; i < runs.size(); i++) {
            double likeness = words.likeness(runs.get(i));
            if (likeness > most) {
                most = likeness;
                best = i;
            }
        }
        return most >= REWORDED ? Optional.of(parts.get(best)) : Optional.empty();
    }

    private synchronized Known known() {
        var made = known;
        if (made == null) {
            Map<String, Part> bySlots = new HashMap<>();
            parts.forEach(part -> bySlots.putIfAbsent(slots(textOf(part), names), part));
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

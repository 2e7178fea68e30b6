package org.rostrum.processing.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.duplicates.Families;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Span;

/** Texts that were read lately, so that a copy of one is read by a look-up. Bounded; what it forgets is read again. */
final class KnownTexts {
    private static final int MOST = 1_000;
    /** All texts together, in characters: some ten megabytes. */
    private static final long LARGEST = 6_000_000;
    /** So many of the last are compared with what is almost a copy. */
    private static final int RECENT = 24;

    /**
     * For whom a text was read as it was.
     *
     * @param knowledge what was known of the round then; filing follows from it
     * @param place the item of the box, or a word for what has none
     */
    record Readers(RoundTexts.Of round, Object knowledge, String place) {
        @SuppressWarnings("ReferenceEquality") // another model is other knowledge, whatever it says
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Readers(RoundTexts.Of of, Object known, String where)
                    && knowledge == known
                    && round.equals(of)
                    && place.equals(where);
        }

        @Override
        public int hashCode() {
            return Objects.hash(round, System.identityHashCode(knowledge), place);
        }
    }

    /** A passage as it was read. */
    record Part(Span span, @Nullable String language, Filing filing) {}

    /**
     * A text as it was read.
     *
     * @param from who is no copy of himself when he is read again
     */
    record Known(
            SubmissionId from,
            String text,
            Slotted slotted,
            Shingles runs,
            @Nullable String language,
            List<Part> parts,
            Counterparts counterparts) {
        Known {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Known[" + text.length() + " characters]";
        }
    }

    private record Key(Readers readers, String hash) {}

    private final LinkedHashMap<Key, Known> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** The one that this is a copy of, but for names and capitals. */
    synchronized Optional<Known> find(Readers readers, Slotted text) {
        return Optional.ofNullable(texts.get(new Key(readers, text.hash())));
    }

    /** One of the last that this is almost a copy of. */
    synchronized Optional<Known> findAlmost(Readers readers, Shingles runs) {
        return texts.sequencedEntrySet().reversed().stream()
                .filter(entry -> entry.getKey().readers().equals(readers))
                .limit(RECENT)
                .map(Map.Entry::getValue)
                .filter(known -> known.runs().likeness(runs) >= Families.REPRESENTED)
                .findFirst();
    }

    synchronized void forget(RoundTexts.Of round) {
        for (var all = texts.entrySet().iterator(); all.hasNext(); ) {
            var one = all.next();
            if (one.getKey().readers().round().equals(round)) {
                characters -= one.getValue().text().length();
                all.remove();
            }
        }
    }

    synchronized void add(Readers readers, Known text) {
        if (texts.putIfAbsent(new Key(readers, text.slotted().hash()), text) == null) {
            characters += text.text().length();
        }
        var eldest = texts.entrySet().iterator();
        while (texts.size() > MOST || characters > LARGEST) {
            characters -= eldest.next().getValue().text().length();
            eldest.remove();
        }
    }
}

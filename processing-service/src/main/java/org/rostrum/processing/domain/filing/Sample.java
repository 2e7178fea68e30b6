package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which documents of a round are studied: those with the smallest hashes, whole unless they are very long, until they hold enough different passages.
 * Whatever order documents come in, the same are chosen; and no author can see to it that his is.
 */
public final class Sample {
    /** Different passages; more taught nothing more (docs/quality.md). */
    public static final int LARGEST = 2_500;
    /** Passages of one document; of longer ones some all over it. House choice. */
    public static final int OF_ONE = 300;

    private Sample() {}

    /** A document with each passage studied or settled. */
    public record Document(List<Studied> passages) {
        public Document {
            passages = List.copyOf(passages);
        }

        /** What it says as a whole. */
        String hash() {
            var all = new StringBuilder();
            passages.forEach(passage -> all.append(passage.hash()));
            return ContentHash.of(all.toString());
        }

        boolean isSettledSomewhere() {
            return passages.stream().anyMatch(passage -> passage.settled() != null);
        }
    }

    /** Of a very long document, passages from all over it, and each that a person settled: they are rare. */
    public static <P> List<P> thinned(List<P> document, Predicate<P> isSettled) {
        int step = Math.max(1, Math.ceilDiv(document.size(), OF_ONE));
        return IntStream.range(0, document.size())
                .filter(i -> i % step == 0 || isSettled.test(document.get(i)))
                .mapToObj(document::get)
                .toList();
    }

    /** Those that are studied; documents in which something is settled come first, for people's choices are rare. */
    public static List<List<Studied>> of(List<Document> documents) {
        record Keyed(Document document, String hash) {}
        List<Keyed> ordered = documents.stream()
                .map(document -> new Keyed(document, document.hash()))
                .sorted(Comparator.comparing((Keyed each) -> !each.document().isSettledSomewhere())
                        .thenComparing(Keyed::hash))
                .toList();
        List<List<Studied>> chosen = new ArrayList<>();
        Set<String> different = new HashSet<>();
        for (Keyed each : ordered) {
            if (different.size() >= LARGEST) {
                break;
            }
            each.document().passages().forEach(passage -> different.add(passage.hash()));
            chosen.add(each.document().passages());
        }
        return chosen;
    }
}

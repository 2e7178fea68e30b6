package org.rostrum.publishing.domain.compilation;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.Reference;

/**
 * Proof that nothing is left out: every passage of every contribution was found in the finished document.
 *
 * @param placements how often they are printed in all
 */
public record Completeness(int contributions, int passages, int placements) {

    public String statement() {
        return "Every passage that was published in this round is in this document: " + counted(passages, "passage")
                + " of " + counted(contributions, "contribution") + ", printed " + counted(placements, "time")
                + " in all. This was checked when the document was made.";
    }

    /** Looks every passage up in what is about to be printed; throws {@link IncompleteCompilation} if one is not there. */
    static Completeness check(List<Cleared> contributions, List<ItemSection> items, List<QuotedPassage> unfiled) {
        var printed = new HashSet<Printed>();
        printed(items, unfiled).map(Printed::of).forEach(printed::add);
        var missing = contributions.stream()
                .flatMap(cleared -> cleared.contribution().passages().stream()
                        .filter(passage -> !printed.contains(
                                Printed.of(cleared.contribution().reference(), passage)))
                        .map(passage -> new IncompleteCompilation.Missing(
                                cleared.contribution().reference(), passage.ordinal())))
                .toList();
        if (!missing.isEmpty()) {
            throw new IncompleteCompilation(missing);
        }
        return new Completeness(contributions.size(), passagesOf(contributions), (int)
                printed(items, unfiled).count());
    }

    private static Stream<QuotedPassage> printed(List<ItemSection> items, List<QuotedPassage> unfiled) {
        return Stream.concat(items.stream().flatMap(item -> item.passages().stream()), unfiled.stream());
    }

    private static int passagesOf(List<Cleared> contributions) {
        return contributions.stream()
                .mapToInt(cleared -> cleared.contribution().passages().size())
                .sum();
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private record Printed(Reference reference, int ordinal, String text) {
        static Printed of(QuotedPassage passage) {
            return new Printed(passage.reference(), passage.ordinal(), passage.text());
        }

        static Printed of(Reference reference, PublicPassage passage) {
            return new Printed(reference, passage.ordinal(), PrintableText.of(passage.text()));
        }
    }
}

package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.processing.domain.filing.content.Alikeness;
import org.rostrum.processing.domain.filing.content.Features;

/**
 * Chooses which passages a person should settle next, so that few choices teach much: of those that filing doubts, the ones
 * that stand for many others which it doubts too. The same passages give the same choice, in whatever order they come.
 */
public final class Asking {
    /** So many are compared with each other: as many as can be described while somebody waits. House choice. */
    public static final int COMPARED = 400;
    /** Of one family, so that a long document leaves room for others. House choice. */
    private static final int OF_ONE_FAMILY = 8;
    /** That a text lacks the words of every question proves half as much as that it has those of one. House choice. */
    private static final double PROVES = 0.5;

    private Asking() {}

    /**
     * A passage that nobody has settled.
     *
     * @param id names it, and orders equals
     * @param family what was copied from one another, or the submission alone
     * @param copies how many submissions would be settled with it, itself among them
     */
    public record Open(String id, String family, Filing filing, int copies) {
        public Open {
            if (copies < 1) {
                throw new IllegalArgumentException("a passage is a copy of itself at least");
            }
        }

        /**
         * From 0, sure, to 1: the second place is as likely as the first. "Answers no question" is a place, and doubt about it
         * takes from the confidence in all others.
         */
        public double doubt() {
            double second = filing.runnersUp().isEmpty()
                    ? 0
                    : filing.runnersUp().getFirst().confidence();
            double first = filing.confidence();
            double margin = filing.answersNoQuestion() ? PROVES * (first - (1 - first) * second) : first - second;
            return 1 - Math.clamp(margin, 0, 1);
        }

        /** What is won by settling it, if nothing else were like it. The root: half in doubt is worth more than half. */
        double weight() {
            return Math.sqrt(doubt()) * (1 + Math.log(copies));
        }
    }

    /** Those that are worth comparing: the most doubtful first, not too many of one family. */
    public static List<Open> doubtful(Collection<Open> open) {
        var ordered = open.stream()
                .sorted(Comparator.comparingDouble(Open::weight).reversed().thenComparing(Open::id))
                .toList();
        Map<String, Integer> families = new HashMap<>();
        return ordered.stream()
                .filter(each -> each.doubt() > 0)
                .filter(each -> families.merge(each.family(), 1, Integer::sum) <= OF_ONE_FAMILY)
                .limit(COMPARED)
                .toList();
    }

    /**
     * The first of them to ask, none of the family of another. Doubt counts as taken away as far as a passage resembles one that is
     * asked; each is chosen that takes away most of what is left.
     *
     * @param doubtful as {@link #doubtful} gives them
     * @param features of each
     */
    public static List<Open> next(List<Open> doubtful, List<Features> features, int many) {
        if (doubtful.size() != features.size()) {
            throw new IllegalArgumentException(doubtful.size() + " passages with " + features.size() + " features");
        }
        var alike = Alikeness.of(features);
        double[] taken = new double[doubtful.size()];
        var chosen = new ArrayList<Open>();
        Set<String> families = new HashSet<>();
        while (chosen.size() < many) {
            int best = best(doubtful, alike, taken, families);
            if (best < 0) {
                break;
            }
            chosen.add(doubtful.get(best));
            families.add(doubtful.get(best).family());
            for (int j = 0; j < taken.length; j++) {
                taken[j] = Math.max(taken[j], told(alike, best, j));
            }
        }
        return List.copyOf(chosen);
    }

    private static int best(List<Open> doubtful, Alikeness alike, double[] taken, Set<String> families) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < taken.length; i++) {
            if (families.contains(doubtful.get(i).family())) {
                continue;
            }
            double won = 0;
            for (int j = 0; j < taken.length; j++) {
                won += doubtful.get(j).weight() * Math.max(0, told(alike, i, j) - taken[j]);
            }
            if (won > most) {
                most = won;
                best = i;
            }
        }
        return best;
    }

    /** How much one tells about another: what is only a little alike tells next to nothing (docs/quality.md). */
    private static double told(Alikeness alike, int one, int other) {
        double likeness = alike.between(one, other);
        return likeness * likeness;
    }
}

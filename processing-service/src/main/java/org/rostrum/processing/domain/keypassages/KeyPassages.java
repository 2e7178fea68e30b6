package org.rostrum.processing.domain.keypassages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rostrum.processing.domain.text.Span;

/**
 * The passages that stand for all that was said under an item: those that together are as near as possible to every passage
 * (facility location, chosen greedily: Nemhauser, Wolsey, Fisher 1978, within 1 - 1/e of the best), and of which groups,
 * countries and languages have as many as their share, as far as that costs little nearness. One of a campaign, one of a
 * respondent. What people pinned is among them, what they dropped is not.
 */
public final class KeyPassages {
    public static final int USUAL = 8;
    /** More cannot be pinned for one item. House choice. */
    public static final int MOST = 20;
    /** Shorter ones say little without what was asked. House choice. */
    static final int SHORTEST = 60;
    /**
     * What a whole share of a trait counts, where nearness to everybody counts 1. On two real consultations it cost no nearness
     * (docs/quality.md).
     */
    static final double BALANCE = 0.25;

    private static final Set<Trait> STATED = EnumSet.of(Trait.GROUP, Trait.COUNTRY, Trait.LANGUAGE);

    private final List<Chosen> chosen;
    private final int nearNone;
    private final double nearness;

    private KeyPassages(List<Chosen> chosen, int nearNone, double nearness) {
        this.chosen = List.copyOf(chosen);
        this.nearNone = nearNone;
        this.nearness = nearness;
    }

    /**
     * One of them.
     *
     * @param index in what was heard
     * @param quote what is quoted of it: a span of its text, which is all of it unless it is long
     * @param passages how many passages are near it and nearer to it than to any other, with itself
     * @param respondents how many say those
     * @param pinned whether a person wants it here
     */
    public record Chosen(int index, Said said, Span quote, int passages, int respondents, boolean pinned) {
        /** The exact words. */
        public String words() {
            return said.text().substring(quote.start(), quote.end());
        }

        public boolean isWhole() {
            return quote.length() == said.text().length();
        }
    }

    /** What people want; both may name what is not there. */
    public record Wishes(Set<PassageAt> pinned, Set<PassageAt> dropped) {
        public static final Wishes NONE = new Wishes(Set.of(), Set.of());

        public Wishes {
            pinned = Set.copyOf(pinned);
            dropped = Set.copyOf(dropped);
        }
    }

    /**
     * Chooses.
     *
     * @param census who there is; empty to leave out who says it
     * @param most how many, unless more are pinned
     */
    public static KeyPassages choose(Heard heard, Census census, Wishes wishes, int most) {
        return new Choosing(heard, census, wishes, most).choose();
    }

    /** How near these passages are to all that was heard: 0 to 1, each respondent counting once. */
    public static double nearness(Heard heard, List<Integer> some) {
        double[] weights = heard.weights();
        double sum = 0;
        for (int j = 0; j < heard.size(); j++) {
            double nearest = 0;
            for (int i : some) {
                nearest = Math.max(nearest, heard.alike().between(i, j));
            }
            sum += weights[j] * nearest;
        }
        return heard.size() == 0 ? 0 : sum / Arrays.stream(weights).sum();
    }

    /** Those that most respondents are near to first. */
    public List<Chosen> chosen() {
        return chosen;
    }

    /** How many passages are not near to any of them. */
    public int nearNone() {
        return nearNone;
    }

    /** How near they are to all that was heard, 0 to 1. */
    public double nearness() {
        return nearness;
    }

    /** One choice under way. */
    private static final class Choosing {
        private final Heard heard;
        private final Census census;
        private final Wishes wishes;
        private final int most;
        private final double[] weights;
        private final double[] nearest;
        private final List<Integer> taken = new ArrayList<>();
        private final Set<String> families = new HashSet<>();
        private final Set<String> respondents = new HashSet<>();

        Choosing(Heard heard, Census census, Wishes wishes, int most) {
            this.heard = heard;
            this.census = census;
            this.wishes = wishes;
            this.most = most;
            double[] raw = heard.weights();
            double sum = Arrays.stream(raw).sum();
            this.weights = Arrays.stream(raw).map(weight -> weight / sum).toArray();
            this.nearest = new double[heard.size()];
        }

        KeyPassages choose() {
            IntStream.range(0, heard.size()).filter(this::isPinned).forEach(this::take);
            for (boolean readable : new boolean[] {true, false}) {
                int next = best(readable);
                while (taken.size() < most && next >= 0) {
                    take(next);
                    next = best(readable);
                }
            }
            return result();
        }

        private boolean isPinned(int i) {
            return heard.get(i).quotable()
                    && wishes.pinned().contains(heard.get(i).at());
        }

        private void take(int i) {
            taken.add(i);
            families.add(heard.get(i).family());
            respondents.add(heard.get(i).respondent());
            for (int j = 0; j < nearest.length; j++) {
                nearest[j] = Math.max(nearest[j], heard.alike().between(i, j));
            }
        }

        /** The first of the best; -1 if there is none that may be taken. */
        private int best(boolean readable) {
            int best = -1;
            double highest = -1;
            for (int i = 0; i < heard.size(); i++) {
                double gain = mayBeTaken(heard.get(i), readable) ? gain(i) : -1;
                if (gain > highest) {
                    highest = gain;
                    best = i;
                }
            }
            return best;
        }

        private boolean mayBeTaken(Said said, boolean readable) {
            return said.quotable()
                    && said.text().length() >= SHORTEST == readable
                    && !wishes.dropped().contains(said.at())
                    && !families.contains(said.family())
                    && !respondents.contains(said.respondent());
        }

        private double gain(int i) {
            double gain = 0;
            for (int j = 0; j < nearest.length; j++) {
                gain += weights[j] * Math.max(0, heard.alike().between(i, j) - nearest[j]);
            }
            for (Trait trait : STATED) {
                gain += BALANCE * lacking(trait, heard.get(i).profile().of(trait)) / most;
            }
            return gain;
        }

        /** How much of one more place the kind would have by its share, 0 to 1. */
        private double lacking(Trait trait, String value) {
            long has = taken.stream()
                    .filter(i -> heard.get(i).profile().of(trait).equals(value))
                    .count();
            return Math.clamp(census.share(trait, value) * most - has, 0, 1);
        }

        private KeyPassages result() {
            List<Set<Integer>> near = taken.stream()
                    .<Set<Integer>>map(i -> new LinkedHashSet<>(Set.of(i)))
                    .toList();
            double unusual = heard.alike().unusual();
            int nearNone = 0;
            for (int j = 0; j < heard.size(); j++) {
                int home = home(j, unusual);
                if (home < 0) {
                    nearNone += heard.get(j).passages();
                } else {
                    near.get(home).add(j);
                }
            }
            var chosen = IntStream.range(0, taken.size())
                    .mapToObj(n -> chosen(taken.get(n), near.get(n)))
                    .sorted(Comparator.comparingInt(Chosen::respondents)
                            .reversed()
                            .thenComparing(one -> one.said().at()))
                    .toList();
            return new KeyPassages(chosen, nearNone, KeyPassages.nearness(heard, taken));
        }

        /** To which of those that were taken the passage belongs; -1 if it is near none. */
        private int home(int j, double unusual) {
            if (taken.contains(j)) {
                return taken.indexOf(j);
            }
            int home = -1;
            double highest = unusual;
            for (int n = 0; n < taken.size(); n++) {
                double likeness = heard.alike().between(taken.get(n), j);
                if (likeness > highest) {
                    highest = likeness;
                    home = n;
                }
            }
            return home;
        }

        private Chosen chosen(int i, Set<Integer> near) {
            return new Chosen(
                    i,
                    heard.get(i),
                    Excerpt.of(heard.get(i), heard),
                    near.stream().mapToInt(j -> heard.get(j).passages()).sum(),
                    heard.respondents(near),
                    isPinned(i));
        }
    }
}

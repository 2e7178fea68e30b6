package org.rostrum.processing.domain.keypassages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How those who say the chosen passages compare with all who said something, by one trait.
 *
 * @param distance total variation: which share of the chosen would have to be others for the shares to be those of all, 0 to 1
 * @param byChance the distance that a choice by lot of as many respondents has on average
 * @param kinds the most frequent first
 */
public record Representation(
        Trait trait, int respondents, int chosen, double distance, double byChance, List<Kind> kinds) {
    public Representation {
        kinds = List.copyOf(kinds);
    }

    /**
     * Respondents of one kind.
     *
     * @param respondents how many there are in all
     * @param chosen how many passages were chosen of theirs
     * @param isMissing whether none was, though a choice by lot would rather have one than none
     */
    public record Kind(
            String value, int respondents, double share, int chosen, double shareChosen, boolean isMissing) {}

    /**
     * Compares.
     *
     * @param all how many respondents there are of each kind
     * @param chosen the kind of each chosen passage
     */
    public static Representation of(Trait trait, Map<String, Integer> all, List<String> chosen) {
        Map<String, Integer> everybody = new HashMap<>(all);
        Map<String, Integer> picked = new HashMap<>();
        chosen.forEach(value -> {
            picked.merge(value, 1, Integer::sum);
            everybody.putIfAbsent(value, 0);
        });
        int total = everybody.values().stream().mapToInt(Integer::intValue).sum();
        var kinds = everybody.entrySet().stream()
                .map(entry -> kind(
                        entry.getKey(), entry.getValue(), total, picked.getOrDefault(entry.getKey(), 0), chosen.size()))
                .sorted(Comparator.comparingInt(Kind::respondents).reversed().thenComparing(Kind::value))
                .toList();
        return new Representation(
                trait,
                total,
                chosen.size(),
                distance(kinds),
                byChance(everybody.values(), total, chosen.size()),
                kinds);
    }

    private static Kind kind(String value, int respondents, int total, int chosen, int places) {
        boolean expected = places > 0 && none(respondents, total, places) < 0.5;
        return new Kind(
                value,
                respondents,
                total == 0 ? 0 : respondents / (double) total,
                chosen,
                places == 0 ? 0 : chosen / (double) places,
                chosen == 0 && expected);
    }

    private static double none(int respondents, int total, int places) {
        return places >= total ? (respondents == 0 ? 1 : 0) : Lot.probability(total, respondents, places, 0);
    }

    private static double distance(List<Kind> kinds) {
        boolean nobody = kinds.stream().allMatch(kind -> kind.chosen() == 0)
                || kinds.stream().allMatch(kind -> kind.respondents() == 0);
        return nobody
                ? 0
                : kinds.stream()
                                .mapToDouble(kind -> Math.abs(kind.share() - kind.shareChosen()))
                                .sum()
                        / 2;
    }

    /** Exactly: the expectation of a sum is the sum of the expectations, and each kind alone is hypergeometric. */
    private static double byChance(Iterable<Integer> counts, int total, int places) {
        int drawn = Math.min(places, total);
        double sum = 0;
        for (int count : counts) {
            sum += drawn == 0 ? 0 : Lot.meanDeviation(total, count, drawn);
        }
        return sum / 2;
    }

    /** Kinds of which no passage was chosen, though by lot one would rather have been; the most frequent first. */
    public List<Kind> missing() {
        return kinds.stream().filter(Kind::isMissing).toList();
    }
}

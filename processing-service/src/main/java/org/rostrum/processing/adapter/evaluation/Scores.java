package org.rostrum.processing.adapter.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rostrum.contracts.ItemNumber;

/** How right predictions are. */
final class Scores {
    private static final int BINS = 10;
    private static final int RESAMPLES = 500;

    private final List<Case> cases;

    /**
     * One passage.
     *
     * @param submission whose it is
     * @param text what it says
     * @param gold its true question
     */
    record Case(String submission, String text, ItemNumber gold, Prediction prediction) {}

    /**
     * One question's line.
     *
     * @param passages that truly answer it
     * @param filed how many were filed there
     * @param right how many of both
     * @param takenFor the question that takes most of those that are filed wrongly
     */
    record Line(ItemNumber question, int passages, int filed, int right, Optional<ItemNumber> takenFor) {
        double found() {
            return passages == 0 ? 0 : (double) right / passages;
        }

        double precision() {
            return filed == 0 ? 0 : (double) right / filed;
        }

        double f1() {
            return passages + filed == 0 ? 0 : 2.0 * right / (passages + filed);
        }
    }

    Scores(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    int count() {
        return cases.size();
    }

    double accuracy() {
        return accuracy(cases);
    }

    private static double accuracy(List<Case> some) {
        return some.stream()
                .mapToInt(each -> each.prediction().isRight(each.gold()) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Each different text counted once: a campaign's copies are one. */
    double accuracyOfDifferentTexts() {
        return cases.stream().collect(Collectors.groupingBy(each -> each.gold() + " " + each.text())).values().stream()
                .mapToDouble(Scores::accuracy)
                .average()
                .orElse(Double.NaN);
    }

    double topThree() {
        return cases.stream()
                .mapToInt(each -> each.prediction().hasAmongThree(each.gold()) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** The mean over questions that some passage answers. */
    double macroF1() {
        return lines().stream()
                .filter(line -> line.passages() > 0)
                .mapToDouble(Line::f1)
                .average()
                .orElse(Double.NaN);
    }

    /** Expected calibration error over ten equal bins of confidence (Guo et al. 2017). */
    double calibrationError() {
        Map<Integer, List<Case>> bins = cases.stream()
                .collect(Collectors.groupingBy(
                        each -> Math.min(BINS - 1, (int) (each.prediction().confidence() * BINS))));
        return bins.values().stream()
                        .mapToDouble(bin -> bin.size()
                                * Math.abs(accuracy(bin)
                                        - bin.stream()
                                                .mapToDouble(each ->
                                                        each.prediction().confidence())
                                                .average()
                                                .orElse(0)))
                        .sum()
                / cases.size();
    }

    List<Line> lines() {
        Map<ItemNumber, List<Case>> byGold =
                cases.stream().collect(Collectors.groupingBy(Case::gold, TreeMap::new, Collectors.toList()));
        Map<ItemNumber, Integer> filed = new TreeMap<>();
        cases.forEach(each ->
                Optional.ofNullable(each.prediction().first()).ifPresent(item -> filed.merge(item, 1, Integer::sum)));
        filed.keySet().forEach(item -> byGold.putIfAbsent(item, List.of()));
        return byGold.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), filed.getOrDefault(entry.getKey(), 0)))
                .toList();
    }

    private static Line line(ItemNumber question, List<Case> mine, int filed) {
        Map<ItemNumber, Integer> wrong = new LinkedHashMap<>();
        mine.stream()
                .filter(each -> !each.prediction().isRight(question))
                .forEach(each -> Optional.ofNullable(each.prediction().first())
                        .ifPresent(item -> wrong.merge(item, 1, Integer::sum)));
        int right = (int) mine.stream()
                .filter(each -> each.prediction().isRight(question))
                .count();
        return new Line(
                question,
                mine.size(),
                filed,
                right,
                wrong.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey));
    }

    /** Half the width of the 95 % interval of accuracy, by drawing submissions anew (bootstrap). */
    double margin() {
        var bySubmission = List.copyOf(cases.stream().collect(Collectors.groupingBy(Case::submission)).values().stream()
                .sorted(Comparator.comparing(each -> each.getFirst().submission()))
                .toList());
        var chance = new Random(1);
        double[] accuracies = new double[RESAMPLES];
        for (int n = 0; n < RESAMPLES && !bySubmission.isEmpty(); n++) {
            var drawn = new ArrayList<Case>();
            for (int i = 0; i < bySubmission.size(); i++) {
                drawn.addAll(bySubmission.get(chance.nextInt(bySubmission.size())));
            }
            accuracies[n] = accuracy(drawn);
        }
        Arrays.sort(accuracies);
        return (accuracies[(int) (0.975 * RESAMPLES)] - accuracies[(int) (0.025 * RESAMPLES)]) / 2;
    }
}

package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much more or less often two passages of one document answer the same question than two of different documents do, by
 * how far apart they stand. Most authors answer a question once; some come back to it, and what stands together often belongs
 * together. Learned from the round's documents, and used to read a document's passages in the light of each other.
 *
 * <p>A pairwise (Potts) coupling for each distance. Its strength is estimated by expectation maximisation over pairs, where
 * pairs across documents show what chance and doubtful beliefs alone would give; passages are read by mean field.
 */
final class Recurrence {
    /** Neighbours, those near, and the rest. */
    private static final int DISTANCES = 3;

    private static final int NEAR = 3;
    /** Standard errors below which nothing is believed. House choice. */
    private static final double CLEAR = 2;

    private static final double SURE = 0.5;
    /** Pairs as by chance that are counted in, so that few pairs say little. House choice. */
    private static final double DOUBT = 5;

    private static final double STRONGEST = 3;
    private static final int FEWEST_DOCUMENTS = 5;
    private static final int READING_ROUNDS = 15;
    private static final double LEAST = 1e-9;

    private final double[] strength;

    private Recurrence(double[] strength) {
        this.strength = strength;
    }

    /** Passages say nothing of each other. */
    static Recurrence none() {
        return new Recurrence(new double[DISTANCES]);
    }

    /**
     * Learns from a round's documents, and there from the passages of which one is fairly sure: about the others, beliefs agree
     * because an author has a manner of writing.
     *
     * @param documents of each, the shares of each question in each passage as if it stood alone
     */
    static Recurrence learned(List<double[][]> documents) {
        List<Sure> sure =
                documents.stream().map(Sure::of).filter(Sure::hasSeveral).toList();
        if (sure.size() < FEWEST_DOCUMENTS) {
            return none();
        }
        double byChance = across(sure);
        double[] strength = new double[DISTANCES];
        for (int distance = 0; distance < DISTANCES; distance++) {
            strength[distance] = strength(within(sure, distance), byChance);
        }
        return new Recurrence(strength);
    }

    /** The passages of a document of which one is fairly sure: the question of each, and how sure; or -1. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sure(int[] questions, double[] shares) {
        static Sure of(double[][] document) {
            int[] questions = new int[document.length];
            double[] shares = new double[document.length];
            for (int i = 0; i < document.length; i++) {
                int best = Numbers.highest(document[i]);
                shares[i] = document[i][best];
                questions[i] = shares[i] >= SURE ? best : -1;
            }
            return new Sure(questions, shares);
        }

        boolean hasSeveral() {
            return Arrays.stream(questions).filter(question -> question >= 0).count() > 1;
        }
    }

    /**
     * As far as it is more than chance: documents differ, and so do the pairs that they happen to give.
     *
     * @param byChance the share of pairs of passages from different documents that answer the same question
     */
    private static double strength(List<Pairs> documents, double byChance) {
        double all = documents.stream().mapToInt(Pairs::all).sum();
        if (all == 0) {
            return 0;
        }
        double same = documents.stream().mapToInt(Pairs::same).sum();
        double right = documents.stream().mapToDouble(Pairs::right).sum() / all;
        double corrected = Math.max(0, (same / all - (1 - right) * byChance) / right);
        double found = odds((corrected * all + DOUBT * byChance) / (all + DOUBT)) - odds(byChance);
        double clarity = clarity(documents, byChance);
        double believed = clarity > CLEAR ? 1 - CLEAR * CLEAR / (clarity * clarity) : 0;
        return believed * Math.clamp(found, -STRONGEST, STRONGEST);
    }

    /** How many standard errors from chance, where documents are what was drawn. */
    private static double clarity(List<Pairs> documents, double byChance) {
        double sum = 0;
        double squares = 0;
        for (Pairs document : documents) {
            double more = document.same() - byChance * document.all();
            sum += more;
            squares += more * more;
        }
        return squares > 0 ? Math.abs(sum) / Math.sqrt(squares) : 0;
    }

    private static double odds(double share) {
        double inside = Math.clamp(share, LEAST, 1 - LEAST);
        return Math.log(inside / (1 - inside));
    }

    /**
     * Of a document's pairs of passages at some distance.
     *
     * @param right how many are probably both read rightly; the others say no more than chance does
     */
    private record Pairs(int all, int same, double right) {}

    private static List<Pairs> within(List<Sure> documents, int distance) {
        return documents.stream().map(document -> within(document, distance)).toList();
    }

    private static Pairs within(Sure document, int distance) {
        int[] questions = document.questions();
        int all = 0;
        int same = 0;
        double right = 0;
        for (int i = 0; i < questions.length; i++) {
            for (int j = i + 1; j < questions.length; j++) {
                if (questions[i] >= 0 && questions[j] >= 0 && distance(i, j) == distance) {
                    all++;
                    same += questions[i] == questions[j] ? 1 : 0;
                    right += document.shares()[i] * document.shares()[j];
                }
            }
        }
        return new Pairs(all, same, right);
    }

    /** The same for pairs of different documents; each document counts as often as its passages. */
    private static double across(List<Sure> documents) {
        Map<Integer, Long> total =
                counts(documents.stream().flatMapToInt(document -> Arrays.stream(document.questions())));
        double all = square(total.values().stream().mapToLong(Long::longValue).sum());
        double same = total.values().stream().mapToDouble(Recurrence::square).sum();
        for (Sure document : documents) {
            Map<Integer, Long> own = counts(Arrays.stream(document.questions()));
            all -= square(own.values().stream().mapToLong(Long::longValue).sum());
            same -= own.values().stream().mapToDouble(Recurrence::square).sum();
        }
        return Math.clamp(same / all, LEAST, 1 - LEAST);
    }

    private static Map<Integer, Long> counts(IntStream questions) {
        return questions
                .filter(question -> question >= 0)
                .boxed()
                .collect(Collectors.groupingBy(question -> question, Collectors.counting()));
    }

    private static double square(long count) {
        return (double) count * count;
    }

    private static int distance(int one, int other) {
        int apart = Math.abs(one - other);
        return apart == 1 ? 0 : apart <= NEAR ? 1 : 2;
    }

    /** Whether passages of one document say anything of each other. */
    boolean saysSomething() {
        return Arrays.stream(strength).anyMatch(each -> Math.abs(each) > 0.1);
    }

    /** The shares of each question in each passage of a document, in the light of its other passages. */
    double[][] read(double[][] shares) {
        return saysSomething() && shares.length > 1 ? lit(shares, beliefs(shares), 0) : shares;
    }

    /** The same, as far as passages that do not stand side by side tell: what neighbours tell is left to their order. */
    double[][] readFromAfar(double[][] shares) {
        return saysSomething() && shares.length > 2 ? lit(shares, beliefs(shares), 1) : shares;
    }

    /** One passage after the other, with all the others as they are believed then; what they tell counts little at first. */
    private double[][] beliefs(double[][] shares) {
        double[][] beliefs = shares.clone();
        for (int round = 1; round <= READING_ROUNDS; round++) {
            double loudness = Math.min(1, 2.0 * round / READING_ROUNDS);
            for (int i = 0; i < shares.length; i++) {
                beliefs[i] = lit(shares[i], light(i, beliefs, 0), loudness);
            }
        }
        return beliefs;
    }

    private double[][] lit(double[][] shares, double[][] beliefs, int fromDistance) {
        double[][] lit = new double[shares.length][];
        for (int i = 0; i < shares.length; i++) {
            lit[i] = lit(shares[i], light(i, beliefs, fromDistance), 1);
        }
        return lit;
    }

    private static double[] lit(double[] shares, double[] light, double loudness) {
        double[] logits = Numbers.times(light, loudness);
        for (int j = 0; j < logits.length; j++) {
            logits[j] += Math.log(Math.max(shares[j], LEAST));
        }
        return Numbers.softmax(logits, 1);
    }

    /** What companions make likelier or less likely. Who repeats himself does so however often: there their mean counts. */
    private double[] light(int passage, double[][] beliefs, int fromDistance) {
        double[] light = new double[beliefs[passage].length];
        for (int distance = fromDistance; distance < DISTANCES; distance++) {
            double[] companions = new double[light.length];
            int count = 0;
            for (int other = 0; other < beliefs.length; other++) {
                if (other != passage && distance(passage, other) == distance) {
                    Numbers.add(beliefs[other], 1, companions);
                    count++;
                }
            }
            double each = strength[distance] > 0 ? strength[distance] / Math.max(count, 1) : strength[distance];
            Numbers.add(companions, each, light);
        }
        return light;
    }
}

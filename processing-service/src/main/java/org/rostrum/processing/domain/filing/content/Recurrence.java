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
 * <p>A pairwise (Potts) coupling for each distance, from counting pairs of which one is fairly sure within documents and across
 * them, corrected for how often one is wrong; passages are read by mean field. The cost grows with a document's length, not with
 * its square.
 */
final class Recurrence {
    /** Neighbours, those near, and the rest. */
    private static final int DISTANCES = 3;

    private static final int FAR = DISTANCES - 1;

    private static final int NEAR = 3;
    /** Standard errors below which nothing is believed. House choice. */
    private static final double CLEAR = 2;

    private static final double SURE = 0.5;
    /** Pairs as by chance that are counted in, so that few pairs say little. House choice. */
    private static final double DOUBT = 5;

    private static final double STRONGEST = 3;
    static final int FEWEST_DOCUMENTS = 5;
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
        double all = documents.stream().mapToDouble(Pairs::all).sum();
        if (all == 0) {
            return 0;
        }
        double same = documents.stream().mapToDouble(Pairs::same).sum();
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
    private record Pairs(double all, double same, double right) {}

    private static List<Pairs> within(List<Sure> documents, int distance) {
        return documents.stream()
                .map(document -> distance == FAR ? afar(document) : at(document, distance))
                .toList();
    }

    private static Pairs at(Sure document, int distance) {
        int[] questions = document.questions();
        int all = 0;
        int same = 0;
        double right = 0;
        for (int i = 0; i < questions.length; i++) {
            for (int j = i + 1; j < Math.min(questions.length, i + 1 + NEAR); j++) {
                if (questions[i] >= 0 && questions[j] >= 0 && distance(i, j) == distance) {
                    all++;
                    same += questions[i] == questions[j] ? 1 : 0;
                    right += document.shares()[i] * document.shares()[j];
                }
            }
        }
        return new Pairs(all, same, right);
    }

    /** All pairs but those that are nearer. */
    private static Pairs afar(Sure document) {
        Map<Integer, Long> counts = counts(Arrays.stream(document.questions()));
        double passages = counts.values().stream().mapToLong(Long::longValue).sum();
        double same = counts.values().stream().mapToDouble(Recurrence::pairs).sum();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < document.questions().length; i++) {
            double share = document.questions()[i] >= 0 ? document.shares()[i] : 0;
            sum += share;
            squares += share * share;
        }
        double all = pairs(passages);
        double right = (sum * sum - squares) / 2;
        for (int nearer = 0; nearer < FAR; nearer++) {
            Pairs pairs = at(document, nearer);
            all -= pairs.all();
            same -= pairs.same();
            right -= pairs.right();
        }
        return new Pairs(all, same, right);
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
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
        return apart == 1 ? 0 : apart <= NEAR ? 1 : FAR;
    }

    /** Whether passages of one document say anything of each other. */
    boolean saysSomething() {
        return Arrays.stream(strength).anyMatch(each -> Math.abs(each) > 0.1);
    }

    /**
     * The shares of each question in each passage of a document, in the light of its other passages.
     *
     * @param all as far as all of them tell
     * @param fromAfar as far as those tell that do not stand side by side: what neighbours tell is left to their order
     */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
    record Lit(double[][] all, double[][] fromAfar) {}

    Lit read(double[][] shares) {
        if (!saysSomething() || shares.length < 2) {
            return new Lit(shares, shares);
        }
        double[][] beliefs = beliefs(shares);
        return new Lit(lit(shares, beliefs, 0), lit(shares, beliefs, 1));
    }

    /** One passage after the other, with all the others as they are believed then; what they tell counts little at first. */
    private double[][] beliefs(double[][] shares) {
        double[][] beliefs = shares.clone();
        for (int round = 1; round <= READING_ROUNDS; round++) {
            double loudness = Math.min(1, 2.0 * round / READING_ROUNDS);
            double[] sum = sum(beliefs);
            for (int i = 0; i < shares.length; i++) {
                double[] next = lit(shares[i], light(i, beliefs, sum, 0), loudness);
                Numbers.add(beliefs[i], -1, sum);
                Numbers.add(next, 1, sum);
                beliefs[i] = next;
            }
        }
        return beliefs;
    }

    private static double[] sum(double[][] beliefs) {
        double[] sum = new double[beliefs[0].length];
        for (double[] row : beliefs) {
            Numbers.add(row, 1, sum);
        }
        return sum;
    }

    private double[][] lit(double[][] shares, double[][] beliefs, int fromDistance) {
        double[] sum = sum(beliefs);
        double[][] lit = new double[shares.length][];
        for (int i = 0; i < shares.length; i++) {
            lit[i] = lit(shares[i], light(i, beliefs, sum, fromDistance), 1);
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

    /**
     * What companions make likelier or less likely. Who comes back to a question does so however often, so there their mean counts.
     * That a question has been answered counts up to a limit, and less in a document of more passages than there are questions,
     * which must come back to some.
     *
     * @param sum of all passages' beliefs
     */
    private double[] light(int passage, double[][] beliefs, double[] sum, int fromDistance) {
        double[] far = sum.clone();
        int[] counts = new int[DISTANCES];
        double[][] companions = new double[DISTANCES][sum.length];
        int first = Math.max(0, passage - NEAR);
        int end = Math.min(beliefs.length, passage + NEAR + 1);
        for (int other = first; other < end; other++) {
            Numbers.add(beliefs[other], -1, far);
            if (other != passage) {
                int distance = distance(passage, other);
                Numbers.add(beliefs[other], 1, companions[distance]);
                counts[distance]++;
            }
        }
        counts[FAR] = beliefs.length - (end - first);
        companions[FAR] = far;
        double[] light = new double[sum.length];
        for (int distance = fromDistance; distance < DISTANCES; distance++) {
            double each =
                    strength[distance] > 0 ? strength[distance] / Math.max(counts[distance], 1) : strength[distance];
            Numbers.add(companions[distance], each, light);
        }
        double most = STRONGEST * Math.min(1, sum.length / (double) beliefs.length);
        for (int j = 0; j < light.length; j++) {
            light[j] = Math.max(light[j], -most);
        }
        return light;
    }
}

package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rostrum.processing.domain.filing.content.Views.View;

/**
 * Which words speak for which question, learned from all of a sample: the words of a passage count for each question as far as it
 * is thought to answer it, and speak for it as far as they are commoner there than on the whole. That is naive Bayes taught by
 * texts of which few or none are labelled (Nigam, McCallum, Thrun, Mitchell 2000), with each word counted once a passage (Wang,
 * Manning 2012). No passage vouches for itself.
 */
final class Diction {
    /** What is thought so little likely counts for nothing. */
    private static final double LEAST = 0.01;
    /** So many words are lent to each question, as common as in the whole sample. House choice. */
    private static final double LENT = 200;
    /** Passages by which half is learned what words a question's answers have, as in {@link SelfTraining}. */
    private static final double HALF_LEARNED = 5;
    /** A word that only one passage has tells nothing of others. */
    private static final int FEWEST = 2;

    private final int questions;
    private final int[] passages;
    private final double all;
    private final float[][] speaks;
    private final double[] lengths;
    private final double[] common;
    private final double size;
    private final double[][] sample;

    /**
     * Learns at once.
     *
     * @param thought the shares of each question in each passage of the sample; zeros where it answers none
     */
    Diction(List<View> sample, double[][] thought, int questions) {
        this.questions = questions;
        this.passages = passages(sample);
        this.all = Math.max(1, Arrays.stream(passages).sum());
        double[][] believed = Arrays.stream(thought).map(Diction::withoutLeast).toArray(double[][]::new);
        double[][] counts = counts(sample, believed);
        double[] totals = new double[questions];
        Arrays.stream(counts).forEach(count -> Numbers.add(count, 1, totals));
        this.lengths =
                Arrays.stream(totals).map(total -> Math.log(total + LENT)).toArray();
        this.speaks = new float[counts.length][];
        for (int word = 0; word < counts.length; word++) {
            speaks[word] = new float[counts[word].length];
            for (int j = 0; j < counts[word].length; j++) {
                speaks[word][j] = (float) speaks(word, counts[word][j]);
            }
        }
        this.sample = new double[sample.size()][];
        for (int i = 0; i < this.sample.length; i++) {
            this.sample[i] = withoutItself(sample.get(i), believed[i], counts, totals);
        }
        double[][] wordy = IntStream.range(0, this.sample.length)
                .filter(i -> words(sample.get(i)) > 0)
                .mapToObj(i -> this.sample[i])
                .toArray(double[][]::new);
        this.common = Numbers.columnMeans(wordy, questions);
        Arrays.stream(wordy).forEach(row -> Numbers.add(common, -1, row));
        this.size = trust(believed) / Numbers.spread(wordy);
        Arrays.stream(wordy).forEach(row -> Arrays.setAll(row, j -> row[j] * size));
    }

    /** Of a passage of the sample, for each question; 0 on the whole, and spread by 1 once much is learned. */
    double[] of(int passage) {
        return sample[passage];
    }

    /** Of another passage. */
    double[] of(View passage) {
        double[] sum = summed(passage);
        int words = words(passage);
        if (words > 0) {
            Arrays.setAll(sum, j -> (damped(sum[j] - words * lengths[j], words) - common[j]) * size);
        }
        return sum;
    }

    private static int[] passages(List<View> sample) {
        int size = sample.stream()
                .flatMapToInt(view -> Arrays.stream(view.stems().places()))
                .max()
                .orElse(-1);
        int[] passages = new int[size + 1];
        sample.forEach(view -> {
            for (int word : view.stems().places()) {
                passages[word]++;
            }
        });
        return Arrays.stream(passages).map(count -> count < FEWEST ? 0 : count).toArray();
    }

    private static double[] withoutLeast(double[] shares) {
        return Arrays.stream(shares).map(share -> share < LEAST ? 0 : share).toArray();
    }

    private double trust(double[][] believed) {
        double[] counts = new double[questions];
        Arrays.stream(believed).forEach(shares -> Numbers.add(shares, 1, counts));
        return Arrays.stream(counts)
                .map(count -> count / (count + HALF_LEARNED))
                .average()
                .orElse(0);
    }

    private double[][] counts(List<View> sample, double[][] believed) {
        double[][] counts = new double[passages.length][];
        Arrays.setAll(counts, word -> new double[passages[word] == 0 ? 0 : questions]);
        for (int i = 0; i < believed.length; i++) {
            for (int word : sample.get(i).stems().places()) {
                if (passages[word] > 0) {
                    Numbers.add(believed[i], 1, counts[word]);
                }
            }
        }
        return counts;
    }

    private double speaks(int word, double count) {
        return Math.log(count * all / passages[word] + LENT);
    }

    private double[] withoutItself(View passage, double[] believed, double[][] counts, double[] totals) {
        double[] sum = summed(passage);
        int words = words(passage);
        for (int j = 0; j < questions && words > 0; j++) {
            double length = lengths[j];
            if (believed[j] > 0) {
                sum[j] = 0;
                for (int word : passage.stems().places()) {
                    if (isKnown(word)) {
                        sum[j] += speaks(word, Math.max(0, counts[word][j] - believed[j]));
                    }
                }
                length = Math.log(Math.max(0, totals[j] - words * believed[j]) + LENT);
            }
            sum[j] = damped(sum[j] - words * length, words);
        }
        return sum;
    }

    private double[] summed(View passage) {
        double[] sum = new double[questions];
        for (int word : passage.stems().places()) {
            if (isKnown(word)) {
                for (int j = 0; j < questions; j++) {
                    sum[j] += speaks[word][j];
                }
            }
        }
        return sum;
    }

    /** Words of one passage go together: many of them are no more independent witnesses than their root. House choice. */
    private static double damped(double sum, int words) {
        return sum / Math.sqrt(words);
    }

    private int words(View passage) {
        return (int)
                Arrays.stream(passage.stems().places()).filter(this::isKnown).count();
    }

    private boolean isKnown(int word) {
        return word < passages.length && passages[word] > 0;
    }
}

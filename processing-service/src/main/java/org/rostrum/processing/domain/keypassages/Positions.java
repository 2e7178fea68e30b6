package org.rostrum.processing.domain.keypassages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Passages that say much the same: k-medoids (Kaufman and Rousseeuw 1990) with the first medoids chosen greedily, so that nothing is
 * left to chance. The instrument has no questions to choose an answer from; what people think is read from their words.
 */
public final class Positions {
    /** With fewer passages there are no camps to tell apart. House choice. */
    static final int FEWEST = 12;
    /** More than people can compare. House choice. */
    private static final int MOST = 6;

    private static final int ROUNDS = 20;

    private final List<List<Integer>> members;

    private Positions(List<List<Integer>> members) {
        this.members = members;
    }

    public static Positions of(Heard heard) {
        if (heard.size() < FEWEST) {
            return new Positions(List.of());
        }
        int count = Math.clamp(Math.round(Math.sqrt(heard.size() / 4.0)), 2, MOST);
        int[] medoids = first(heard, count);
        int[] homes = homes(heard, medoids);
        for (int round = 0; round < ROUNDS; round++) {
            int[] next = medoids(heard, homes, medoids);
            if (Arrays.equals(next, medoids)) {
                break;
            }
            medoids = next;
            homes = homes(heard, medoids);
        }
        int[] settled = homes;
        List<List<Integer>> members = new ArrayList<>();
        for (int medoid = 0; medoid < count; medoid++) {
            int here = medoid;
            var mine = IntStream.range(0, heard.size())
                    .filter(i -> settled[i] == here)
                    .boxed()
                    .toList();
            if (!mine.isEmpty()) {
                members.add(mine);
            }
        }
        members.sort((one, other) -> Integer.compare(heard.respondents(other), heard.respondents(one)));
        return new Positions(List.copyOf(members));
    }

    private static int[] first(Heard heard, int count) {
        double[] weights = heard.weights();
        double[] nearest = new double[heard.size()];
        int[] medoids = new int[count];
        for (int m = 0; m < count; m++) {
            int best = -1;
            double highest = -1;
            for (int i = 0; i < heard.size(); i++) {
                double gain = 0;
                for (int j = 0; j < nearest.length; j++) {
                    gain += weights[j] * Math.max(0, heard.alike().between(i, j) - nearest[j]);
                }
                if (gain > highest) {
                    highest = gain;
                    best = i;
                }
            }
            medoids[m] = best;
            for (int j = 0; j < nearest.length; j++) {
                nearest[j] = Math.max(nearest[j], heard.alike().between(best, j));
            }
        }
        return medoids;
    }

    private static int[] homes(Heard heard, int[] medoids) {
        int[] homes = new int[heard.size()];
        for (int i = 0; i < homes.length; i++) {
            double highest = -1;
            for (int m = 0; m < medoids.length; m++) {
                double likeness = heard.alike().between(medoids[m], i);
                if (likeness > highest) {
                    highest = likeness;
                    homes[i] = m;
                }
            }
        }
        return homes;
    }

    private static int[] medoids(Heard heard, int[] homes, int[] before) {
        double[] weights = heard.weights();
        int[] medoids = before.clone();
        for (int m = 0; m < medoids.length; m++) {
            double highest = -1;
            for (int i = 0; i < homes.length; i++) {
                double sum = 0;
                for (int j = 0; homes[i] == m && j < homes.length; j++) {
                    sum += homes[j] == m ? weights[j] * heard.alike().between(i, j) : 0;
                }
                if (homes[i] == m && sum > highest) {
                    highest = sum;
                    medoids[m] = i;
                }
            }
        }
        return medoids;
    }

    /** Of each position the places of its passages in what was heard; the position of most respondents first. */
    public List<List<Integer>> members() {
        return members;
    }

    /** In which position a passage is; -1 where there are none. */
    public int of(int passage) {
        for (int p = 0; p < members.size(); p++) {
            if (members.get(p).contains(passage)) {
                return p;
            }
        }
        return -1;
    }
}

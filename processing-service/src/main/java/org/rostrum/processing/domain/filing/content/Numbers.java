package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/** Small arithmetic on rows of numbers. */
final class Numbers {
    private Numbers() {}

    /** In four strands, which the processor works on side by side. */
    static double dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 4 <= one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return a + b + c + d;
    }

    /** Scales to length 1 in place; a vector of zeros stays. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) length;
            }
        }
        return vector;
    }

    static float[] minus(float[] one, float[] other) {
        float[] difference = one.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other[i];
        }
        return difference;
    }

    /** Standard deviation over all numbers; 1 if they are all the same. */
    static double spread(double[][] rows) {
        double mean =
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).average().orElse(0);
        double variance = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return variance > 1e-18 ? Math.sqrt(variance) : 1;
    }

    static double[] columnMeans(double[][] rows, int columns) {
        double[] means = new double[columns];
        for (double[] row : rows) {
            for (int j = 0; j < columns; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        return means;
    }

    static double[] softmax(double[] row, double temperature) {
        double highest = Arrays.stream(row).max().orElse(0);
        double[] shares = new double[row.length];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            shares[j] = Math.exp((row[j] - highest) / temperature);
            sum += shares[j];
        }
        for (int j = 0; j < row.length; j++) {
            shares[j] /= sum;
        }
        return shares;
    }

    static double[] times(double[] row, double factor) {
        double[] product = row.clone();
        Arrays.setAll(product, j -> factor * row[j]);
        return product;
    }

    /** Adds so many times a row to another, in place. */
    static void add(double[] row, double factor, double[] to) {
        for (int j = 0; j < row.length; j++) {
            to[j] += factor * row[j];
        }
    }

    /** Adds so many times a row to another, in place. */
    static void add(float[] row, float factor, float[] to) {
        for (int j = 0; j < row.length; j++) {
            to[j] += factor * row[j];
        }
    }

    /** Rows for columns. */
    static float[][] turned(float[][] rows, int columns) {
        float[][] turned = new float[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = rows[i][j];
            }
        }
        return turned;
    }

    static int highest(double[] row) {
        int best = 0;
        for (int j = 1; j < row.length; j++) {
            if (row[j] > row[best]) {
                best = j;
            }
        }
        return best;
    }
}

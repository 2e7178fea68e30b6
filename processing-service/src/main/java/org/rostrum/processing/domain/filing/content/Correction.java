package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * What settled passages teach about others like them: where belief was wrong there, it is corrected nearby (kernel ridge
 * regression on what belief lacked). A passage like none of them keeps the belief it has.
 */
final class Correction {
    private final double[][] weights;

    /**
     * @param likeness of each settled passage to each, itself included with 1
     * @param lacked what was lacking to certainty, for each settled passage and question
     * @param caution how much a single passage is distrusted; without end for no correction
     */
    Correction(double[][] likeness, double[][] lacked, double caution) {
        double[][] cautious = Arrays.stream(likeness).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < cautious.length; i++) {
            cautious[i][i] += caution;
        }
        weights = Double.isInfinite(caution)
                ? new double[lacked.length][lacked.length == 0 ? 0 : lacked[0].length]
                : solve(cautious, lacked);
    }

    /** Whether it corrects anything. */
    boolean isOne() {
        return Arrays.stream(weights).flatMapToDouble(Arrays::stream).anyMatch(weight -> weight != 0);
    }

    /** Adds the correction for a passage that is so much like each settled one, and makes shares of the result again. */
    double[] correct(double[] shares, double[] likeness) {
        double[] corrected = shares.clone();
        for (int i = 0; i < likeness.length; i++) {
            for (int j = 0; j < corrected.length; j++) {
                corrected[j] += likeness[i] * weights[i][j];
            }
        }
        double sum = 0;
        for (int j = 0; j < corrected.length; j++) {
            corrected[j] = Math.max(corrected[j], 0.001);
            sum += corrected[j];
        }
        for (int j = 0; j < corrected.length; j++) {
            corrected[j] /= sum;
        }
        return corrected;
    }

    /** By Cholesky's decomposition: the matrix is symmetric and, with caution, positive definite. */
    private static double[][] solve(double[][] matrix, double[][] right) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j][j];
            }
        }
        int columns = n == 0 ? 0 : right[0].length;
        double[][] solution = new double[n][columns];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < n; i++) {
                double sum = right[i][c];
                for (int k = 0; k < i; k++) {
                    sum -= lower[i][k] * solution[k][c];
                }
                solution[i][c] = sum / lower[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = solution[i][c];
                for (int k = i + 1; k < n; k++) {
                    sum -= lower[k][i] * solution[k][c];
                }
                solution[i][c] = sum / lower[i][i];
            }
        }
        return solution;
    }
}

package org.rostrum.processing.domain.filing.content;

/** A symmetric, positive definite matrix, taken apart once so that it can be solved for often. */
final class Cholesky {
    private final double[][] lower;

    Cholesky(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j][j];
            }
        }
    }

    /** What the matrix has to be multiplied with to give these rows. */
    double[][] solve(double[][] right) {
        int n = lower.length;
        double[][] solution = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = right[i].clone();
            for (int k = 0; k < i; k++) {
                Numbers.add(solution[k], -lower[i][k], row);
            }
            solution[i] = Numbers.times(row, 1 / lower[i][i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            solution[i] = Numbers.times(solution[i], 1 / lower[i][i]);
            for (int k = 0; k < i; k++) {
                Numbers.add(solution[i], -lower[i][k], solution[k]);
            }
        }
        return solution;
    }
}

package org.rostrum.extraction;

import java.util.Arrays;

/**
 * Letters of a page that were printed already: some programs print a letter several times, a hair apart, to make it bold. What
 * PDFBox does with trees of trees is done here with one table, because it was half of all the time a PDF took.
 */
final class Overprints {

    /** Side of the cells that letters are looked for in, in points: wider than most letters, so that few cells are asked. */
    private static final float CELL = 8;
    /** The furthest that two prints of a letter of any size are apart, in points. House choice. */
    private static final float FURTHEST = 4;
    /** As PDFBox has it: prints that are less than this share of a letter's width apart are one. */
    private static final float NEAR = 1 / 3f;

    /** Coordinates beyond any page fall together: they may be anything, and infinite. */
    private static final int CELLS = (1 << 20) - 1;

    private static final int BUCKETS = 1 << 14;
    /** A page that prints more at one place is made to cost time. House choice. */
    private static final int MOST_LOOKED_AT = 64;

    private static final int ROWS = 1 << 10;

    private final int[] newestOfBucket = new int[BUCKETS];
    /** By rows of cells, the rightmost letter: what comes further right stands nowhere yet, as nearly all letters do. */
    private final float[] rightmost = new float[ROWS];

    private int[] older = new int[1_024];
    private float[] x = new float[1_024];
    private float[] y = new float[1_024];
    private String[] letters = new String[1_024];
    private int size;

    Overprints() {
        clear();
    }

    void clear() {
        Arrays.fill(newestOfBucket, 0);
        Arrays.fill(rightmost, Float.NEGATIVE_INFINITY);
        Arrays.fill(letters, 0, size, null);
        size = 0;
    }

    /** Whether the same letter stands there already; if not, it does from now on. */
    boolean isAgain(String letter, float atX, float atY, float width) {
        float near = Math.min(FURTHEST, NEAR * width / letter.length());
        int lastColumn = cell(atX + near);
        int firstRow = cell(atY - near);
        int lastRow = cell(atY + near);
        if (isRightOfAll(atX - near, firstRow, lastRow)) {
            add(letter, atX, atY);
            return false;
        }
        for (int column = cell(atX - near); column <= lastColumn; column++) {
            for (int row = firstRow; row <= lastRow; row++) {
                if (stands(letter, atX, atY, near, bucket(letter, column, row))) {
                    return true;
                }
            }
        }
        add(letter, atX, atY);
        return false;
    }

    private boolean isRightOfAll(float left, int firstRow, int lastRow) {
        for (int row = firstRow; row <= lastRow; row++) {
            if (!(rightmost[row & (ROWS - 1)] < left)) {
                return false;
            }
        }
        return true;
    }

    private boolean stands(String letter, float atX, float atY, float near, int bucket) {
        int looked = 0;
        for (int i = newestOfBucket[bucket]; i > 0 && looked < MOST_LOOKED_AT; i = older[i - 1]) {
            looked++;
            if (Math.abs(x[i - 1] - atX) < near && Math.abs(y[i - 1] - atY) < near && letters[i - 1].equals(letter)) {
                return true;
            }
        }
        return false;
    }

    private void add(String letter, float atX, float atY) {
        if (size == letters.length) {
            older = Arrays.copyOf(older, 2 * size);
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            letters = Arrays.copyOf(letters, 2 * size);
        }
        int row = cell(atY);
        int bucket = bucket(letter, cell(atX), row);
        rightmost[row & (ROWS - 1)] = Math.max(rightmost[row & (ROWS - 1)], atX);
        x[size] = atX;
        y[size] = atY;
        letters[size] = letter;
        older[size] = newestOfBucket[bucket];
        size++;
        newestOfBucket[bucket] = size;
    }

    private static int cell(float coordinate) {
        return ((int) Math.floor(coordinate / CELL) + CELLS / 2) & CELLS;
    }

    private static int bucket(String letter, int column, int row) {
        int mixed = (letter.hashCode() * 31 + column) * 0x9E37_79B1 + row * 0x85EB_CA6B;
        return (mixed ^ (mixed >>> 15)) & (BUCKETS - 1);
    }
}

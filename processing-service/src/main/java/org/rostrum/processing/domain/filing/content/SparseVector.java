package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * A vector of which only few places are not zero.
 *
 * @param places in ascending order
 * @param weights one for each place
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers that nobody else holds
record SparseVector(int[] places, float[] weights) {
    /** Zero everywhere. */
    static final SparseVector NONE = new SparseVector(new int[0], new float[0]);

    SparseVector {
        if (places.length != weights.length) {
            throw new IllegalArgumentException("%d places with %d weights".formatted(places.length, weights.length));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector(int[] theirPlaces, float[] theirWeights)
                && Arrays.equals(places, theirPlaces)
                && Arrays.equals(weights, theirWeights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "SparseVector[%d places]".formatted(places.length);
    }
}

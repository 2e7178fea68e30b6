package org.rostrum.processing.adapter.encoder;

/** Places of length 1. */
final class Lengths {
    private Lengths() {}

    /** Scales to length 1 in place; a place of zeros stays. */
    static float[] unit(float[] place) {
        double squares = 0;
        for (float value : place) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < place.length && length > 0; i++) {
            place[i] /= (float) length;
        }
        return place;
    }
}

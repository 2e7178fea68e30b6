package org.rostrum.extraction;

import org.jspecify.annotations.Nullable;

/** A colour, near enough to tell whether two look the same: red, green and blue from 0 to 1. */
record Colour(float red, float green, float blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(1, 1, 1);

    /** Closer ones are one to the eye. House choice, of 1. */
    private static final float SAME = 0.04f;

    /** Of one number (grey), three (red, green, blue) or four (cyan, magenta, yellow, black); null for any other. */
    static @Nullable Colour of(float[] n) {
        return switch (n.length) {
            case 1 -> new Colour(n[0], n[0], n[0]);
            case 3 -> new Colour(n[0], n[1], n[2]);
            case 4 -> new Colour((1 - n[0]) * (1 - n[3]), (1 - n[1]) * (1 - n[3]), (1 - n[2]) * (1 - n[3]));
            default -> null;
        };
    }

    boolean looksLike(Colour other) {
        return Math.abs(red - other.red) < SAME
                && Math.abs(green - other.green) < SAME
                && Math.abs(blue - other.blue) < SAME;
    }
}

package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;

/**
 * What reading a passage leads to believe.
 *
 * @param shares of each question, which sum to 1
 * @param nowhere how likely the passage answers none of them, 0 to 1
 * @param learned whether what people settled changed which question is the likeliest
 */
@SuppressWarnings("ArrayRecordComponent") // copied when made, and compared by content
public record Belief(double[] shares, double nowhere, boolean learned) {
    public Belief {
        if (!(nowhere >= 0 && nowhere <= 1)) {
            throw new IllegalArgumentException("A likelihood lies between 0 and 1, got " + nowhere);
        }
        shares = shares.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Belief(double[] theirs, double theirNowhere, boolean theyLearned)
                && Arrays.equals(shares, theirs)
                && nowhere == theirNowhere
                && learned == theyLearned;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shares) + Double.hashCode(nowhere);
    }

    @Override
    public String toString() {
        return "Belief[" + shares.length + " questions, nowhere %.2f]".formatted(nowhere);
    }
}

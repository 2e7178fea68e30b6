package org.rostrum.processing.domain.keypassages;

/** Who says it, as far as they told; {@link #NOT_STATED} for what they did not. */
public record Profile(String group, String country, String language) {
    public static final String NOT_STATED = "";

    /**
     * What they told of that.
     *
     * @throws IllegalArgumentException for positions, which nobody states
     */
    public String of(Trait trait) {
        return switch (trait) {
            case GROUP -> group;
            case COUNTRY -> country;
            case LANGUAGE -> language;
            case POSITION -> throw new IllegalArgumentException("a position is found, not stated");
        };
    }
}

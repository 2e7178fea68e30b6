package org.rostrum.processing.usecase;

import java.util.List;

/** Places texts so that texts of like meaning lie near each other. May be absent; everything works without it. */
public interface Encoder {

    /** What a text is: some encoders place what is asked and what is searched differently. */
    enum Role {
        QUERY,
        PASSAGE
    }

    /** Names model and settings: places of different versions cannot be compared. */
    String version();

    /** How many numbers a place has; 0 if there is no encoder. */
    int dimension();

    /** How many of these passages it would have to read first; the places of the others are at hand. */
    default int unread(List<String> passages) {
        return passages.size();
    }

    /**
     * One place of length 1 for each text, in order; an empty one for a text that the encoder cannot read.
     *
     * @throws RuntimeException if it cannot be asked; filing goes on without and is repeated later
     */
    List<float[]> encode(List<String> texts, Role role);
}

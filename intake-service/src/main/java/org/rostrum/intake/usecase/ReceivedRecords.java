package org.rostrum.intake.usecase;

import java.util.Map;
import java.util.function.Consumer;
import org.rostrum.contracts.SubmissionEvent;

/** The records of {@code submissions.v1} as they can be read back. */
public interface ReceivedRecords {

    /** How far each partition was read; empty is the beginning. */
    record Position(Map<Integer, Long> offsets) {
        public static final Position BEGINNING = new Position(Map.of());

        public Position {
            offsets = Map.copyOf(offsets);
        }
    }

    /**
     * Reads everything from there to where the topic ends now.
     *
     * @return where the next read goes on
     */
    Position read(Position from, Consumer<SubmissionEvent> reader);
}

package org.rostrum.processing.usecase;

import java.util.function.Consumer;
import org.rostrum.contracts.SubmissionEvent;

/** What intake has told about submissions since the beginning. */
public interface SubmissionLog {

    /**
     * Hands over every event that is there when it is asked, those of one submission in their order.
     *
     * @throws Unavailable if the log cannot be read
     */
    void read(Consumer<SubmissionEvent> each);
}

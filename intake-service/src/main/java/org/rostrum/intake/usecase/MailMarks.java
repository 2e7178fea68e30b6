package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rostrum.intake.domain.LetterKey;

/**
 * What became of each mail, in the object store: it outlives every process, and says nothing of anybody's address. Every
 * method may throw {@code ObjectStoreUnavailable}.
 */
public interface MailMarks {

    /** A mail that the mail server put off; {@code attempts} so far. */
    record Deferred(LetterKey key, int attempts, Instant notBefore) {}

    /** Whether it was posted or given up. */
    boolean isDone(LetterKey key);

    void posted(LetterKey key, Instant at);

    /** For operators: {@code reply} is what the mail server said. */
    void givenUp(LetterKey key, String reply, Instant at);

    void defer(Deferred deferred);

    Optional<Deferred> deferred(LetterKey key);

    /** All that are put off, due or not. */
    List<Deferred> deferred();
}

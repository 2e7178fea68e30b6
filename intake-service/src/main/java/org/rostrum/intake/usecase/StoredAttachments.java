package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.stream.Stream;
import org.rostrum.contracts.SubmissionId;

/** The attachments as they lie in the store, whether a manifest names them or not. Every method may be repeated. */
public interface StoredAttachments {

    /** One of them; {@code writtenAt} is the store's time. */
    record Stored(String key, SubmissionId submission, int version, Instant writtenAt) {}

    /** Those where attachments lie, fetched while being read. */
    Stream<Stored> inPlace();

    /** Those that were set aside; {@code writtenAt} says since when. */
    Stream<Stored> aside();

    /** Moves it out of the way, from where it can be put back. */
    void setAside(Stored attachment);

    /** Puts it back where it was. */
    void putBack(Stored attachment);

    /** Removes it from where it was set aside, for good. */
    void forget(Stored attachment);
}

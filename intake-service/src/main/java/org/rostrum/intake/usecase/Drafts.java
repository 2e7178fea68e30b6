package org.rostrum.intake.usecase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.Draft;
import org.rostrum.intake.domain.DraftToken;

/**
 * Drafts in the object store, sealed with their own tokens. Every method may throw {@code ObjectStoreUnavailable}, and
 * {@link DraftSeals.Broken} for what was damaged.
 */
public interface Drafts {

    Optional<Draft> latest(DraftToken token);

    /** One revision, if it is still kept. */
    Optional<Draft> revision(DraftToken token, int revision);

    /** Writes the draft as its revision says, unless that revision is there; of many concurrent callers one succeeds. */
    boolean create(DraftToken token, Draft draft);

    /** Forgets old revisions, up to and with this one. */
    void forget(DraftToken token, int upToRevision);

    void storeFile(DraftToken token, String fileId, Path content);

    /** Copies it there; false if it is not kept any more. */
    boolean fetchFile(DraftToken token, String fileId, Path to);

    void removeFile(DraftToken token, String fileId);

    /** What can be known of a draft without its token. */
    record Resting(ConsultationId consultation, RoundId round, Instant savedAt) {}

    /** Removes every draft that has expired; answers how many. */
    int sweep(Predicate<Resting> expired);
}

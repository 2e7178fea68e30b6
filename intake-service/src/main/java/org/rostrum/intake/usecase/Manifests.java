package org.rostrum.intake.usecase;

import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.ErasedSubmission;

/** The manifests in the object store: written once, never changed but by an erasure. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Manifests {

    /** What takes a manifest's place. */
    sealed interface Occupant {
        SubmissionId submission();
    }

    /** A manifest as it lies in the store, with the fingerprint of its very bytes. */
    record StoredManifest(SubmissionManifest manifest, ObjectRef object) implements Occupant {
        @Override
        public SubmissionId submission() {
            return manifest.submission();
        }
    }

    /** There was one, or would have been one next, when the submission was erased. */
    record ErasedManifest(ErasedSubmission mark) implements Occupant {
        @Override
        public SubmissionId submission() {
            return mark.submission();
        }
    }

    /** Names one manifest. */
    record ManifestKey(Reference reference, int version) implements RecordKey {}

    /** Throws {@link Damaged} if what lies there cannot be read. */
    Optional<Occupant> look(ManifestKey key);

    /** As {@link #look}; empty for what was erased, too. */
    default Optional<StoredManifest> find(ManifestKey key) {
        return look(key).filter(StoredManifest.class::isInstance).map(StoredManifest.class::cast);
    }

    /** Writes it unless reference and version are taken; of many concurrent callers exactly one gets it back. */
    Optional<StoredManifest> create(SubmissionManifest manifest);

    /**
     * Puts the mark in the place of every version's manifest, and in the next free one: whoever is adding a version at the
     * same moment either has come before, and is overwritten, or finds the place taken. Repeating it changes nothing.
     */
    void blotOut(ErasedSubmission mark);

    /**
     * Every manifest there is, and every withdrawal and dispute beside them, fetched while being read; what lies among them
     * and is none is left out.
     */
    Stream<RecordKey> keys();

    /** A manifest is there and cannot be read: restore it from a backup. */
    final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Damaged(ManifestKey key, Throwable cause) {
            super("the manifest of " + key.reference() + " is damaged; restore it from a backup", cause);
        }
    }
}

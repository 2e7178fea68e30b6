package org.rostrum.intake.usecase;

import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionManifest;

/** The manifests in the object store: written once, never changed. Every method may throw {@code ObjectStoreUnavailable}. */
public interface Manifests {

    /** A manifest as it lies in the store, with the fingerprint of its very bytes. */
    record StoredManifest(SubmissionManifest manifest, ObjectRef object) {}

    /** Names one manifest. */
    record ManifestKey(Reference reference, int version) implements RecordKey {}

    /** Throws {@link Damaged} if what lies there cannot be read. */
    Optional<StoredManifest> find(ManifestKey key);

    /** Writes it unless reference and version are taken; of many concurrent callers exactly one gets it back. */
    Optional<StoredManifest> create(SubmissionManifest manifest);

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

package org.rostrum.processing.usecase;

import java.util.List;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionManifest;

/** The manifests that intake wrote. */
public interface Manifests {

    /**
     * Reads a manifest and checks its fingerprint.
     *
     * @throws Unprocessable if it is missing, is not what its fingerprint says, or cannot be understood
     * @throws Unavailable if the store cannot be asked
     */
    SubmissionManifest read(ObjectRef manifest);

    /** Reads some in the same order; where that can be done at a time, it is. */
    default List<SubmissionManifest> readAll(List<ObjectRef> wanted) {
        return wanted.stream().map(this::read).toList();
    }
}

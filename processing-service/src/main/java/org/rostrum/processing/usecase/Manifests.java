package org.rostrum.processing.usecase;

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
}

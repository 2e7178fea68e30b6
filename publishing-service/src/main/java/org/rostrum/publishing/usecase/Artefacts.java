package org.rostrum.publishing.usecase;

import org.rostrum.contracts.ObjectRef;
import org.rostrum.publishing.domain.Artefact;
import org.rostrum.publishing.domain.RefusalReason;

/** The public forms that processing wrote. */
public interface Artefacts {

    /** What is found under a reference. */
    sealed interface Found {

        /** It has the fingerprint and the size that the reference promises. */
        record Intact(Artefact artefact) implements Found {}

        record Broken(RefusalReason reason) implements Found {}
    }

    /**
     * What lies there now.
     *
     * @throws StoreUnavailable if it cannot be asked now
     */
    Found find(ObjectRef reference);
}

package org.rostrum.processing.usecase;

import java.nio.file.Path;
import org.rostrum.contracts.ObjectRef;

/** The files that intake stored. */
public interface Attachments {

    /**
     * Copies an attachment into a file, which is overwritten.
     *
     * @throws Unprocessable if it is missing or is not what its fingerprint says
     * @throws Unavailable if the store cannot be asked
     */
    void download(ObjectRef attachment, Path file);
}

package org.rostrum.intake.usecase;

import java.nio.file.Path;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.OfferedFile;

/** The attachments in the object store, named by their content. */
public interface Attachments {

    /** A file that has arrived, in a temporary place that its receiver cleans up. */
    record Upload(OfferedFile file, Path content) {}

    /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
    String fingerprint(Upload upload);

    /** Stores it under a key made of all that is given; storing it again changes nothing. */
    ObjectRef store(SubmissionId submission, int version, int ordinal, String sha256, Upload upload);

    void discard(ObjectRef stored);
}

package org.rostrum.intake.usecase;

import java.nio.file.Path;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.StagedFiles.StagedFile;

/** The attachments in the object store, named by their content. */
public interface Attachments {

    /** A file that belongs to a version about to be committed. */
    sealed interface Offered {
        OfferedFile file();
    }

    /** A file that has arrived, in a temporary place that its receiver cleans up. */
    record Upload(OfferedFile file, Path content) implements Offered {}

    /** A file of an earlier version of the same submission: it stays where it lies. */
    record Kept(Attachment earlier) implements Offered {
        @Override
        public OfferedFile file() {
            return new OfferedFile(
                    earlier.fileName(), earlier.mediaType(), earlier.object().size());
        }
    }

    /** A file that arrived ahead of its submission, and was checked then. */
    record Ahead(StagedFile staged) implements Offered {
        @Override
        public OfferedFile file() {
            return staged.file();
        }
    }

    /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
    String fingerprint(Offered file);

    /** Stores it under a key made of all that is given; storing it again changes nothing. */
    ObjectRef store(SubmissionId submission, int version, int ordinal, String sha256, Offered file);

    void discard(ObjectRef stored);
}

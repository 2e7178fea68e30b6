package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.Attachments;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.Sha256;

/** Attachments under {@code attachments/{submission}/{version}/{ordinal}-{sha256}}; never under a name that came with them. */
public final class ObjectStoreAttachments implements Attachments {
    static final String FOLDER = "attachments/";

    private final ObjectStore store;
    private final String bucket;
    private final StagedFiles staged;

    public ObjectStoreAttachments(ObjectStore store, String bucket, StagedFiles staged) {
        this.store = store;
        this.bucket = bucket;
        this.staged = staged;
    }

    @Override
    public String fingerprint(Offered file) {
        return switch (file) {
            case Upload upload -> fingerprint(upload);
            case Kept kept -> kept.earlier().object().sha256();
            case Ahead ahead -> ahead.staged().sha256();
        };
    }

    private static String fingerprint(Upload upload) {
        try {
            return Sha256.of(upload.content()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read back; check the disk", e);
        }
    }

    @Override
    public ObjectRef store(SubmissionId submission, int version, int ordinal, String sha256, Offered file) {
        return switch (file) {
            case Upload upload -> store(key(submission, version, ordinal, sha256), sha256, upload);
            case Kept kept -> kept.earlier().object();
            case Ahead ahead ->
                staged.claim(ahead.staged(), submission, version, ordinal).orElseThrow(() -> swept(sha256));
        };
    }

    private ObjectRef store(String key, String sha256, Upload upload) {
        store.put(key, upload.content(), "application/octet-stream");
        return new ObjectRef(bucket, key, sha256, upload.file().size());
    }

    /** Whoever sends the same again is told that the upload is gone. */
    private static ObjectStoreUnavailable swept(String sha256) {
        return new ObjectStoreUnavailable("a staged file was swept while it was claimed; sha256=" + sha256, null);
    }

    static String key(SubmissionId submission, int version, int ordinal, String sha256) {
        return folder(submission) + version + "/" + ordinal + "-" + sha256;
    }

    static String folder(SubmissionId submission) {
        return FOLDER + submission + "/";
    }

    @Override
    public void discard(ObjectRef stored) {
        store.delete(stored.key());
    }
}

package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.Attachments;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.Sha256;

/** Attachments under {@code attachments/{submission}/{version}/{ordinal}-{sha256}}; never under a name that came with them. */
public final class ObjectStoreAttachments implements Attachments {
    private final ObjectStore store;
    private final String bucket;

    public ObjectStoreAttachments(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public String fingerprint(Upload upload) {
        try {
            return Sha256.of(upload.content()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read back; check the disk", e);
        }
    }

    @Override
    public ObjectRef store(SubmissionId submission, int version, int ordinal, String sha256, Upload upload) {
        var key = "attachments/" + submission + "/" + version + "/" + ordinal + "-" + sha256;
        store.put(key, upload.content(), "application/octet-stream");
        return new ObjectRef(bucket, key, sha256, upload.file().size());
    }

    @Override
    public void discard(ObjectRef stored) {
        store.delete(stored.key());
    }
}

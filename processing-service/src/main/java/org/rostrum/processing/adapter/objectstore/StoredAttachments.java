package org.rostrum.processing.adapter.objectstore;

import java.nio.file.Path;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.platform.objectstore.ObjectMissing;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.ObjectTampered;
import org.rostrum.processing.usecase.Attachments;
import org.rostrum.processing.usecase.Unavailable;
import org.rostrum.processing.usecase.Unprocessable;

/** Attachments in intake's bucket. */
public final class StoredAttachments implements Attachments {
    private final ObjectStore intakeBucket;

    public StoredAttachments(ObjectStore intakeBucket) {
        this.intakeBucket = intakeBucket;
    }

    @Override
    public void download(ObjectRef attachment, Path file) {
        try {
            intakeBucket.download(attachment.key(), file, attachment.sha256());
        } catch (ObjectMissing e) {
            throw new Unprocessable("attachment-missing", "An attachment is not in the store.", e);
        } catch (ObjectTampered e) {
            throw new Unprocessable("attachment-tampered", "An attachment is not the one that was acknowledged.", e);
        } catch (ObjectStoreUnavailable e) {
            throw new Unavailable("The object store cannot be asked; check that it runs.", e);
        }
    }
}

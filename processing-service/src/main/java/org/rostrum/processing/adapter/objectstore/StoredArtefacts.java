package org.rostrum.processing.adapter.objectstore;

import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.processing.usecase.Artefacts;
import org.rostrum.processing.usecase.Unavailable;

/** Public forms, each under its fingerprint and never overwritten. */
public final class StoredArtefacts implements Artefacts {
    private final ObjectStore clearedBucket;
    private final String bucketName;

    public StoredArtefacts(ObjectStore clearedBucket, String bucketName) {
        this.clearedBucket = clearedBucket;
        this.bucketName = bucketName;
    }

    @Override
    public ObjectRef store(PublicContribution contribution) {
        byte[] bytes = Json.writeCanonical(contribution);
        var sha256 = Sha256.of(bytes).hex();
        var key = folder(contribution.submission()) + contribution.version() + "-" + sha256 + ".json";
        try {
            if (!clearedBucket.createIfAbsent(key, bytes, "application/json")) {
                clearedBucket.getVerified(key, sha256);
            }
        } catch (ObjectStoreUnavailable e) {
            throw new Unavailable("The object store cannot be asked; check that it runs.", e);
        }
        return new ObjectRef(bucketName, key, sha256, bytes.length);
    }

    private static String folder(SubmissionId submission) {
        return "cleared/" + submission + "/";
    }

    @Override
    public void removeAll(SubmissionId submission) {
        try (var keys = clearedBucket.list(folder(submission))) {
            keys.toList().forEach(clearedBucket::delete);
        } catch (ObjectStoreUnavailable e) {
            throw new Unavailable("The object store cannot be asked; check that it runs.", e);
        }
    }
}

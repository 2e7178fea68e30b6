package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionWithdrawal;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.usecase.RecordKey;
import org.rostrum.intake.usecase.Withdrawals;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Withdrawals as canonical JSON under {@code submissions/{reference}/withdrawal.json}. */
public final class ObjectStoreWithdrawals implements Withdrawals {
    private final ObjectStore store;
    private final String bucket;

    public ObjectStoreWithdrawals(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredWithdrawal> find(Reference reference) {
        return store.get(path(reference)).map(bytes -> stored(reference, bytes));
    }

    @Override
    public StoredWithdrawal createOrFind(SubmissionWithdrawal withdrawal) {
        byte[] bytes = Json.writeCanonical(withdrawal);
        var reference = withdrawal.reference();
        return store.createIfAbsent(path(reference), bytes, "application/json")
                ? stored(reference, bytes)
                : find(reference)
                        .orElseThrow(
                                () -> new ObjectStoreUnavailable("a withdrawal is there and cannot be read", null));
    }

    private StoredWithdrawal stored(Reference reference, byte[] bytes) {
        try {
            var withdrawal = Json.mapper().readValue(bytes, SubmissionWithdrawal.class);
            return new StoredWithdrawal(
                    withdrawal, new ObjectRef(bucket, path(reference), Fingerprint.of(bytes), bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException("the withdrawal of " + reference + " is damaged; restore it", e);
        }
    }

    private static String path(Reference reference) {
        return StoredPaths.of(new RecordKey.OfWithdrawal(reference));
    }
}

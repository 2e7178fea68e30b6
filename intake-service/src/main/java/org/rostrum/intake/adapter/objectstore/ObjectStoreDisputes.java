package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.usecase.Disputes;
import org.rostrum.intake.usecase.RecordKey;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Disputes as canonical JSON under {@code submissions/{reference}/dispute.json}. */
public final class ObjectStoreDisputes implements Disputes {
    private final ObjectStore store;

    public ObjectStoreDisputes(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<SubmissionDispute> find(Reference reference) {
        return store.get(path(reference)).map(bytes -> read(reference, bytes));
    }

    @Override
    public SubmissionDispute createOrFind(SubmissionDispute dispute) {
        return store.createIfAbsent(path(dispute.reference()), Json.writeCanonical(dispute), "application/json")
                ? dispute
                : find(dispute.reference())
                        .orElseThrow(() -> new ObjectStoreUnavailable("a dispute is there and cannot be read", null));
    }

    private static SubmissionDispute read(Reference reference, byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, SubmissionDispute.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the dispute about " + reference + " is damaged; restore it", e);
        }
    }

    private static String path(Reference reference) {
        return StoredPaths.of(new RecordKey.OfDispute(reference));
    }
}

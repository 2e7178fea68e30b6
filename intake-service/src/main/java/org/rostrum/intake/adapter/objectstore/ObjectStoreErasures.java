package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.SubmissionErasure;
import org.rostrum.intake.usecase.Erasures;
import org.rostrum.intake.usecase.RecordKey;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Erasures as canonical JSON under {@code erasures/{reference}.json}, with {@code {reference}.completed.json} beside it. */
public final class ObjectStoreErasures implements Erasures {
    private static final String JSON = "application/json";
    private static final String END = ".json";
    private static final String COMPLETED = ".completed.json";

    private final ObjectStore store;

    public ObjectStoreErasures(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<SubmissionErasure> find(Reference reference) {
        return store.get(path(reference)).map(bytes -> read(reference, bytes));
    }

    @Override
    public SubmissionErasure createOrFind(SubmissionErasure erasure) {
        return store.createIfAbsent(path(erasure.reference()), Json.writeCanonical(erasure), JSON)
                ? erasure
                : find(erasure.reference())
                        .orElseThrow(() -> new ObjectStoreUnavailable("an erasure is there and cannot be read", null));
    }

    @Override
    public void complete(Reference reference, Instant at) {
        store.createIfAbsent(completed(reference), Json.writeCanonical(Map.of("completedAt", at)), JSON);
    }

    @Override
    public List<Noted> all() {
        try (var keys = store.list(StoredPaths.ERASURES)) {
            var names = keys.map(key -> key.substring(StoredPaths.ERASURES.length()))
                    .collect(Collectors.toSet());
            return names.stream()
                    .filter(name -> name.endsWith(END) && !name.endsWith(COMPLETED))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .flatMap(name -> Reference.parse(name).stream())
                    .map(reference -> new Noted(reference, names.contains(reference + COMPLETED)))
                    .toList();
        }
    }

    private static SubmissionErasure read(Reference reference, byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, SubmissionErasure.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure of " + reference + " is damaged; restore it", e);
        }
    }

    private static String path(Reference reference) {
        return StoredPaths.of(new RecordKey.OfErasure(reference));
    }

    private static String completed(Reference reference) {
        return StoredPaths.ERASURES + reference + COMPLETED;
    }
}

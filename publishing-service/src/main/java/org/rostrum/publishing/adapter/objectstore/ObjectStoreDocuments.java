package org.rostrum.publishing.adapter.objectstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.platform.objectstore.ObjectMissing;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.ObjectTampered;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.usecase.Documents;
import org.rostrum.publishing.usecase.PublicFiles.PublicFile;
import org.rostrum.publishing.usecase.StoreUnavailable;

/**
 * Documents as objects under {@code compilations/CONSULTATION/ROUND/}, named by their fingerprint, beside
 * {@code current.json}, which says which of them are meant.
 */
public final class ObjectStoreDocuments implements Documents {
    private static final String ROOT = "compilations/";

    private final ObjectStore store;
    private final ServedFiles served;
    private final String bucket;

    public ObjectStoreDocuments(ObjectStore store, ServedFiles served, String bucket) {
        this.store = store;
        this.served = served;
        this.bucket = bucket;
    }

    @Override
    public Optional<Issue> find(Of round) {
        return pointer(round).filter(issue -> issue.files().stream().allMatch(this::isIntact));
    }

    private Optional<Issue> pointer(Of round) {
        try {
            return store.get(pointerKey(round)).flatMap(ObjectStoreDocuments::parse);
        } catch (ObjectStoreUnavailable e) {
            throw unavailable(e);
        }
    }

    private static Optional<Issue> parse(byte[] bytes) {
        try {
            return Optional.of(Json.mapper().readValue(bytes, Issue.class));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean isIntact(Stored file) {
        try {
            store.getVerified(file.object().key(), file.object().sha256());
            return true;
        } catch (ObjectMissing | ObjectTampered e) {
            return false;
        } catch (ObjectStoreUnavailable e) {
            throw unavailable(e);
        }
    }

    @Override
    public Issue store(Of round, String revision, List<File> files) {
        try {
            var stored = files.stream().map(file -> store(round, file)).toList();
            var issue = new Issue(revision, stored);
            store.put(pointerKey(round), Json.writeCanonical(issue), "application/json");
            return issue;
        } catch (ObjectStoreUnavailable e) {
            throw unavailable(e);
        }
    }

    @Override
    public void discardOthers(Of round, Issue issue) {
        served.deleteOthers(folder(round), keys(round, issue));
    }

    private Stored store(Of round, File file) {
        var sha256 = ServedFiles.fingerprint(file.bytes());
        var key = folder(round) + sha256 + "." + file.format();
        store.put(key, file.bytes(), file.mediaType());
        return new Stored(file.format(), file.mediaType(), new ObjectRef(bucket, key, sha256, file.bytes().length));
    }

    @Override
    public void serve(Of round, Issue issue) {
        issue.files().forEach(file -> served.route(path(round, file.format()), file(round, file)));
    }

    private static PublicFile file(Of round, Stored file) {
        var name = round.consultation() + "-" + round.round() + "-compilation." + file.format();
        return new PublicFile(file.object().key(), file.object().sha256(), file.mediaType(), false, Optional.of(name));
    }

    @Override
    public void hide(Of round) {
        served.paths().stream()
                .filter(path -> path.value().startsWith(path(round, "").value()))
                .forEach(served::unroute);
    }

    @Override
    public void remove(Of round) {
        hide(round);
        served.deleteOthers(folder(round), Set.of());
    }

    @Override
    public void keepOnly(Set<Of> rounds) {
        var folders = rounds.stream().map(ObjectStoreDocuments::folder).collect(Collectors.toSet());
        ServedFiles.guarded(() -> {
            var others = new ArrayList<String>();
            try (var keys = store.list(ROOT)) {
                keys.filter(key -> !folders.contains(key.substring(0, key.lastIndexOf('/') + 1)))
                        .forEach(others::add);
            }
            others.forEach(store::delete);
        });
    }

    private static Set<String> keys(Of round, Issue issue) {
        return Stream.concat(
                        Stream.of(pointerKey(round)),
                        issue.files().stream().map(file -> file.object().key()))
                .collect(Collectors.toSet());
    }

    private static SitePath path(Of round, String format) {
        return SitePath.compilation(round.consultation(), round.round(), format);
    }

    private static String folder(Of round) {
        return ROOT + round.consultation() + "/" + round.round() + "/";
    }

    private static String pointerKey(Of round) {
        return folder(round) + "current.json";
    }

    private static StoreUnavailable unavailable(ObjectStoreUnavailable e) {
        return new StoreUnavailable("the documents could not be read or written", e);
    }
}

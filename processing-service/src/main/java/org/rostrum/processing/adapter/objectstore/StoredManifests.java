package org.rostrum.processing.adapter.objectstore;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.platform.objectstore.ObjectMissing;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.ObjectTampered;
import org.rostrum.processing.usecase.Manifests;
import org.rostrum.processing.usecase.Pauses;
import org.rostrum.processing.usecase.Unavailable;
import org.rostrum.processing.usecase.Unprocessable;

/** Manifests in intake's bucket. */
public final class StoredManifests implements Manifests {
    private static final int STRANDS = 12;

    private final ObjectStore intakeBucket;

    public StoredManifests(ObjectStore intakeBucket) {
        this.intakeBucket = intakeBucket;
    }

    @Override
    public SubmissionManifest read(ObjectRef manifest) {
        try {
            var bytes = intakeBucket.getVerified(manifest.key(), manifest.sha256());
            return Json.mapper().readValue(bytes, SubmissionManifest.class);
        } catch (ObjectMissing e) {
            throw new Unprocessable("manifest-missing", "The manifest is not in the store.", e);
        } catch (ObjectTampered e) {
            throw new Unprocessable("manifest-tampered", "The manifest is not the one that was acknowledged.", e);
        } catch (ObjectStoreUnavailable e) {
            throw new Unavailable("The object store cannot be asked; check that it runs.", e);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Some side by side: much of the time of one is waiting, but with too many they wait for each other. */
    @Override
    public List<SubmissionManifest> readAll(List<ObjectRef> wanted) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var strands = IntStream.range(0, Math.min(STRANDS, wanted.size()))
                    .mapToObj(strand -> threads.submit(() -> strand(wanted, strand)))
                    .toList();
            var found = new TreeMap<Integer, SubmissionManifest>();
            strands.forEach(strand -> found.putAll(Pauses.await(strand)));
            return List.copyOf(found.values());
        }
    }

    private Map<Integer, SubmissionManifest> strand(List<ObjectRef> wanted, int first) {
        var found = new TreeMap<Integer, SubmissionManifest>();
        for (int i = first; i < wanted.size(); i += STRANDS) {
            found.put(i, read(wanted.get(i)));
        }
        return found;
    }

    /** Without the parser's words, which quote the manifest. */
    private static Unprocessable malformed(IOException e) {
        return new Unprocessable(
                "manifest-malformed",
                "The manifest cannot be understood: " + e.getClass().getSimpleName());
    }
}

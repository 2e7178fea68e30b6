package org.rostrum.publishing.adapter.objectstore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.usecase.PublicFiles;
import org.rostrum.publishing.usecase.StoreUnavailable;

/**
 * Which address leads to which object, and the bytes read last. An address that is not in here does not exist: the store
 * is never asked for it. Bytes are known by their fingerprint, so nothing in memory can be stale.
 */
public final class ServedFiles implements PublicFiles {
    private final ObjectStore store;
    private final long maxBytesKept;
    private final Map<SitePath, PublicFile> routes = new ConcurrentHashMap<>();
    /** No longer served, and perhaps still in the store. */
    private final Map<SitePath, PublicFile> hidden = new ConcurrentHashMap<>();

    private final LinkedHashMap<String, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytesKept;

    public ServedFiles(ObjectStore store, long maxBytesKept) {
        this.store = store;
        this.maxBytesKept = maxBytesKept;
    }

    @Override
    public Optional<PublicFile> find(SitePath path) {
        return Optional.ofNullable(routes.get(path));
    }

    @Override
    public boolean isHidden(SitePath path) {
        return hidden.containsKey(path) && !routes.containsKey(path);
    }

    @Override
    public byte[] read(PublicFile file) {
        return recent(file.sha256()).orElseGet(() -> fetch(file));
    }

    private byte[] fetch(PublicFile file) {
        try {
            var bytes = store.getVerified(file.key(), file.sha256());
            keep(file.sha256(), bytes);
            return bytes;
        } catch (ObjectStoreUnavailable e) {
            throw new StoreUnavailable("a page could not be read", e);
        } catch (RuntimeException e) {
            throw new StoreUnavailable("a page in the store is missing or is not what was written", e);
        }
    }

    /** Writes an object, if it is not what is there already, and serves it under the path. */
    void write(SitePath path, PublicFile file, byte[] bytes) {
        var before = routes.get(path);
        if (file.equals(before)) {
            return;
        }
        if (before != null && !before.key().equals(file.key())) {
            unlist(path, before);
        }
        deleteHidden(path, file.key());
        guarded(() -> store.put(file.key(), bytes, file.mediaType()));
        routes.put(path, file);
        hidden.remove(path);
        keep(file.sha256(), bytes);
    }

    /** From now on nobody gets it, unless it only explains; its object is deleted or replaced later. */
    void hide(SitePath path) {
        var before = routes.get(path);
        if (before != null && !before.gone()) {
            unlist(path, before);
        }
    }

    private void unlist(SitePath path, PublicFile before) {
        hidden.put(path, before);
        routes.remove(path);
        forget(before.sha256());
    }

    void remove(SitePath path) {
        var before = routes.get(path);
        if (before != null) {
            unlist(path, before);
        }
        deleteHidden(path, "");
        hidden.remove(path);
    }

    private void deleteHidden(SitePath path, String keyToKeep) {
        var before = hidden.get(path);
        if (before != null && !before.key().equals(keyToKeep)) {
            guarded(() -> store.delete(before.key()));
        }
    }

    void route(SitePath path, PublicFile file) {
        routes.put(path, file);
    }

    void unroute(SitePath path) {
        var before = routes.remove(path);
        if (before != null) {
            forget(before.sha256());
        }
    }

    Set<SitePath> paths() {
        return Set.copyOf(routes.keySet());
    }

    /** Deletes every object under the prefix whose key is not among these. */
    void deleteOthers(String prefix, Set<String> keys) {
        guarded(() -> {
            List<String> found = new ArrayList<>();
            try (var listed = store.list(prefix)) {
                listed.filter(key -> !keys.contains(key)).forEach(found::add);
            }
            found.forEach(store::delete);
        });
    }

    Set<String> keys() {
        var keys = new HashSet<String>();
        routes.values().forEach(file -> keys.add(file.key()));
        return keys;
    }

    static void guarded(Runnable step) {
        try {
            step.run();
        } catch (ObjectStoreUnavailable e) {
            throw new StoreUnavailable("the site could not be written", e);
        }
    }

    static String fingerprint(byte[] bytes) {
        return Sha256.of(bytes).hex();
    }

    private synchronized Optional<byte[]> recent(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
    }

    private synchronized void forget(String sha256) {
        var bytes = kept.remove(sha256);
        bytesKept -= bytes == null ? 0 : bytes.length;
    }

    private synchronized void keep(String sha256, byte[] bytes) {
        if (bytes.length > maxBytesKept / 4 || kept.put(sha256, bytes) != null) {
            return;
        }
        bytesKept += bytes.length;
        var oldest = kept.entrySet().iterator();
        while (bytesKept > maxBytesKept && oldest.hasNext()) {
            bytesKept -= oldest.next().getValue().length;
            oldest.remove();
        }
    }
}

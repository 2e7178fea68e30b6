package org.rostrum.intake.adapter.objectstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStore.ObjectFacts;

/** Goes through a sorted listing folder by folder and empties those in which nothing was written since an instant. */
final class Sweep {
    private final ObjectStore store;
    private final Instant before;
    private final List<ObjectFacts> folder = new ArrayList<>();
    private int swept;

    Sweep(ObjectStore store, Instant before) {
        this.store = store;
        this.before = before;
    }

    void look(ObjectFacts object) {
        if (!folder.isEmpty() && !folderOf(folder.getFirst()).equals(folderOf(object))) {
            close();
        }
        folder.add(object);
    }

    int finish() {
        if (!folder.isEmpty()) {
            close();
        }
        return swept;
    }

    private void close() {
        if (folder.stream().allMatch(object -> object.modifiedAt().isBefore(before))) {
            // What says that the file is here goes first, so that nobody finds it without its content.
            folder.stream()
                    .map(ObjectFacts::key)
                    .sorted(Comparator.comparing(key -> !key.endsWith("/file.json")))
                    .forEach(store::delete);
            swept++;
        }
        folder.clear();
    }

    private static String folderOf(ObjectFacts object) {
        return object.key().substring(0, object.key().lastIndexOf('/'));
    }
}

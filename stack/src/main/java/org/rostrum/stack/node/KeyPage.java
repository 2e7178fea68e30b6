package org.rostrum.stack.node;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next so many keys with a prefix that come after a given one, in the order of the keys. */
final class KeyPage {
    private final String prefix;
    private final String after;
    private final int most;
    private final List<String> keys = new ArrayList<>();

    KeyPage(String prefix, String after, int most) {
        this.prefix = prefix;
        this.after = after;
        this.most = most;
    }

    /** Collects them from a bucket's folder. */
    void fill(String bucket, Folders folders, boolean isFirst) {
        if (most > 0) {
            collect(bucket, "", folders, isFirst);
        }
    }

    List<String> keys() {
        return keys.size() > most ? keys.subList(0, most) : keys;
    }

    /** The last key of this page if there are more, or null. */
    @Nullable
    String marker() {
        return keys.size() > most ? keys.get(most - 1) : null;
    }

    /** One key more than wanted tells that there is another page. */
    private boolean isFull() {
        return keys.size() > most;
    }

    private void collect(String bucket, String folder, Folders folders, boolean isFirst) {
        for (String name : folders.names(bucket + "/" + folder, isFirst)) {
            String key = folder + name;
            if (isFull()) {
                return;
            }
            if (key.endsWith("/")) {
                if (mayHold(key)) {
                    collect(bucket, key, folders, isFirst);
                }
            } else if (key.startsWith(prefix) && key.compareTo(after) > 0) {
                keys.add(key);
            }
        }
    }

    private boolean mayHold(String folder) {
        boolean fits = folder.startsWith(prefix) || prefix.startsWith(folder);
        boolean isPast = folder.compareTo(after) <= 0 && !after.startsWith(folder);
        return fits && !isPast;
    }
}

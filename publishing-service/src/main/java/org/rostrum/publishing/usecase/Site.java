package org.rostrum.publishing.usecase;

import java.util.Set;
import org.rostrum.publishing.domain.SitePath;

/**
 * The bytes of the public site. All but {@link #hide} throw {@link StoreUnavailable} when the store cannot be
 * asked; repeating is safe.
 */
public interface Site {

    /**
     * One page or file.
     *
     * @param gone it stands where something was that is no longer public
     */
    @SuppressWarnings("ArrayRecordComponent") // pages are compared by fingerprint, never as records
    record Page(SitePath path, byte[] bytes, String mediaType, boolean gone) {
        public static Page html(SitePath path, byte[] bytes) {
            return new Page(path, bytes, "text/html;charset=UTF-8", false);
        }

        public Page asGone() {
            return new Page(path, bytes, mediaType, true);
        }
    }

    /**
     * From now on nobody gets what is there, until it is shown anew or removed. Asks no store, waits for nothing and
     * cannot fail.
     */
    void hide(SitePath path);

    /** Shows a page, in place of what is there. */
    void show(Page page);

    /** From now on there is nothing. */
    void remove(SitePath path);

    /** Removes every page that is not among these, also those of an earlier life of the service. */
    void keepOnly(Set<SitePath> paths);
}

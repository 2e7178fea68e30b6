package org.rostrum.publishing.usecase;

import java.util.Optional;
import org.rostrum.publishing.domain.SitePath;

/** What the public site serves at this moment. */
public interface PublicFiles {

    /**
     * What is to be had under an address; known without asking the store.
     *
     * @param sha256 fingerprint of its bytes, 64 lower-case hexadecimal digits
     * @param gone it only explains what is no longer public
     * @param fileName name under which a browser keeps it, if it is a document
     */
    record PublicFile(String key, String sha256, String mediaType, boolean gone, Optional<String> fileName) {}

    Optional<PublicFile> find(SitePath path);

    /** Whether something was there that may not be shown any more, and nothing is there in its place yet. */
    boolean isHidden(SitePath path);

    /**
     * Its bytes, with that fingerprint.
     *
     * @throws StoreUnavailable if the store cannot be asked, or holds something else
     */
    byte[] read(PublicFile file);
}

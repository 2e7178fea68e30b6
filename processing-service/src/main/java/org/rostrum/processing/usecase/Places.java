package org.rostrum.processing.usecase;

import java.util.Collection;
import java.util.Map;

/** Where texts lie in meaning, so that a text is encoded once, however often it comes. */
public interface Places {

    /** Those that are known, by hash of the text. */
    Map<String, float[]> find(String encoder, Collection<String> hashes);

    /** Forgets them, of whatever encoder; a text that somebody else wrote too is encoded again when it is needed. */
    void forget(Collection<String> hashes);

    /** Keeps them; what is known stays. */
    void keep(String encoder, Map<String, float[]> byHash);
}

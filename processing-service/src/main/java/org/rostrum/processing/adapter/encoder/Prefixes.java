package org.rostrum.processing.adapter.encoder;

import org.rostrum.processing.usecase.Encoder.Role;

/**
 * What an encoder wants to read before a text, so that it knows what the text is.
 *
 * @param query before what is asked
 * @param passage before what may answer
 */
public record Prefixes(String query, String passage) {
    /** As the E5 family was trained (Wang et al. 2022, Text Embeddings by Weakly-Supervised Contrastive Pre-training). */
    public static final Prefixes E5 = new Prefixes("query: ", "passage: ");

    String before(Role role) {
        return switch (role) {
            case QUERY -> query;
            case PASSAGE -> passage;
        };
    }

    String fingerprint() {
        return Integer.toHexString(hashCode());
    }
}

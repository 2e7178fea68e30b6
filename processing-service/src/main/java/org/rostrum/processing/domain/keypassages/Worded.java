package org.rostrum.processing.domain.keypassages;

import java.util.List;

/** A passage with its words in their order. */
public record Worded(Said said, List<Token> tokens) {
    public Worded {
        tokens = List.copyOf(tokens);
    }

    String language() {
        String language = said.language();
        return language == null ? "" : language;
    }
}

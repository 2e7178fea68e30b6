package org.rostrum.processing.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.keypassages.Token;

/** Finds the words of a text that mean something by themselves, without the stop words of its language. */
public interface WordTokens {

    /**
     * In their order, at their exact places.
     *
     * @param language BCP 47, if recognised
     */
    List<Token> of(String text, @Nullable String language);
}

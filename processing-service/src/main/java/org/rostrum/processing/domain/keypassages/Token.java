package org.rostrum.processing.domain.keypassages;

import org.rostrum.processing.domain.text.Span;

/**
 * A word of a text that means something by itself; of scripts written without spaces, two characters.
 *
 * @param stem the same for all forms of the word
 * @param follows whether nothing stands between the token before and this one, no stop word either
 */
public record Token(String stem, Span span, boolean follows) {}

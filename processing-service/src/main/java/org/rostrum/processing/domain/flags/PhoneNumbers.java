package org.rostrum.processing.domain.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.Span;

/** Knows how the countries of the world write telephone numbers. */
@FunctionalInterface
public interface PhoneNumbers {

    /**
     * Numbers that can be dialled.
     *
     * @param country ISO 3166 two-letter code for numbers without a country's prefix; absent if nothing is known
     */
    List<Span> in(String text, @Nullable String country);
}

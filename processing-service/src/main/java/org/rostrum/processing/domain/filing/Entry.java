package org.rostrum.processing.domain.filing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;

/**
 * An item of the instrument, as filing sees it.
 *
 * @param parent the item that this is a part of
 * @param texts by BCP 47 language: short title and text together
 * @param wordings its short title and its text by themselves, in every language
 * @param takesContributions false for an item under which nothing may be filed
 */
record Entry(
        ItemNumber number,
        @Nullable ItemNumber parent,
        Map<String, String> texts,
        List<String> wordings,
        boolean takesContributions) {

    Entry {
        if (number.equals(parent)) {
            throw new IllegalArgumentException("Item " + number + " cannot be its own parent");
        }
        texts = Map.copyOf(texts);
        wordings = List.copyOf(wordings);
    }
}

package org.rostrum.processing.domain.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.content.Features;

/**
 * A passage of a round to learn from.
 *
 * @param hash of its text: of equal texts one is studied
 * @param settled where a person filed it or its author wrote it, empty for "answers no question"; absent if nobody has said
 */
public record Studied(
        String hash, Features features, @Nullable List<ItemNumber> settled) {}

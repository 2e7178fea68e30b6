package org.rostrum.processing.domain.filing;

import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;

/**
 * An item under which passages can be filed, in one of the organiser's languages.
 *
 * @param language BCP 47
 * @param own short title and text
 * @param context what stands above it, if anything does
 */
public record ItemWording(
        ItemNumber item,
        String language,
        String own,
        @Nullable String context) {}

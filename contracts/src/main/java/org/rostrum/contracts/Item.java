package org.rostrum.contracts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One item that people respond to, with its sub-areas or sub-items.
 *
 * @param number its stable printed number, such as {@code 2.e}
 * @param kind what it is; a sub-area where the definition does not say
 * @param text its words in the organiser's languages
 * @param shortTitle a few words for lists and headings, if the organiser gives them
 * @param accepts kinds of submission that it takes; empty means those of the round
 * @param areas its sub-areas, in printed order
 */
public record Item(
        ItemNumber number,
        ItemKind kind,
        LocalizedText text,
        @Nullable LocalizedText shortTitle,
        List<SubmissionKind> accepts,
        List<Item> areas) {

    public Item {
        kind = Absent.or(kind, ItemKind.AREA);
        accepts = Absent.list(accepts);
        areas = Absent.list(areas);
    }

    /** This item and all below it, in printed order. */
    public Stream<Item> withDescendants() {
        return Stream.concat(Stream.of(this), areas.stream().flatMap(Item::withDescendants));
    }
}

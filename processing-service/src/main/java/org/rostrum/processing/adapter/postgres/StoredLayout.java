package org.rostrum.processing.adapter.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.Part;
import org.rostrum.processing.domain.text.Place;

/**
 * A layout as it is kept.
 *
 * @param marks of four numbers each: offset, part, page, number
 */
record StoredLayout(List<StoredPart> parts, List<List<Integer>> marks) {

    /** What is empty is absent. */
    record StoredPart(@Nullable String name, @Nullable String mediaType, Part.Unit counts) {

        static StoredPart of(Part part) {
            return new StoredPart(part.name(), part.mediaType(), part.counts());
        }

        Part toPart() {
            return new Part(name == null ? "" : name, mediaType == null ? "" : mediaType, counts);
        }
    }

    /** Null where there is nothing to keep. */
    static Sql.@Nullable JsonValue of(Layout layout) {
        if (layout.equals(Layout.NONE)) {
            return null;
        }
        var marks = layout.marks().stream().map(StoredLayout::numbers).toList();
        var parts = layout.parts().stream().map(StoredPart::of).toList();
        return new Sql.JsonValue(new StoredLayout(parts, marks));
    }

    private static List<Integer> numbers(Layout.Mark mark) {
        Place place = mark.place();
        return List.of(mark.offset(), place.part(), place.page(), place.number());
    }

    Layout toLayout() {
        return new Layout(
                parts.stream().map(StoredPart::toPart).toList(),
                marks.stream().map(StoredLayout::mark).toList());
    }

    private static Layout.Mark mark(List<Integer> numbers) {
        return new Layout.Mark(numbers.get(0), new Place(numbers.get(1), numbers.get(2), numbers.get(3)));
    }
}

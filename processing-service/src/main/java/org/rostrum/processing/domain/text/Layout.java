package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the words of a text stand in the file that they came from: from each mark to the next at the place that it names.
 *
 * @param parts of the file, in the order of their indices
 * @param marks by offset, ascending
 */
public record Layout(List<Part> parts, List<Mark> marks) {

    /** That of a text which came from no file. */
    public static final Layout NONE = new Layout(List.of(), List.of());

    public Layout {
        parts = List.copyOf(parts);
        marks = List.copyOf(marks);
        for (int i = 1; i < marks.size(); i++) {
            if (marks.get(i).offset() <= marks.get(i - 1).offset()) {
                throw new IllegalArgumentException("Marks of a layout ascend, got " + marks.get(i) + " as number " + i);
            }
        }
    }

    /** From this offset of the text on, words stand at this place. */
    public record Mark(int offset, Place place) {}

    /** That of a text read from a file with these parts. */
    public static Layout of(NormalisedText text, List<Part> parts) {
        List<Mark> marks = new ArrayList<>();
        for (Block block : text.blocks()) {
            if (marks.isEmpty() || !marks.getLast().place().equals(block.place())) {
                marks.add(new Mark(block.span().start(), block.place()));
            }
        }
        return new Layout(parts, marks);
    }

    /** Where the character at this offset stood; {@link Place#NONE} if that is not known. */
    public Place placeAt(int offset) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Place.NONE : marks.get(low - 1).place();
    }

    /** The part that a place of this layout is in; the file itself where nothing is known of parts. */
    public Part partOf(Place place) {
        return place.part() < parts.size() ? parts.get(place.part()) : new Part("", "", Part.Unit.LINES);
    }

    /** Leaves names of parts out of logs. */
    @Override
    public String toString() {
        return "Layout[" + parts.size() + " parts, " + marks.size() + " marks]";
    }
}

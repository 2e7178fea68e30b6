package org.rostrum.processing.domain.text;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One block as the extraction worker read it, before normalisation.
 *
 * @param level 1 to 6 for a heading, 0 for everything else
 * @param text as found; line ends may be those of the page's layout, tabs part the cells of a table row
 * @param places of its lines, one for each; or one for all of them
 */
public record RawBlock(BlockKind kind, int level, String text, List<Place> places) {

    public static final int NO_PAGE = 0;

    public RawBlock {
        if (kind == BlockKind.HEADING ? level < 1 || level > 6 : level != 0) {
            throw new IllegalArgumentException("Level " + level + " does not fit a block of kind " + kind);
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException("A block stands somewhere");
        }
        places = List.copyOf(places);
    }

    public RawBlock(BlockKind kind, int level, String text, int page) {
        this(kind, level, text, List.of(Place.onPage(page)));
    }

    /** One whose part counts lines: each of its lines has a number. */
    public static RawBlock ofLines(BlockKind kind, int level, String text, Place first) {
        int lines = Lines.count(text);
        return new RawBlock(
                kind,
                level,
                text,
                IntStream.range(0, Math.max(1, lines)).mapToObj(first::linesOn).toList());
    }

    public static RawBlock paragraph(String text) {
        return new RawBlock(BlockKind.PARAGRAPH, 0, text, NO_PAGE);
    }

    public static RawBlock heading(int level, String text) {
        return new RawBlock(BlockKind.HEADING, level, text, NO_PAGE);
    }

    /** Where it begins. */
    public Place place() {
        return places.getFirst();
    }

    public int page() {
        return place().page();
    }

    /** The page that it ends on. */
    int lastPage() {
        return places.getLast().page();
    }

    /** Some of its lines, from the first one's index on, as a block of their own with the places of these lines alone. */
    RawBlock with(BlockKind otherKind, String otherText, int firstLine) {
        int first = Math.min(firstLine, places.size() - 1);
        int end = Math.clamp(first + (long) Lines.count(otherText), first + 1, places.size());
        return new RawBlock(
                otherKind,
                otherKind == BlockKind.HEADING ? level : 0,
                otherText,
                places.size() == 1 ? places : places.subList(first, end));
    }

    /** Blocks that go on with one another, in one. */
    static RawBlock joined(List<RawBlock> parts) {
        var first = parts.getFirst();
        return parts.size() == 1
                ? first
                : new RawBlock(
                        first.kind,
                        first.level,
                        parts.stream().map(RawBlock::text).collect(Collectors.joining("\n")),
                        parts.stream().flatMap(part -> part.perLine().stream()).toList());
    }

    private List<Place> perLine() {
        int lines = Math.max(1, Lines.count(text));
        return places.size() == lines ? places : Collections.nCopies(lines, place());
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "RawBlock[" + kind + ", " + text.length() + " characters, " + place() + "]";
    }
}

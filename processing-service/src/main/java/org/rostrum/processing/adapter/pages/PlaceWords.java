package org.rostrum.processing.adapter.pages;

import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.text.Part;
import org.rostrum.processing.domain.text.Place;

/** Where words stand in what was sent, so that staff find them in the original. */
final class PlaceWords {

    private static final int LONGEST_NAME = 120;

    private PlaceWords() {}

    /** What the text is. */
    static String of(Source source) {
        return switch (source.origin()) {
            case Origin.Box box -> "Typed under " + box.item();
            case Origin.FreeText _ -> "Typed as free text";
            case Origin.File file -> "Attachment " + file.ordinal();
        };
    }

    /** And where in it the passage begins, as far as its format tells. */
    static String of(Source source, FiledPassage passage) {
        return of(source, passage, passage.span().start());
    }

    /** The same of words inside the passage, which begin at this offset of the source. */
    static String of(Source source, FiledPassage passage, int offset) {
        Place place = passage.placeIn(source, offset);
        Part part = source.layout().partOf(place);
        return of(source) + inPart(place, part) + inIt(place, part);
    }

    private static String inPart(Place place, Part part) {
        if (part.name().isEmpty()) {
            return "";
        }
        return (isSheet(place, part) ? ", sheet \u201c" : ", in it \u201c") + shown(part.name()) + "\u201d";
    }

    /** A stranger chose it: of bounded length, and without characters that show nothing or turn others around. */
    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME - 1) + "\u2026";
    }

    private static String inIt(Place place, Part part) {
        if (place.page() > 0) {
            return ", page " + place.page();
        }
        return place.number() == 0 ? "" : ", " + unit(part) + " " + place.number();
    }

    private static boolean isSheet(Place place, Part part) {
        return place.part() > 0
                && part.counts() == Part.Unit.ROWS
                && part.mediaType().contains("spreadsheet");
    }

    private static String unit(Part part) {
        return switch (part.counts()) {
            case LINES -> "line";
            case PARAGRAPHS -> "paragraph";
            case ROWS -> "row";
        };
    }
}

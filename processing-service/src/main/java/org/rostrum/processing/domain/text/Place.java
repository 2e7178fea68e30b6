package org.rostrum.processing.domain.text;

/**
 * Where something stands in the file that it came from.
 *
 * @param part index of the part of the file: 0 is the file itself, the others are its sheets and the files in it
 * @param page counted from 1; 0 where the format has no pages
 * @param number of the line, paragraph or row, whichever the part counts, from 1 (on its page, if there are pages); 0 if
 *     unknown
 */
public record Place(int part, int page, int number) {

    public static final Place NONE = new Place(0, 0, 0);

    public Place {
        if (part < 0 || page < 0 || number < 0) {
            throw new IllegalArgumentException(
                    "Places count from 1 (0: none), got " + part + ", " + page + ", " + number);
        }
    }

    public static Place onPage(int page) {
        return new Place(0, page, 0);
    }

    Place linesOn(int lines) {
        return new Place(part, page, number == 0 ? 0 : number + lines);
    }
}

package org.rostrum.extraction;

import org.jspecify.annotations.Nullable;

/** What holds until the brace that closes: where text goes, how it looks, what its paragraph is. */
final class RtfGroup {

    /** In half-points, as in DOCX. */
    private static final int SMALLEST = 2;

    private static final int USUAL_SIZE = 24;
    private static final int NO_OUTLINE = 9;

    enum Where {
        TEXT,
        NOWHERE,
        FONTS,
        COLOURS,
        STYLES,
        LABEL
    }

    Where where = Where.TEXT;
    /** What it is the whole of, if it began with it; ends with it. */
    @Nullable
    RtfStory story;

    String storyIs = "";

    int fallback = 1;
    int font;
    int otherFont;
    boolean rightToLeft;

    boolean hidden;
    boolean deleted;
    boolean inserted;
    boolean moved;
    boolean shaded;
    int colour;
    private int size = USUAL_SIZE;

    int style;
    int outline = NO_OUTLINE;
    boolean inTable;
    boolean listed;
    private boolean paragraphIsShaded;

    RtfGroup within() {
        RtfGroup inner = new RtfGroup();
        inner.where = where;
        inner.fallback = fallback;
        inner.font = font;
        inner.otherFont = otherFont;
        inner.rightToLeft = rightToLeft;
        inner.hidden = hidden;
        inner.deleted = deleted;
        inner.inserted = inserted;
        inner.moved = moved;
        inner.shaded = shaded;
        inner.colour = colour;
        inner.size = size;
        inner.style = style;
        inner.outline = outline;
        inner.inTable = inTable;
        inner.listed = listed;
        inner.paragraphIsShaded = paragraphIsShaded;
        return inner;
    }

    void plain(int usualFont) {
        font = usualFont;
        otherFont = usualFont;
        hidden = false;
        deleted = false;
        inserted = false;
        moved = false;
        shaded = false;
        colour = 0;
        size = USUAL_SIZE;
    }

    void plainParagraph() {
        style = 0;
        outline = NO_OUTLINE;
        inTable = false;
        listed = false;
        paragraphIsShaded = false;
    }

    /** A property of letters or of a paragraph. */
    void apply(String word, RtfTokens tokens) {
        switch (word) {
            case "v" -> hidden = tokens.isOn();
            case "deleted" -> deleted = tokens.isOn();
            case "revised" -> inserted = tokens.isOn();
            case "mvf" -> moved = tokens.isOn();
            case "cf" -> colour = tokens.parameter(0);
            case "fs" -> size = tokens.parameter(USUAL_SIZE);
            case "cb", "chcbpat", "highlight" -> shaded = tokens.parameter(0) > 0;
            case "cbpat" -> paragraphIsShaded = tokens.parameter(0) > 0;
            case "f" -> font = tokens.parameter(0);
            case "af" -> otherFont = tokens.parameter(0);
            case "rtlch" -> rightToLeft = true;
            case "ltrch" -> rightToLeft = false;
            case "uc" -> fallback = Math.clamp(tokens.parameter(1), 0, 20);
            case "s" -> style = tokens.parameter(0);
            case "outlinelevel" -> outline = tokens.parameter(NO_OUTLINE);
            case "intbl" -> inTable = true;
            case "ls" -> listed = tokens.parameter(0) > 0;
            default -> {}
        }
    }

    /** Whether nobody sees these letters; in a table it is the cell that may have a colour. */
    boolean isHidden(boolean white) {
        return hidden || size <= SMALLEST || (white && !shaded && !paragraphIsShaded && !inTable);
    }

    int fontOfLetters() {
        return rightToLeft ? otherFont : font;
    }
}

package org.rostrum.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;

/** What holds until the brace that closes: where text goes, how it looks, what its paragraph is. */
final class RtfGroup {

    /** In half-points, as in DOCX. */
    private static final int SMALLEST = 2;

    private static final int USUAL_SIZE = 24;
    private static final int NO_OUTLINE = 9;

    /** What puts a ground behind letters or a paragraph; each is set and ends for itself. */
    private static final List<String> GROUNDS =
            List.of("cb", "chcbpat", "highlight", "chcfpat", "chshdng", "cbpat", "cfpat", "shading");

    private static final int OF_LETTERS = 0b00011111;

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

    /** The style sheet itself, not a style in it. */
    boolean isSheet;

    boolean isBox;
    int fallback = 1;
    private int font;
    private int otherFont;
    private boolean hasDirection;
    private boolean rightToLeft;
    private boolean ofOtherScripts;

    private boolean hidden;
    boolean deleted;
    boolean inserted;
    private boolean moved;
    private int grounds;
    int colour;
    private int size = USUAL_SIZE;

    int style;
    int outline = NO_OUTLINE;
    boolean inTable;
    boolean listed;

    RtfGroup within() {
        RtfGroup inner = new RtfGroup();
        inner.where = where;
        inner.isBox = isBox;
        inner.fallback = fallback;
        inner.font = font;
        inner.otherFont = otherFont;
        inner.hasDirection = hasDirection;
        inner.rightToLeft = rightToLeft;
        inner.ofOtherScripts = ofOtherScripts;
        inner.hidden = hidden;
        inner.deleted = deleted;
        inner.inserted = inserted;
        inner.moved = moved;
        inner.grounds = grounds;
        inner.colour = colour;
        inner.size = size;
        inner.style = style;
        inner.outline = outline;
        inner.inTable = inTable;
        inner.listed = listed;
        return inner;
    }

    void plain(int usualFont) {
        setIn(usualFont);
        ofOtherScripts = false;
        hidden = false;
        deleted = false;
        inserted = false;
        moved = false;
        grounds &= ~OF_LETTERS;
        colour = 0;
        size = USUAL_SIZE;
    }

    void setIn(int usualFont) {
        font = usualFont;
        otherFont = usualFont;
    }

    void plainParagraph() {
        style = 0;
        outline = NO_OUTLINE;
        inTable = false;
        listed = false;
        grounds &= OF_LETTERS;
    }

    /** A property of letters or of a paragraph. */
    void apply(String word, RtfTokens tokens, RtfColours colours) {
        switch (word) {
            case "v" -> hidden = tokens.isOn();
            case "deleted" -> deleted = tokens.isOn();
            case "revised" -> inserted = tokens.isOn();
            case "mvf" -> moved = tokens.isOn();
            case "cf" -> colour = tokens.parameter(0);
            case "fs" -> size = tokens.parameter(USUAL_SIZE);
            case "f" -> set(rightToLeft, tokens.parameter(0));
            case "af" -> {
                if (!ofOtherScripts) {
                    set(rightToLeft || !hasDirection, tokens.parameter(0));
                }
            }
            case "hich", "dbch", "loch" -> ofOtherScripts = true;
            case "rtlch", "ltrch" -> {
                hasDirection = true;
                rightToLeft = word.equals("rtlch");
                ofOtherScripts = false;
            }
            case "uc" -> fallback = Math.clamp(tokens.parameter(1), 0, 20);
            case "s" -> style = tokens.parameter(0);
            case "outlinelevel" -> outline = tokens.parameter(NO_OUTLINE);
            case "intbl" -> inTable = true;
            case "ls" -> listed = tokens.parameter(0) > 0;
            case "chshdng", "shading" -> ground(word, tokens.parameter(0) > 0);
            default -> {
                int ground = tokens.parameter(0);
                ground(word, ground > 0 && !colours.isWhite(ground));
            }
        }
    }

    private void ground(String word, boolean coloured) {
        int index = GROUNDS.indexOf(word);
        if (index >= 0) {
            grounds = coloured ? grounds | (1 << index) : grounds & ~(1 << index);
        }
    }

    /** The font that comes behind a direction is that of letters in it, whichever of the two words sets it. */
    private void set(boolean other, int number) {
        if (other) {
            otherFont = number;
        } else {
            font = number;
        }
    }

    /** Why what is anchored here is not shown, either; a note whose sign is white or tiny is. */
    @Nullable
    FlagKind anchorIsLeftOut() {
        if (deleted) {
            return FlagKind.TRACKED_DELETION;
        }
        if (moved) {
            return FlagKind.TRACKED_MOVE;
        }
        return hidden ? FlagKind.HIDDEN_TEXT : null;
    }

    /** Whether nobody sees these letters; it may be the table's cell or the box that has a colour. */
    boolean isUnseen(boolean white) {
        return size <= SMALLEST || (white && grounds == 0 && !isBox && !inTable);
    }

    int fontOfLetters() {
        return rightToLeft ? otherFont : font;
    }
}

package org.rostrum.processing.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A text as an eye sees it: without characters that turn the order of others around, show nothing, or pile up on one letter
 * (Unicode Technical Report 36). Knows where each of its characters stood, so that what is found in it can be shown in the original.
 */
public final class VisibleText {
    /** More marks on one letter are no writing. House choice: scholarly Hebrew and Vietnamese have three. */
    private static final int MOST_MARKS = 4;
    /** Hidden characters so close to each other are one place. House choice. */
    private static final int CLOSE = 3;

    private static final Set<UnicodeScript> JOINED_BY_HAND =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);
    /** Standardized and ideographic variation sequences: Unicode Standard, 23.4. */
    private static final Set<UnicodeScript> OF_SEVERAL_LOOKS = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.HAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.PHAGS_PA,
            UnicodeScript.MANICHAEAN,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.EGYPTIAN_HIEROGLYPHS);

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private final String original;
    private final String text;
    private final BitSet hidden;
    private final int[] places;

    private VisibleText(String original, BitSet hidden) {
        this.original = original;
        this.hidden = hidden;
        var kept = new StringBuilder(original.length());
        this.places = new int[original.length() - hidden.cardinality() + 1];
        for (int i = hidden.nextClearBit(0); i < original.length(); i = hidden.nextClearBit(i + 1)) {
            places[kept.length()] = i;
            kept.append(original.charAt(i));
        }
        places[kept.length()] = original.length();
        this.text = kept.toString();
    }

    public static VisibleText of(String text) {
        return new VisibleText(text, hidden(text));
    }

    /** The same text, where nothing is hidden in it. */
    public static String in(String text) {
        var hidden = hidden(text);
        return hidden.isEmpty() ? text : new VisibleText(text, hidden).text;
    }

    public String text() {
        return text;
    }

    /** Where that stood in the original: with what is hidden inside it, and not with what is hidden around it. */
    public Span original(Span seen) {
        return seen.length() == 0
                ? new Span(places[seen.start()], places[seen.start()])
                : new Span(places[seen.start()], places[seen.end() - 1] + 1);
    }

    /** Where characters are hidden in the original, in order. */
    public List<Span> hidden() {
        var spans = new ArrayList<Span>();
        for (int start = hidden.nextSetBit(0); start >= 0; ) {
            int end = hidden.nextClearBit(start);
            int next = hidden.nextSetBit(end);
            while (next >= 0 && next - end <= CLOSE) {
                end = hidden.nextClearBit(next);
                next = hidden.nextSetBit(end);
            }
            spans.add(new Span(start, Math.min(end, original.length())));
            start = next;
        }
        return spans;
    }

    private static BitSet hidden(String text) {
        var hidden = new BitSet();
        int before = ' ';
        boolean inFlag = false;
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            int after = next < text.length() ? text.codePointAt(next) : ' ';
            inFlag = character == 0x1F3F4 || (inFlag && isTag(character));
            marks = isMark(character) ? marks + 1 : 0;
            if (marks > MOST_MARKS || (!inFlag && isHidden(character, before, after))) {
                hidden.set(at, next);
            } else if (marks == 0) {
                before = character;
            }
            at = next;
        }
        return hidden;
    }

    private static boolean isHidden(int character, int before, int after) {
        return switch (character) {
            case 0x200C, 0x200D -> isJoinedByHand(before);
            case 0x200E, 0x200F, 0x061C -> Character.isLetterOrDigit(before) && isLatin(before) && isLatin(after);
            case 0x200B -> !isSpace(before) && !isSpace(after) && !WITHOUT_SPACES.contains(UnicodeScript.of(before));
            case 0x00AD, 0xFEFF, 0x180E -> true;
            default ->
                isFiller(character)
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2060 && character <= 0x206F)
                        || (character >= 0xFFF9 && character <= 0xFFFB)
                        || isTag(character)
                        || (isSelector(character) && (isSpace(before) || isSelector(after) || hasOneLook(before)));
        };
    }

    /** These scripts need no joiner; Arabic, those of India, and pictures made of pictures do. */
    private static boolean isJoinedByHand(int before) {
        boolean isPicture = Character.isEmojiPresentation(before) || Character.isExtendedPictographic(before);
        return !isPicture && JOINED_BY_HAND.contains(UnicodeScript.of(before));
    }

    /** Selectors choose between looks of pictures, signs, ideographs and a few scripts; other letters have one. */
    private static boolean hasOneLook(int before) {
        return Character.isLetter(before)
                && !Character.isExtendedPictographic(before)
                && !OF_SEVERAL_LOOKS.contains(UnicodeScript.of(before));
    }

    /**
     * Whether nobody sees the character by itself, wherever it stands. Not each of them is hidden by that: many languages need
     * some, and only the text around shows which.
     */
    public static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> isFiller(character);
        };
    }

    /** Letters by their category, of Hangul, that are blank. */
    private static boolean isFiller(int character) {
        return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
    }

    private static boolean isLatin(int character) {
        return UnicodeScript.of(character) == UnicodeScript.LATIN;
    }

    private static boolean isSpace(int character) {
        return Characters.isWhite(character);
    }

    private static boolean isTag(int character) {
        return character >= 0xE0000 && character <= 0xE007F;
    }

    private static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** Those above and below a letter; a selector chooses a picture. */
    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) && !isSelector(character);
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "VisibleText[" + text.length() + " of " + original.length() + " characters]";
    }
}

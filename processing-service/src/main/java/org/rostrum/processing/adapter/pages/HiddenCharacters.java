package org.rostrum.processing.adapter.pages;

import java.util.List;

/** Characters that nobody sees, by their numbers. */
final class HiddenCharacters {
    private static final int MOST = 4;

    private HiddenCharacters() {}

    /** Such as "U+202E, U+200B". Looked up in the piece alone, so what needs its neighbours to be suspicious is named as well. */
    static String named(String text) {
        List<String> names = text.codePoints()
                .filter(HiddenCharacters::isUnseen)
                .distinct()
                .mapToObj("U+%04X"::formatted)
                .toList();
        return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + (names.size() > MOST ? ", …" : "");
    }

    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0;
    }
}

package org.rostrum.processing.adapter.pages;

import java.util.List;
import org.rostrum.processing.domain.text.VisibleText;

/** Characters that nobody sees, by their numbers. */
final class HiddenCharacters {
    private static final int MOST = 4;

    private HiddenCharacters() {}

    /** Such as "U+202E, U+200B". Looked up in the piece alone, so what needs its neighbours to be suspicious is named as well. */
    static String named(String text) {
        List<String> names = text.codePoints()
                .filter(VisibleText::isUnseen)
                .distinct()
                .mapToObj("U+%04X"::formatted)
                .toList();
        return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + (names.size() > MOST ? ", …" : "");
    }
}

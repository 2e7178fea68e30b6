package org.rostrum.benchmarks.extraction;

import java.util.List;
import java.util.Random;

/** Invented words in no order: no two texts are alike, and none is anybody's. */
final class MadeUpText {
    private static final List<String> SYLLABLES = List.of(
            "ba", "con", "de", "fi", "gor", "ha", "ion", "ka", "lem", "mi", "no", "per", "qua", "ri", "sta", "tu",
            "ver");

    private final Random random;

    MadeUpText(Random random) {
        this.random = random;
    }

    String of(int characters) {
        var text = new StringBuilder();
        while (text.length() < characters) {
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            text.append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.substring(0, characters);
    }
}

package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Blocks of every kind, of words, marks, odd spaces and broken characters; the same ones every time. */
final class RandomBlocks {

    private static final List<String> PIECES = List.of(
            "word",
            "é",
            "e\u0301",
            "\u0301",
            "الإنترنت",
            "互联网",
            "\uD83C\uDF0D",
            "\uD800",
            "\uDC00",
            "1.",
            "2.e",
            "Q3:",
            "-",
            "•",
            ".",
            "?",
            "Question 2",
            "\u00AD",
            "\uFEFF",
            "\u0007",
            "\u200B",
            "\u212B",
            "a much longer run of words that fills a line");
    private static final List<String> SPACES =
            List.of("", " ", "\u00A0", "\u3000", "\t", "\n", "\r\n", "\n\n", "\u2028", "\u0085");

    private static final List<BlockKind> KINDS = List.of(BlockKind.values());

    private RandomBlocks() {}

    static Stream<List<RawBlock>> many(int count) {
        return IntStream.range(0, count).mapToObj(seed -> blocks(new Random(seed)));
    }

    private static List<RawBlock> blocks(Random random) {
        List<RawBlock> blocks = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            BlockKind kind = KINDS.get(random.nextInt(KINDS.size()));
            int level = kind == BlockKind.HEADING ? 1 + random.nextInt(6) : 0;
            blocks.add(new RawBlock(kind, level, text(random), random.nextInt(4)));
        }
        return blocks;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(25);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(3) > 0 ? " " : SPACES.get(random.nextInt(SPACES.size())));
        }
        return text.toString();
    }
}

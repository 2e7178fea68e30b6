package org.rostrum.processing.usecase;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of each text is looked at when many are compared: all of those that people usually write, of very long ones the
 * beginning, and of all together so much that nobody's texts keep a processor for minutes or fill the memory.
 */
record Beginnings(int longest) {
    /** Characters; three thousand words. House choice. */
    private static final int LONGEST = 20_000;
    /** Characters of all. More than a thousand usual passages have. House choice: some seconds of work, and a hundred megabytes. */
    private static final long ALL = 1_000_000;

    static Beginnings of(List<String> texts) {
        int longest = LONGEST;
        while (sum(texts, longest) > ALL && longest > 1) {
            longest /= 2;
        }
        return new Beginnings(longest);
    }

    private static long sum(List<String> texts, int longest) {
        return texts.stream()
                .mapToLong(text -> Math.min(text.length(), longest))
                .sum();
    }

    /** The text, and all that may ever be looked at of it. */
    static Stream<String> all(String text) {
        return Stream.concat(
                Stream.of(text),
                IntStream.iterate(LONGEST, longest -> longest >= 1, longest -> longest / 2)
                        .filter(longest -> longest < text.length())
                        .mapToObj(longest -> new Beginnings(longest).of(text)));
    }

    /** Never ends in the middle of a character. */
    String of(String text) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}

package org.rostrum.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.benchmarks.BenchFailure;

/**
 * What the command line asks for.
 *
 * @param shorts unique submissions of some sixty words
 * @param longs unique submissions of some fifteen hundred words
 * @param campaign submissions of the campaign mix
 * @param growth how large the round becomes
 * @param parts what is measured
 */
record Options(int shorts, int longs, int campaign, int growth, Set<Part> parts, Path state, Optional<Path> json) {

    /** What can be measured by itself. */
    enum Part {
        UNIQUE,
        CAMPAIGN,
        COPIES,
        GROWTH,
        FILES;

        static Set<Part> among(String list) {
            try {
                var parts = EnumSet.noneOf(Part.class);
                Arrays.stream(list.split(",", -1))
                        .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                        .forEach(parts::add);
                return parts;
            } catch (IllegalArgumentException e) {
                throw new BenchFailure(
                        "--only takes some of unique,campaign,copies,growth,files, not " + list + ".", e);
            }
        }
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** Takes every word from the command line. */
    static Options read(Deque<String> words, Path root) {
        var options = new Options(
                1_000,
                120,
                20_000,
                10_000,
                EnumSet.allOf(Part.class),
                root.resolve("benchmarks/target/state"),
                Optional.empty());
        while (!words.isEmpty()) {
            options = options.with(words.removeFirst(), words);
        }
        return options;
    }

    private Options with(String word, Deque<String> words) {
        return switch (word) {
            case "--quick" -> new Options(400, 40, 5_000, 2_000, parts, state, json);
            case "--tiny" -> new Options(40, 2, 100, 80, parts, state, json);
            case "--campaign" -> new Options(shorts, longs, number(word, words), growth, parts, state, json);
            case "--growth" -> new Options(shorts, longs, campaign, number(word, words), parts, state, json);
            case "--only" -> new Options(shorts, longs, campaign, growth, Part.among(value(word, words)), state, json);
            case "--state" -> new Options(shorts, longs, campaign, growth, parts, Path.of(value(word, words)), json);
            case "--json" ->
                new Options(shorts, longs, campaign, growth, parts, state, Optional.of(Path.of(value(word, words))));
            default -> throw new BenchFailure("There is no option " + word + "; ./rostrum bench help lists them.");
        };
    }

    private static int number(String option, Deque<String> words) {
        String value = value(option, words);
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new BenchFailure("The option " + option + " needs a number, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Deque<String> words) {
        @Nullable String value = words.poll();
        if (value == null) {
            throw new BenchFailure("The option " + option + " needs a value.");
        }
        return value;
    }
}

package org.rostrum.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.benchmarks.BenchFailure;

/**
 * What the command line asks for.
 *
 * @param shorts unique submissions of some sixty words
 * @param longs unique submissions of some fifteen hundred words
 * @param campaign submissions of the campaign mix
 * @param growth how large the round becomes
 */
record Options(int shorts, int longs, int campaign, int growth, Path state, Optional<Path> json) {

    /** Takes every word from the command line. */
    static Options read(Deque<String> words, Path root) {
        var options = new Options(1_000, 60, 20_000, 10_000, root.resolve("benchmarks/target/state"), Optional.empty());
        while (!words.isEmpty()) {
            options = options.with(words.removeFirst(), words);
        }
        return options;
    }

    private Options with(String word, Deque<String> words) {
        return switch (word) {
            case "--quick" -> new Options(400, 20, 5_000, 2_000, state, json);
            case "--tiny" -> new Options(40, 2, 100, 80, state, json);
            case "--campaign" -> new Options(shorts, longs, number(word, words), growth, state, json);
            case "--growth" -> new Options(shorts, longs, campaign, number(word, words), state, json);
            case "--state" -> new Options(shorts, longs, campaign, growth, Path.of(value(word, words)), json);
            case "--json" ->
                new Options(shorts, longs, campaign, growth, state, Optional.of(Path.of(value(word, words))));
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

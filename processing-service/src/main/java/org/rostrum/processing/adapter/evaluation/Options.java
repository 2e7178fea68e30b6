package org.rostrum.processing.adapter.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param set the folder with the consultation
 * @param labels how many passages a person has settled beforehand
 * @param seed which ones
 * @param shuffle whether the passages of each submission are put into another order first
 * @param inDoubt whether those are chosen that the dashboard would suggest, and not drawn by lot
 * @param spareHalf whether half of the passages, drawn by lot, are never settled, and only they are counted
 * @param languages whose passages are counted; empty for all
 * @param json where figures and predictions are written
 */
public record Options(
        Path set,
        int labels,
        long seed,
        boolean shuffle,
        boolean inDoubt,
        boolean spareHalf,
        Set<String> languages,
        @Nullable Path json) {
    public Options {
        languages = Set.copyOf(languages);
    }

    /** Something in the command line makes no sense. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    public static Options parse(List<String> words) {
        var rest = new ArrayDeque<>(words);
        Path set = null;
        Path json = null;
        int labels = 0;
        long seed = 1;
        boolean shuffle = false;
        boolean inDoubt = false;
        boolean spareHalf = false;
        Set<String> languages = Set.of();
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            switch (word) {
                case "--set" -> set = Path.of(value(word, rest));
                case "--json" -> json = Path.of(value(word, rest));
                case "--labels" -> labels = (int) number(word, value(word, rest));
                case "--seed" -> seed = number(word, value(word, rest));
                case "--languages" -> languages = Set.of(value(word, rest).split(","));
                case "--shuffle" -> shuffle = true;
                case "--ask" -> inDoubt = inDoubt(value(word, rest));
                case "--spare-half" -> spareHalf = true;
                default -> throw new Unusable("There is no option " + word + ".");
            }
        }
        Path folder =
                Optional.ofNullable(set).orElseThrow(() -> new Unusable("Name the consultation's folder: --set DIR."));
        if (!Files.isDirectory(folder)) {
            throw new Unusable(folder + " is not a folder.");
        }
        return new Options(folder, labels, seed, shuffle, inDoubt, spareHalf, languages, json);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new Unusable("The option " + option + " needs a value.");
        }
        return rest.removeFirst();
    }

    private static boolean inDoubt(String way) {
        return switch (way) {
            case "in-doubt" -> true;
            case "by-lot" -> false;
            default -> throw new Unusable("The option --ask takes by-lot or in-doubt, not " + way + ".");
        };
    }

    private static long number(String option, String value) {
        try {
            return Math.max(0, Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new Unusable("The option " + option + " takes a number, not " + value + ".");
        }
    }
}

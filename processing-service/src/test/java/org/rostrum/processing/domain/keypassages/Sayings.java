package org.rostrum.processing.domain.keypassages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.filing.content.Grams;
import org.rostrum.processing.domain.text.Span;

/** Made-up passages: topics of made-up words, so that what belongs together is known. */
final class Sayings {
    private static final int WORDS_OF_A_TOPIC = 25;

    private final List<Said> all = new ArrayList<>();

    static Said said(int number, String text, Profile profile) {
        return said(number, text, "respondent " + number, "family " + number, profile, true);
    }

    static Said said(int number, String text, String respondent, String family, Profile profile, boolean quotable) {
        return new Said(
                new PassageAt(new SubmissionId("1-%032x".formatted(number * 7919 % 10_007)), new PassageId(1, 1)),
                text,
                "en",
                respondent,
                family,
                profile,
                quotable,
                1,
                1,
                Features.ofWords("en", words(text), Grams.of(text)));
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (!word.isEmpty()) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Words that nobody but this topic uses, and some that all use. */
    static String about(int topic, Random chance, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> chance.nextInt(4) == 0
                        ? letters(1_000 + chance.nextInt(40))
                        : letters(topic * WORDS_OF_A_TOPIC + chance.nextInt(WORDS_OF_A_TOPIC)))
                .collect(Collectors.joining(" ", "", "."));
    }

    private static String letters(int number) {
        return Integer.toString(number * 104_729 + 46_656, 26)
                .chars()
                .map(c -> Character.isDigit(c) ? 'a' + c - '0' : c + 10)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Sayings add(Said said) {
        all.add(said);
        return this;
    }

    /** A made-up item: of each topic some passages, of groups and countries by lot. */
    static List<Said> mixed(long seed, int passages) {
        var chance = new Random(seed);
        return IntStream.range(0, passages)
                .mapToObj(i -> said(
                        i,
                        about(chance.nextInt(5), chance, 3 + chance.nextInt(60)),
                        "respondent " + chance.nextInt(passages),
                        "family " + chance.nextInt(passages),
                        new Profile(
                                chance.nextInt(3) == 0 ? "Governments" : "Civil society",
                                List.of("CH", "FR", "").get(chance.nextInt(3)),
                                "en"),
                        chance.nextInt(10) > 0))
                .toList();
    }

    List<Said> all() {
        return List.copyOf(all);
    }

    static Census census(List<Said> said) {
        var census = Census.empty();
        for (Trait trait : List.of(Trait.GROUP, Trait.COUNTRY, Trait.LANGUAGE)) {
            census = census.with(
                    trait,
                    said.stream()
                            .collect(Collectors.groupingBy(
                                    one -> one.profile().of(trait), Collectors.summingInt(_ -> 1))));
        }
        return census;
    }

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetter(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                tokens.add(new Token(text.substring(start, i).toLowerCase(Locale.ROOT), new Span(start, i), true));
                start = -1;
            }
        }
        return tokens;
    }

    static Worded worded(Said said) {
        return new Worded(said, tokens(said.text()));
    }
}

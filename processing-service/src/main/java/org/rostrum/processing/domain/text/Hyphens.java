package org.rostrum.processing.domain.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Joins words that were parted at the end of a line.
 *
 * <p>A hyphen there may be the author's own (long-term). It is kept if the text has the word with its hyphen elsewhere and
 * not without it; else it goes.
 */
final class Hyphens {

    /** A word's two parts; the second begins small, or the hyphen parts two names or an abbreviation. */
    private static final Pattern PARTED =
            Pattern.compile("(\\p{L}{2,40}+)[-\\u2010](?:[ \\t]*)\\R(?:[ \\t]*)(\\p{Ll}\\p{L}{0,40}+)");
    /** A soft hyphen at the end of a line is never the author's. */
    private static final Pattern SOFT = Pattern.compile("\\u00AD[ \\t]*\\R[ \\t]*");

    private static final Pattern WORD = Pattern.compile("\\p{L}++(?:[-\\u2010]\\p{L}++)*+");

    private final Set<String> words = new HashSet<>();

    private Hyphens() {}

    /** Knows the words of these blocks. */
    static Hyphens of(List<RawBlock> blocks) {
        Hyphens hyphens = new Hyphens();
        boolean needed =
                blocks.stream().anyMatch(block -> PARTED.matcher(block.text()).find());
        if (needed) {
            blocks.forEach(block ->
                    WORD.matcher(block.text()).results().forEach(word -> hyphens.words.add(folded(word.group()))));
        }
        return hyphens;
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2010', '-');
    }

    String heal(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return PARTED.matcher(SOFT.matcher(text).replaceAll("")).replaceAll(this::joined);
    }

    private String joined(MatchResult parted) {
        String whole = parted.group(1) + parted.group(2);
        String hyphenated = parted.group(1) + "-" + parted.group(2);
        boolean isTheAuthors = words.contains(folded(hyphenated)) && !words.contains(folded(whole));
        return isTheAuthors ? hyphenated : whole;
    }
}

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

    private static final char SOFT_HYPHEN = '\u00AD';
    /** As in the patterns. */
    private static final String LINE_ENDS = "\n\r\u000B\f\u0085\u2028\u2029";

    private final Set<String> words = new HashSet<>();

    private Hyphens() {}

    /** Knows the words of these blocks. */
    static Hyphens of(List<RawBlock> blocks) {
        Hyphens hyphens = new Hyphens();
        boolean needed = blocks.stream()
                .anyMatch(block -> mayBeParted(block.text())
                        && PARTED.matcher(block.text()).find());
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
        String hard = text.indexOf(SOFT_HYPHEN) < 0 ? text : SOFT.matcher(text).replaceAll("");
        return mayBeParted(hard) ? PARTED.matcher(hard).replaceAll(this::joined) : hard;
    }

    /** Whether a hyphen is the last of a line: most texts have none, and looking for words costs more than looking for hyphens. */
    private static boolean mayBeParted(String text) {
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if ((here == '-' || here == '\u2010') && isAtLineEnd(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtLineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && LINE_ENDS.indexOf(text.charAt(at)) >= 0;
    }

    private String joined(MatchResult parted) {
        String whole = parted.group(1) + parted.group(2);
        String hyphenated = parted.group(1) + "-" + parted.group(2);
        boolean isTheAuthors = words.contains(folded(hyphenated)) && !words.contains(folded(whole));
        return isTheAuthors ? hyphenated : whole;
    }
}

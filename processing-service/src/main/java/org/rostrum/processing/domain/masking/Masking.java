package org.rostrum.processing.domain.masking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.processing.domain.text.Span;

/** Hides what must not go public from a text. The same text and identity always give the same result. */
public final class Masking {
    // Possessive, and begun only where no such character stands before: a hostile text costs a constant per character.
    private static final String LOCAL_CHARACTER = "[\\p{L}\\p{M}\\p{N}_%+'.-]";
    private static final String LOCAL = "(?:\"[^\"\\n]{1,64}+\"|(?<!" + LOCAL_CHARACTER + ")" + LOCAL_CHARACTER + "++)";
    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}-]++";
    private static final String AT = " ?[\\[({<] ?(?:at|@|arobase|arroba) ?[\\])}>] ?";
    private static final String DOT = " ?[\\[({<] ?(?:dot|\\.|point|punto) ?[\\])}>] ?";
    private static final Pattern ADDRESS =
            Pattern.compile(LOCAL + "(?: ?@ ?|" + AT + ")" + LABEL + "(?:(?:\\.|" + DOT + "| dot )" + LABEL + ")++");
    private static final Pattern IN_DISGUISE = Pattern.compile(LOCAL + " at " + LABEL + "(?: dot " + LABEL + ")++");
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}]";

    private final List<Rule> rules;

    private record Rule(MaskKind kind, Pattern pattern, Reading reading) {}

    /** How a text is read for a rule. */
    private enum Reading {
        /** In any case and form. */
        FOLDED,
        /** In any form, and with a capital in it, as a name has one and an ordinary word has none. */
        CAPITALISED,
        /** Character by character. */
        EXACT
    }

    private Masking(List<Rule> rules) {
        this.rules = rules;
    }

    /** Hides e-mail addresses only: for what respondents signed with their names. */
    public static Masking ofAddresses() {
        return new Masking(List.of(new Rule(MaskKind.EMAIL, ADDRESS, Reading.FOLDED)));
    }

    /** Hides e-mail addresses and whoever it is. */
    public static Masking of(Identity identity) {
        var rules = new ArrayList<Rule>();
        rules.add(new Rule(MaskKind.EMAIL, ADDRESS, Reading.FOLDED));
        identity.organisations().forEach(text -> rules.add(phrase(MaskKind.ORGANISATION, text, Reading.FOLDED)));
        identity.names().forEach(text -> rules.add(phrase(MaskKind.NAME, text, Reading.FOLDED)));
        identity.capitalisedNames().forEach(text -> rules.add(phrase(MaskKind.NAME, text, Reading.CAPITALISED)));
        inARow(identity.neighbours(), Reading.FOLDED).ifPresent(rules::add);
        inARow(identity.capitalisedNeighbours(), Reading.CAPITALISED).ifPresent(rules::add);
        identity.countries().forEach(text -> rules.add(phrase(MaskKind.COUNTRY, text, Reading.FOLDED)));
        identity.countryCodes().forEach(code -> rules.add(code(code)));
        return new Masking(List.copyOf(rules));
    }

    private static Rule phrase(MaskKind kind, String text, Reading reading) {
        var folded = FoldedText.fold(text);
        var quoted = Pattern.quote(folded);
        // Scripts that put no space between words have no boundary to ask for, except around a single character.
        boolean bounded = folded.codePointCount(0, folded.length()) < 2
                || folded.codePoints().noneMatch(Masking::isWrittenWithoutSpaces);
        return new Rule(kind, bounded ? word(quoted) : Pattern.compile(quoted), reading);
    }

    /** Names next to each other, in any order. */
    private static Optional<Rule> inARow(List<String> names, Reading reading) {
        if (names.size() < 2) {
            return Optional.empty();
        }
        var any = names.stream()
                .map(name -> Pattern.quote(FoldedText.fold(name)))
                .collect(Collectors.joining("|", "(?:", ")"));
        return Optional.of(new Rule(MaskKind.NAME, word(any + "(?:(?:,? |-)" + any + "){1,8}"), reading));
    }

    private static Rule code(String code) {
        return new Rule(MaskKind.COUNTRY, word(Pattern.quote(code)), Reading.EXACT);
    }

    private static Pattern word(String quoted) {
        return Pattern.compile("(?<!" + WORD + ")" + quoted + "(?!" + WORD + ")");
    }

    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    public MaskedText mask(String text) {
        var folded = FoldedText.of(text);
        var masks = disjoint(
                rules.stream().flatMap(rule -> find(rule, text, folded)).toList());
        return new MaskedText(replaced(text, masks), masks, doubtful(folded, masks));
    }

    private static Stream<Mask> find(Rule rule, String text, FoldedText folded) {
        var spans = switch (rule.reading()) {
            case FOLDED -> spans(rule.pattern(), folded);
            case CAPITALISED -> spans(rule.pattern(), folded).filter(span -> hasCapital(text, span));
            case EXACT -> rule.pattern().matcher(text).results().map(match -> new Span(match.start(), match.end()));
        };
        return spans.map(span -> new Mask(rule.kind(), span));
    }

    private static boolean hasCapital(String text, Span span) {
        return Normalizer.normalize(text.substring(span.start(), span.end()), Normalizer.Form.NFKD)
                .codePoints()
                .anyMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    private static Stream<Span> spans(Pattern pattern, FoldedText folded) {
        return pattern.matcher(folded.text())
                .results()
                .filter(match -> match.end() > match.start())
                .map(match -> folded.original(match.start(), match.end()));
    }

    /** In order of the text; of masks that overlap the first wins and grows over the others, so that nothing shows. */
    private static List<Mask> disjoint(List<Mask> found) {
        var result = new ArrayList<Mask>();
        found.stream()
                .sorted(Comparator.comparingInt((Mask mask) -> mask.hidden().start())
                        .thenComparingInt(mask -> -mask.hidden().end())
                        .thenComparing(Mask::kind))
                .forEach(mask -> {
                    if (result.isEmpty() || !result.getLast().hidden().overlaps(mask.hidden())) {
                        result.add(mask);
                    } else if (mask.hidden().end() > result.getLast().hidden().end()) {
                        var last = result.removeLast();
                        result.add(new Mask(last.kind(), last.hidden().to(mask.hidden())));
                    }
                });
        return List.copyOf(result);
    }

    private static String replaced(String text, List<Mask> masks) {
        var result = new StringBuilder();
        int from = 0;
        for (var mask : masks) {
            result.append(text, from, mask.hidden().start()).append(mask.kind().replacement());
            from = mask.hidden().end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static List<Span> doubtful(FoldedText folded, List<Mask> masks) {
        return spans(IN_DISGUISE, folded)
                .filter(span -> masks.stream().noneMatch(mask -> mask.hidden().overlaps(span)))
                .toList();
    }
}

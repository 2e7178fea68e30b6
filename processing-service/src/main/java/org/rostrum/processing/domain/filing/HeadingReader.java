package org.rostrum.processing.domain.filing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.processing.domain.text.VisibleText;

/**
 * Reads which item a heading names: by its number ({@code 2.e}, {@code Question 2}, {@code Q2}, {@code 2)},
 * {@code Réponse à la question 2}), or by the item's own words or wording close to them.
 */
final class HeadingReader {

    /** A heading that closely resembles an item's text. House choices, high so that a doubt goes to the content reader. */
    private static final double RESEMBLES = 0.5;

    private static final double LEAD = 0.1;
    /** A whole paragraph that does nothing but quote the item. */
    private static final double QUOTES = 0.8;
    /** The words behind a bare number agree with the item of that number. */
    private static final double AGREES = 0.25;
    /** Longer lines are sentences unless they quote an item. House choice: about twenty words. */
    private static final int LONGEST_HEADING = 120;

    /** No item is longer; bounds the cost of monstrous paragraphs. House choice. */
    private static final int LONGEST_QUOTE = 4_000;

    /** "Question" in the six languages of the United Nations and some neighbours; folded by {@link #plain}. */
    private static final String QUESTION =
            "questions?|q|preguntas?|вопрос\\p{L}*|(?:ال|لل|بال)?سؤال|问题|問題|问|題|frage|domanda|"
                    + "pergunta|quesito|vraag|fraga|pytanie|soru";

    private static final String WORD = "(?:" + QUESTION
            + "|item|section|seccion|paragraph|paragraphe|parrafo|para|"
            + "пункт\\p{L}*|раздел\\p{L}*|(?:ال)?(?:قسم|فقرة|بند)|第)";

    private static final String NUMBER = "(\\d{1,3}(?:\\s?[.\\-(]?(?:\\d{1,3}|[a-z])(?![\\p{L}\\p{Nd}])\\)?){0,6})";

    /** "Response to question 2", "الإجابة على السؤال ٢", "对问题2的答复". */
    private static final Pattern NAMED = Pattern.compile("^[\\s\\[(#*]*(?:[\\p{L}’']+\\s+){0,4}?[\\p{L}]{0,3}?" + WORD
            + "\\s*(?:no\\.?|n[°º]|№|#|\\.|:)?\\s*" + NUMBER + "(?:[)\\]:.,、،–—-]|[个条]?(?:问题|問題|题|題)|的|\\s|$)(.*)$");

    private static final Pattern NUMBERED =
            Pattern.compile("^[\\s\\[(#*]*" + NUMBER + "(\\s*[)\\]:.,、،–—-]+|(?=\\s)|$)(.*)$");

    private static final Pattern LETTERED = Pattern.compile("^[\\s\\[(#*]*([a-z])\\s*[)\\]:.]\\s*(\\S.*)$");

    private static final Pattern INLINE_LABEL =
            Pattern.compile("^[\\s\\[(#*]*(?:" + WORD + "\\s*(?:no\\.?|n[°º]|№|#)?\\s*" + NUMBER + "\\s*[)\\]:.–—-]|"
                    + NUMBER.replace("{0,6}", "{1,6}") + "(?=[\\s)\\]:.–—-]))\\s*(.*)$");

    private static final String COUNT = "(?:no|nr|num|numero|n[°º]|№|#)\\.?";

    private static final Pattern LABEL =
            Pattern.compile("(?:" + COUNT + "\\s*)?(?:" + QUESTION + ")(?:\\s*" + COUNT + ")?\\s*:?");

    private static final Pattern ENDS_A_SENTENCE = Pattern.compile("[.;,!。；，।؛،]\\s*$");

    /** Paragraphs whose reading is at hand: a letter that thousands send in versions of their own has a few dozen. House choice. */
    private static final int MOST_AT_HAND = 1_000;

    private final Instrument instrument;
    private final Map<String, Optional<Reading>> atHand = new ConcurrentHashMap<>();
    private final ItemNumbers numbers;
    private final ItemQuotes quotes;
    private final ItemLikeness.Scale likeness;

    HeadingReader(Instrument instrument) {
        this.instrument = instrument;
        this.numbers = new ItemNumbers(instrument);
        this.quotes = new ItemQuotes(instrument);
        this.likeness = new ItemLikeness(instrument).scale(List.of());
    }

    /**
     * @param certain false when only a bare number, with other words behind it, points to the item: the author may be
     *     numbering chapters of their own
     */
    record Reading(Entry item, double confidence, boolean certain) {}

    /** What a heading that the format marks as one says. */
    Optional<Reading> marked(String heading) {
        String plain = plain(beginning(heading, LONGEST_QUOTE));
        return quoting(plain)
                .or(() -> named(plain))
                .or(() -> numbered(plain))
                .or(() -> lettered(plain))
                .or(() -> resembling(plain, RESEMBLES));
    }

    /** What a paragraph says that may be a heading; only when it is beyond doubt that it is nothing else. */
    Optional<Reading> unmarked(String paragraph) {
        if (paragraph.length() > LONGEST_QUOTE) {
            return Optional.empty();
        }
        if (atHand.size() >= MOST_AT_HAND) {
            atHand.clear();
        }
        return atHand.computeIfAbsent(ContentHash.of(paragraph), _ -> readUnmarked(paragraph));
    }

    private Optional<Reading> readUnmarked(String paragraph) {
        String plain = plain(paragraph);
        Optional<Reading> quoted = quoting(plain).or(() -> resembling(withoutNumber(plain), QUOTES));
        if (quoted.isPresent()
                || plain.length() > LONGEST_HEADING
                || (ENDS_A_SENTENCE.matcher(plain).find() && !isNumberOnly(plain))) {
            return quoted;
        }
        return named(plain).or(() -> numbered(plain)).filter(Reading::certain).or(() -> lettered(plain));
    }

    /** The item that a paragraph says it answers before it does so: "Q2: We think ...", "2.e – We support ...". */
    Optional<Reading> inline(String paragraph) {
        Matcher label = INLINE_LABEL.matcher(plain(beginning(paragraph, LONGEST_HEADING)));
        if (!label.matches()) {
            return Optional.empty();
        }
        String number = label.group(1) != null ? label.group(1) : label.group(2);
        return numbers.exactly(number).map(item -> new Reading(item, 0.9, true));
    }

    /** The item that a cell of a table names and does nothing else; digits alone may count anything. */
    Optional<Entry> inCell(String cell) {
        return unmarked(cell).map(Reading::item).filter(_ -> cell.codePoints().anyMatch(Character::isLetter));
    }

    /** The item of this number, if the cell is a number and nothing else. */
    Optional<Entry> numberInCell(String cell) {
        if (cell.length() > LONGEST_HEADING) {
            return Optional.empty();
        }
        Matcher matcher = NUMBERED.matcher(plain(cell));
        return matcher.matches() && matcher.group(3).isBlank() ? numbers.exactly(matcher.group(1)) : Optional.empty();
    }

    /** "Question", "Frage Nr.", "№ вопроса" as the label of a column. */
    boolean isWordForQuestion(String label) {
        return label.length() <= LONGEST_HEADING && LABEL.matcher(plain(label)).matches();
    }

    int depth(Entry item) {
        return instrument.pathTo(item).size();
    }

    /** The item's own words, whatever number stands before them: an author may count differently. */
    private Optional<Reading> quoting(String plain) {
        return quotes.quoted(plain)
                .or(() -> quotes.quoted(withoutLabel(plain)))
                .map(item -> new Reading(item, 0.97, true));
    }

    private static String withoutLabel(String plain) {
        Matcher named = NAMED.matcher(plain);
        return named.matches() && !named.group(2).isBlank() ? named.group(2) : withoutNumber(plain);
    }

    private Optional<Reading> named(String plain) {
        Matcher matcher = NAMED.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group(1);
        return numbers.exactly(number)
                .map(item -> new Reading(item, 0.97, true))
                .or(() -> numbers.above(number).map(item -> new Reading(item, 0.9, true)));
    }

    private Optional<Reading> numbered(String plain) {
        Matcher matcher = NUMBERED.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group(1);
        String title = matcher.group(3).strip();
        return numbers.exactly(number)
                .map(item -> judge(item, number, title))
                .or(() -> numbers.above(number).map(item -> new Reading(item, 0.6, false)));
    }

    /** "(f) Satellite communication": the area of that letter whose own words agree, under whichever question. */
    private Optional<Reading> lettered(String plain) {
        Matcher matcher = LETTERED.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String letter = matcher.group(1);
        return likeness.rank(Terms.of(matcher.group(2))).stream()
                .filter(score -> score.likeness() >= AGREES)
                .filter(score -> endsIn(score.item(), letter))
                .findFirst()
                .map(score -> new Reading(score.item(), 0.95, true));
    }

    private static boolean endsIn(Entry item, String letter) {
        List<String> parts = ItemNumbers.parts(item.number().value());
        return parts.size() > 1 && parts.getLast().equals(letter);
    }

    private Reading judge(Entry item, String number, String title) {
        if (!title.isEmpty() && likenessTo(item, title) >= AGREES) {
            return new Reading(item, 0.97, true);
        }
        if (ItemNumbers.isCompound(number)
                && ItemNumbers.parts(number).getLast().matches("\\p{L}+")) {
            return new Reading(item, 0.95, true);
        }
        return title.isEmpty() ? new Reading(item, 0.9, true) : new Reading(item, 0.6, false);
    }

    private Optional<Reading> resembling(String text, double atLeast) {
        List<ItemLikeness.Score> ranked = likeness.rank(Terms.of(text));
        if (ranked.isEmpty() || ranked.getFirst().likeness() < atLeast) {
            return Optional.empty();
        }
        double second = ranked.size() > 1 ? ranked.get(1).likeness() : 0;
        ItemLikeness.Score best = ranked.getFirst();
        return best.likeness() - second < LEAD
                ? Optional.empty()
                : Optional.of(new Reading(best.item(), Math.min(0.95, 0.5 + best.likeness() / 2), true));
    }

    private double likenessTo(Entry item, String title) {
        return likeness.rank(Terms.of(title)).stream()
                .filter(score -> score.item().equals(item))
                .mapToDouble(ItemLikeness.Score::likeness)
                .findFirst()
                .orElse(0);
    }

    private static String withoutNumber(String plain) {
        Matcher matcher = NUMBERED.matcher(plain);
        return matcher.matches() ? matcher.group(3) : plain;
    }

    private static boolean isNumberOnly(String plain) {
        Matcher matcher = NUMBERED.matcher(plain);
        return matcher.matches() && matcher.group(3).isBlank();
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** Compatibility forms undone (full-width digits), digits of any script as 0 to 9, accents and case folded. */
    private static String plain(String heading) {
        String compatible = Normalizer.normalize(VisibleText.in(heading), Normalizer.Form.NFKC);
        return ItemNumbers.latinDigits(Terms.fold(compatible))
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}

package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.Kind;

/** The lines of a PDF, page by page: tells headings and footnotes from the rest by how they are printed. */
final class PdfLines {

    /** Letters that are larger by this are a heading's. House choice. */
    private static final double LARGER = 1.12;

    private static final double SMALLER = 0.93;
    private static final int LONGEST_HEADING = 200;
    private static final int DEEPEST_BY_SIZE = 5;
    /** A page with fewer letters of text and a picture over this share of it is a scan. House choice. */
    private static final int FEW_LETTERS = 20;

    private static final double MUCH_PICTURE = 0.4;
    private static final Pattern NOTE =
            Pattern.compile("^\\s*(?:\\[?\\(?\\p{Nd}{1,3}\\]?\\)?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,3}).*", Pattern.DOTALL);
    private static final String SENTENCE_ENDS = ".,;:…。；，،";

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final Map<PDFont, Boolean> bold = new HashMap<>();
    private final Set<Integer> scans = new TreeSet<>();
    private Paragraph paragraph = new Paragraph(0, 0);
    private StringBuilder line = new StringBuilder();
    private @Nullable PDFont lastFont;
    private boolean lastIsBold;
    private double sizes;
    private double boldLetters;
    private int letters;
    private int lettersOfPage;
    private int lineNumber;
    private int page;

    private static final class Paragraph {
        private final int page;
        private final int number;
        private final StringBuilder text = new StringBuilder();
        private int letters;
        private int lines;
        private double size;
        private boolean bold;
        private Kind kind = Kind.PARAGRAPH;
        private int level;

        Paragraph(int page, int number) {
            this.page = page;
            this.number = number;
        }
    }

    void beginPage(int number) {
        page = number;
        lineNumber = 0;
        lettersOfPage = 0;
    }

    void endPage(double imageArea, PDRectangle paper) {
        endParagraph();
        if (lettersOfPage < FEW_LETTERS && imageArea > MUCH_PICTURE * paper.getWidth() * paper.getHeight()) {
            scans.add(page);
        }
    }

    /** Pages that are pictures. */
    Set<Integer> scans() {
        return scans;
    }

    void write(String text, List<TextPosition> positions) {
        line.append(text);
        for (TextPosition position : positions) {
            int count = position.getUnicode().isBlank() ? 0 : 1;
            letters += count;
            sizes += count * position.getFontSizeInPt();
            boldLetters += count > 0 && isBold(position.getFont()) ? 1 : 0;
        }
    }

    private boolean isBold(PDFont font) {
        if (font.equals(lastFont)) {
            return lastIsBold;
        }
        lastFont = font;
        lastIsBold = bold.computeIfAbsent(font, each -> {
            String name = String.valueOf(each.getName()).toLowerCase(Locale.ROOT);
            return name.contains("bold")
                    || name.contains("black")
                    || name.contains("heavy")
                    || name.contains("semibold");
        });
        return lastIsBold;
    }

    void space() {
        line.append(' ');
    }

    void endLine() {
        if (line.toString().isBlank()) {
            line.setLength(0);
            return;
        }
        lineNumber++;
        double size = letters == 0 ? paragraph.size : Math.round(2 * sizes / letters) / 2.0;
        boolean isBold = letters > 0 && boldLetters >= 0.9 * letters;
        if (paragraph.lines > 0 && !looksLike(paragraph, size, isBold)) {
            finish();
        }
        if (paragraph.lines == 0) {
            paragraph = new Paragraph(page, lineNumber);
            paragraph.size = size;
            paragraph.bold = isBold;
        }
        paragraph.text.append(paragraph.lines == 0 ? "" : "\n").append(line);
        paragraph.lines++;
        paragraph.letters += letters;
        lettersOfPage += letters;
        line = new StringBuilder();
        sizes = 0;
        boldLetters = 0;
        letters = 0;
    }

    /** A line in other letters than those above it begins something new. */
    private static boolean looksLike(Paragraph above, double size, boolean isBold) {
        double ratio = size / Math.max(1, above.size);
        return ratio < LARGER && ratio > 1 / LARGER && above.bold == isBold;
    }

    void endParagraph() {
        endLine();
        finish();
    }

    private void finish() {
        if (paragraph.lines > 0) {
            paragraphs.add(paragraph);
        }
        paragraph = new Paragraph(page, lineNumber);
    }

    /** All of the file. */
    void moveTo(Blocks blocks, int fromPage, int toPage) {
        paragraphs.stream()
                .filter(each -> each.page >= fromPage && each.page < toPage)
                .forEach(each -> blocks.add(each.kind, each.level, each.text.toString(), each.page, each.number));
    }

    /** Decides what each paragraph is, once all are known. */
    void judge() {
        double body = usualSize();
        boolean bodyIsBold = paragraphs.stream()
                                .filter(each -> each.bold)
                                .mapToInt(each -> each.letters)
                                .sum()
                        * 2
                > paragraphs.stream().mapToInt(each -> each.letters).sum();
        headings(body, bodyIsBold);
        footnotes(body);
    }

    private double usualSize() {
        Map<Double, Integer> lettersBySize = new HashMap<>();
        paragraphs.forEach(each -> lettersBySize.merge(each.size, each.letters, Integer::sum));
        return lettersBySize.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private void headings(double body, boolean bodyIsBold) {
        TreeSet<Double> larger = new TreeSet<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph each = paragraphs.get(i);
            boolean isLarge = each.size >= LARGER * body;
            boolean standsOut = isLarge || (each.bold && !bodyIsBold && each.size >= SMALLER * body);
            if (standsOut && couldHead(i)) {
                each.kind = Kind.HEADING;
                if (isLarge) {
                    larger.add(each.size);
                }
            }
        }
        List<Double> ranked = List.copyOf(larger.descendingSet());
        paragraphs.stream().filter(each -> each.kind == Kind.HEADING).forEach(each -> {
            int rank = ranked.indexOf(each.size);
            each.level = rank < 0 ? Math.min(DEEPEST_BY_SIZE, ranked.size()) + 1 : Math.min(DEEPEST_BY_SIZE, rank + 1);
        });
    }

    /** Short, with a letter in it, no sentence, and not in the middle of one. */
    private boolean couldHead(int index) {
        String text = paragraphs.get(index).text.toString().strip();
        String next = index + 1 < paragraphs.size()
                ? paragraphs.get(index + 1).text.toString().strip()
                : "";
        return text.length() <= LONGEST_HEADING
                && paragraphs.get(index).lines <= 3
                && text.chars().filter(Character::isLetter).limit(3).count() == 3
                && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0
                && !next.isEmpty()
                && !Character.isLowerCase(next.codePointAt(0));
    }

    /** Small print at the foot of a page that begins with a number or a sign. */
    private void footnotes(double body) {
        for (int end = paragraphs.size(); end > 0; ) {
            int start = end;
            while (start > 0 && paragraphs.get(start - 1).page == paragraphs.get(end - 1).page) {
                start--;
            }
            int first = end;
            int note = end;
            while (first > start && isSmall(paragraphs.get(first - 1), body)) {
                first--;
                if (NOTE.matcher(paragraphs.get(first).text).matches() && paragraphs.get(first).letters > 3) {
                    note = first;
                }
            }
            for (int i = note; i < end && first > start; i++) {
                if (paragraphs.get(i).kind == Kind.PARAGRAPH && paragraphs.get(i).size <= SMALLER * body) {
                    paragraphs.get(i).kind = Kind.FOOTNOTE;
                }
            }
            end = start;
        }
    }

    /** Page numbers stand below the notes and may be of any size. */
    private static boolean isSmall(Paragraph each, double body) {
        return each.size <= SMALLER * body
                || each.text.toString().strip().length() <= 4
                || (each.lines == 1 && each.letters <= 12);
    }
}

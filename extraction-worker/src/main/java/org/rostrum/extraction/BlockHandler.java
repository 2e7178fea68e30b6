package org.rostrum.extraction;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.extraction.Response.Kind;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML events of a parser into blocks: headings, paragraphs, list items and table rows, each with its page. */
final class BlockHandler extends DefaultHandler {

    /** Elements at whose edges running text ends, whatever stands inside or around them. */
    private static final Set<String> BREAKING = Set.of(
            "body",
            "div",
            "p",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "blockquote",
            "pre",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "nav",
            "main",
            "figure",
            "hr",
            "form",
            "fieldset",
            "address",
            "center",
            "title");

    /** What programs print around and beside the author's text, as Tika's parsers label it. */
    private static final Set<String> BESIDE_THE_TEXT =
            Set.of("header", "footer", "comment", "comments", "annotation", "annotationdialog", "toc");

    private final Blocks blocks;
    private final StringBuilder text = new StringBuilder();
    private int number;
    private int listDepth;
    private int rowDepth;
    private int heading;
    private int skippedDepth;
    private boolean inHead;

    BlockHandler(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        String element = localName.toLowerCase(Locale.ROOT);
        if (skippedDepth > 0 || isBesideTheText(attributes)) {
            skippedDepth++;
            return;
        }
        switch (element) {
            case "head" -> inHead = true;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = element.charAt(1) - '0';
            }
            case "li" -> {
                flush();
                listDepth++;
            }
            case "tr" -> {
                flush();
                rowDepth++;
            }
            case "br" -> text.append('\n');
            default -> {
                if (BREAKING.contains(element)) {
                    breakText();
                }
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (skippedDepth > 0) {
            skippedDepth--;
            return;
        }
        String element = localName.toLowerCase(Locale.ROOT);
        switch (element) {
            case "head" -> inHead = false;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = 0;
            }
            case "li" -> {
                flush();
                listDepth = Math.max(0, listDepth - 1);
            }
            case "tr" -> {
                rowDepth = Math.max(0, rowDepth - 1);
                flushAs(rowDepth > 0 ? Kind.PARAGRAPH : Kind.TABLE_ROW);
            }
            case "td", "th" -> text.append('\t');
            default -> {
                if (BREAKING.contains(element)) {
                    breakText();
                }
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inHead || skippedDepth > 0) {
            return;
        }
        if (text.length() + length > blocks.left()) {
            throw new Blocks.TooMuchText();
        }
        text.append(chars, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        characters(chars, start, length);
    }

    @Override
    public void endDocument() {
        flush();
    }

    /** A paragraph's edge ends a block, except inside a table row, a list item or a heading, which are blocks themselves. */
    private void breakText() {
        if (rowDepth > 0 || heading > 0) {
            text.append(' ');
        } else {
            flush();
        }
    }

    private void flush() {
        if (rowDepth > 0) {
            text.append(' ');
        } else if (heading > 0) {
            flushAs(Kind.HEADING);
        } else {
            flushAs(listDepth > 0 ? Kind.LIST_ITEM : Kind.PARAGRAPH);
        }
    }

    private void flushAs(Kind kind) {
        String found =
                kind == Kind.TABLE_ROW ? betweenCells(text) : text.toString().strip();
        text.setLength(0);
        if (!found.isEmpty()) {
            number++;
            blocks.add(kind, heading, found, 0, number);
        }
    }

    /** One tab between cells, whoever wrote it: some parsers do, others leave it to us. */
    private static String betweenCells(CharSequence row) {
        return Stream.of(row.toString().split("\t", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining("\t"));
    }

    private static boolean isBesideTheText(Attributes attributes) {
        String label = attributes.getValue("class");
        if (label == null) {
            return false;
        }
        String plain = label.toLowerCase(Locale.ROOT);
        return BESIDE_THE_TEXT.contains(plain) || plain.matches("toc[ _]?\\d");
    }
}

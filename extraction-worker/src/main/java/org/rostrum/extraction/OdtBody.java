package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** Walks through the paragraphs and tables of an ODT (ODF 1.3 part 3, 5, 6 and 9). */
final class OdtBody {

    private static final Set<String> CONTENTS = Set.of(
            "table-of-content",
            "illustration-index",
            "table-index",
            "object-index",
            "user-index",
            "alphabetical-index");
    private static final Set<String> NO_TEXT = Set.of(
            "forms",
            "sequence-decls",
            "variable-decls",
            "user-field-decls",
            "tracked-changes",
            "note-citation",
            "bookmark",
            "title",
            "desc",
            "event-listeners",
            "script",
            "ruby-text",
            "table-columns",
            "table-column");

    /** More cells than that in a row are empty ones that fill the sheet. */
    private static final int MOST_REPEATED = 50;

    private final Xml xml;
    private final OdfStyles styles;
    private final Blocks blocks;
    private final Deque<String> listStyles = new ArrayDeque<>();
    private Gathered target = new Gathered();
    private int paragraphs;
    private boolean itemIsNew;

    OdtBody(Xml xml, OdfStyles styles, Blocks blocks) {
        this.xml = xml;
        this.styles = styles;
        this.blocks = blocks;
    }

    void read() throws IOException {
        inside(true);
    }

    /** Reads to the end of the element that has just begun. */
    private void inside(boolean isOutermost) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (isOutermost && xml.name().equals("text")) {
                    inside(true);
                } else {
                    block();
                }
                if (isOutermost) {
                    target.moveTo(blocks);
                }
            }
        }
    }

    private void block() throws IOException {
        String name = xml.name();
        if (CONTENTS.contains(name)) {
            blocks.flag(FlagKind.TABLE_OF_CONTENTS);
            xml.skip();
            return;
        }
        switch (name) {
            case "p" -> paragraph(Kind.PARAGRAPH, 0);
            case "h" ->
                paragraph(
                        Kind.HEADING,
                        WordStyles.number(xml.attribute("outline-level").orElse("1"), 1));
            case "list" -> list();
            case "list-item", "list-header" -> {
                itemIsNew = name.equals("list-item");
                inside(false);
            }
            case "table" -> table();
            case "tracked-changes" -> changes();
            case "section" -> section();
            default -> {
                if (NO_TEXT.contains(name)) {
                    xml.skip();
                } else {
                    inside(false);
                }
            }
        }
    }

    /** What was deleted is kept here, before the text (ODF 1.3 part 3, 5.5). */
    private void changes() throws IOException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                if (xml.name().equals("deletion")) {
                    blocks.flag(FlagKind.TRACKED_DELETION);
                } else if (xml.name().equals("insertion")) {
                    blocks.flag(FlagKind.TRACKED_INSERTION);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private void section() throws IOException {
        if (xml.attribute("display").orElse("true").equals("none")
                || xml.attribute("is-hidden").orElse("false").equals("true")) {
            blocks.flag(FlagKind.HIDDEN_TEXT);
            xml.skip();
        } else {
            inside(false);
        }
    }

    private void list() throws IOException {
        String style = xml.attribute("style-name").orElse(listStyles.isEmpty() ? "" : listStyles.peek());
        boolean continues = xml.attribute("continue-numbering").orElse("false").equals("true")
                || xml.attribute("continue-list").isPresent();
        if (listStyles.isEmpty() && !continues) {
            styles.restart(style);
        }
        listStyles.push(style);
        inside(false);
        listStyles.pop();
    }

    private void paragraph(Kind kind, int level) throws IOException {
        paragraphs++;
        int number = paragraphs;
        boolean numbered = itemIsNew;
        itemIsNew = false;
        Optional<String> style = xml.attribute("style-name");
        boolean unnumbered = xml.attribute("is-list-header").orElse("false").equals("true");
        OdtParagraph paragraph = new OdtParagraph(xml, styles, blocks, this::nested);
        paragraph.read(style);
        if (!paragraph.text().isBlank()) {
            String label = kind == Kind.HEADING
                    ? unnumbered ? "" : styles.nextHeading(level)
                    : numbered && !listStyles.isEmpty() ? styles.next(listStyles.peek(), listStyles.size()) : "";
            Kind found = kind == Kind.PARAGRAPH && numbered && !listStyles.isEmpty() ? Kind.LIST_ITEM : kind;
            String text = label.isBlank()
                    ? paragraph.text()
                    : label.strip() + " " + paragraph.text().strip();
            target.add(found, Math.clamp(level, 0, 6), text, number);
        }
        paragraph.notes().forEach(note -> target.add(Kind.FOOTNOTE, 0, note, number));
        target.addAll(paragraph.boxes());
    }

    /** What stands within a paragraph and is no part of its sentence: a note's body, a text box. */
    private Gathered nested() throws IOException {
        Gathered outer = target;
        Gathered nested = new Gathered();
        target = nested;
        boolean outerItem = itemIsNew;
        itemIsNew = false;
        inside(false);
        itemIsNew = outerItem;
        target = outer;
        return nested;
    }

    private void table() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "table-row" -> row();
                    case "table-header-rows", "table-rows", "table-row-group" -> table();
                    default -> xml.skip();
                }
            }
        }
    }

    private void row() throws IOException {
        boolean isHidden = !xml.attribute("visibility").orElse("visible").equals("visible");
        List<Gathered> cells = new ArrayList<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                boolean isCovered = xml.name().equals("covered-table-cell");
                int times = WordStyles.number(
                        xml.attribute("number-columns-repeated").orElse("1"), 1);
                Gathered cell = nested();
                for (int i = 0; i < Math.min(MOST_REPEATED, times); i++) {
                    cells.add(isCovered ? new Gathered() : cell);
                }
            }
        }
        if (isHidden) {
            blocks.flag(FlagKind.HIDDEN_ROW);
        } else {
            target.addRow(cells);
        }
    }

    static boolean hasNoText(String element) {
        return NO_TEXT.contains(element);
    }
}

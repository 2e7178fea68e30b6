package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** Walks through the paragraphs and tables of a DOCX (ECMA-376 part 1, 17.2 to 17.4 and 17.13). */
final class WordBody {

    private final Xml xml;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordNotes notes;
    private final Blocks blocks;
    private final WordTableProperties properties;
    /** Where finished blocks go: to the text, or to the cell or box that they stand in. */
    private Gathered target = new Gathered();

    private StringBuilder carried = new StringBuilder();
    private List<String> carriedNotes = new ArrayList<>();
    private int paragraphs;
    private int coloured;

    WordBody(Xml xml, WordStyles styles, WordNumbering numbering, WordNotes notes, Blocks blocks) {
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
        this.notes = notes;
        this.blocks = blocks;
        this.properties = new WordTableProperties(xml, blocks);
    }

    void read() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    // A page that has a colour of its own: white letters are no secret on it.
                    case "background" -> coloured++;
                    case "body", "hdr", "ftr" -> {
                        inside(true);
                        finish();
                        target.moveTo(blocks);
                    }
                    default -> {}
                }
            }
        }
    }

    /** The element that has just begun, as the text of a note. */
    String note() throws IOException {
        inside(false);
        finish();
        return target.line();
    }

    /** Reads to the end of the element that has just begun. */
    private void inside(boolean isBody) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                block();
                if (isBody) {
                    target.moveTo(blocks);
                }
            }
        }
    }

    private void block() throws IOException {
        switch (xml.name()) {
            case "p" -> paragraph();
            case "tbl" -> table();
            case "del" -> leaveOut(FlagKind.TRACKED_DELETION);
            case "moveFrom" -> leaveOut(FlagKind.TRACKED_MOVE);
            case "sdt" -> control();
            case "sectPr", "Fallback", "tblPr", "tblGrid" -> xml.skip();
            default -> {
                flagInsertion();
                inside(false);
            }
        }
    }

    private void leaveOut(FlagKind kind) throws IOException {
        blocks.flag(kind);
        xml.skip();
    }

    private void flagInsertion() {
        if (xml.name().equals("ins")) {
            blocks.flag(FlagKind.TRACKED_INSERTION);
        }
    }

    /** A content control: its properties come first and may say that it is the table of contents. */
    private void control() throws IOException {
        boolean isContents = false;
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("sdtContent")) {
                if (isContents) {
                    leaveOut(FlagKind.TABLE_OF_CONTENTS);
                } else {
                    inside(false);
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                isContents |= xml.name().equals("docPartGallery")
                        && xml.attribute("val").orElse("").equals("Table of Contents");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private void paragraph() throws IOException {
        paragraphs++;
        int number = paragraphs;
        WordParagraph paragraph =
                new WordParagraph(xml, styles, notes, blocks, coloured > 0, () -> box(new Gathered()));
        paragraph.read();
        carriedNotes.addAll(paragraph.notes());
        if (paragraph.runsOn()) {
            carried.append(paragraph.text());
            target.addAll(paragraph.boxes());
            return;
        }
        String text = carried + paragraph.text();
        carried = new StringBuilder();
        if (styles.isTableOfContents(paragraph.style())) {
            blocks.flag(FlagKind.TABLE_OF_CONTENTS);
        } else {
            emit(paragraph, text, number);
            carriedNotes.forEach(note -> target.add(Kind.FOOTNOTE, 0, note, number));
        }
        carriedNotes = new ArrayList<>();
        target.addAll(paragraph.boxes());
    }

    /** What goes on with the next paragraph, where none comes. */
    private void finish() {
        target.add(Kind.PARAGRAPH, 0, carried.toString(), paragraphs);
        carriedNotes.forEach(note -> target.add(Kind.FOOTNOTE, 0, note, paragraphs));
        carried = new StringBuilder();
        carriedNotes = new ArrayList<>();
    }

    private void emit(WordParagraph paragraph, String text, int number) {
        int level = paragraph.headingLevel();
        var place = paragraph.listPlace();
        String label = "";
        boolean isListed = false;
        if (place.isPresent() && !text.isBlank()) {
            var printed = numbering.next(place.get());
            isListed = printed.isPresent();
            label = printed.orElse("");
        }
        Kind kind = level > 0 ? Kind.HEADING : isListed ? Kind.LIST_ITEM : Kind.PARAGRAPH;
        target.add(kind, level, label.isEmpty() ? text : label + " " + text.strip(), number);
    }

    /** Paragraphs of a text box stand within a paragraph and are read after it. */
    private Gathered box(Gathered box) throws IOException {
        Gathered outer = target;
        StringBuilder outerCarried = carried;
        List<String> outerNotes = carriedNotes;
        target = box;
        carried = new StringBuilder();
        carriedNotes = new ArrayList<>();
        coloured++;
        inside(false);
        finish();
        coloured--;
        target = outer;
        carried = outerCarried;
        carriedNotes = outerNotes;
        return box;
    }

    private void table() throws IOException {
        boolean isStyled = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "tblPr" -> isStyled = properties.colour();
                case "tr" -> {
                    coloured += isStyled ? 1 : 0;
                    row();
                    coloured -= isStyled ? 1 : 0;
                }
                case "tblGrid" -> xml.skip();
                default -> block();
            }
        }
    }

    private void row() throws IOException {
        List<Gathered> cells = new ArrayList<>();
        FlagKind leftOut = null;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "trPr" -> leftOut = properties.leaveOutRow();
                case "tc" -> cells.add(cell());
                case "sdt", "sdtContent", "customXml", "ins" -> sdtCells(cells);
                default -> xml.skip();
            }
        }
        if (leftOut == null) {
            target.addRow(cells);
        } else {
            blocks.flag(leftOut);
        }
    }

    /** Cells that stand in a control. */
    private void sdtCells(List<Gathered> cells) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "tc" -> cells.add(cell());
                    case "sdtContent" -> sdtCells(cells);
                    default -> xml.skip();
                }
            }
        }
    }

    private Gathered cell() throws IOException {
        Gathered outer = target;
        Gathered cell = new Gathered();
        target = cell;
        boolean isColoured = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("tcPr")) {
                    isColoured = properties.colour();
                    coloured += isColoured ? 1 : 0;
                } else {
                    block();
                }
            }
        }
        finish();
        coloured -= isColoured ? 1 : 0;
        target = outer;
        return cell;
    }
}

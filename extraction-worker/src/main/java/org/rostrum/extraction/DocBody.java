package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.converter.AbstractWordUtils.NumberingState;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** Walks through the paragraphs of a DOC, of which those of a table end with the marks of its cells ([MS-DOC] 2.4). */
final class DocBody {

    private static final char CELL_MARK = '\u0007';
    private static final int BULLET = 23;

    private final HWPFDocument document;
    private final DocStyles styles;
    private final Blocks blocks;
    private final NumberingState numbering = new NumberingState();
    private final DocFields fields = new DocFields();
    private final DocBoxes boxes;
    private final Gathered target = new Gathered();
    private final List<Gathered> cells = new ArrayList<>();
    private Gathered cell = new Gathered();
    /** Of paragraphs whose end was struck out. */
    private final StringBuilder carried = new StringBuilder();

    private final List<String> carriedNotes = new ArrayList<>();
    private int paragraphs;
    private boolean isNote;

    DocBody(HWPFDocument document, Blocks blocks) {
        this.document = document;
        this.styles = new DocStyles(document.getStyleSheet());
        this.blocks = blocks;
        this.boxes = new DocBoxes(document);
    }

    /** As far as the text that was read is the main one. */
    DocBoxes boxes() {
        return boxes;
    }

    void read(Range range) {
        gather(range);
        target.moveTo(blocks);
    }

    /** As the text of a note. */
    String line(Range range) {
        isNote = true;
        gather(range);
        return target.line();
    }

    private void gather(Range range) {
        Paragraph last = null;
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isTableRowEnd()) {
                row();
            } else {
                paragraphs++;
                paragraph(paragraph);
                last = paragraph;
            }
        }
        row();
        target.addAll(cell);
        if (last != null && !(carried.isEmpty() && carriedNotes.isEmpty())) {
            finish(last, target);
        }
        if (fields.isCode()) {
            // A field without end took the rest with it.
            blocks.flag(FlagKind.HIDDEN_TEXT);
        }
    }

    private void row() {
        if (!cells.isEmpty()) {
            target.addRow(cells);
            cells.clear();
        }
    }

    private void paragraph(Paragraph paragraph) {
        DocParagraph content = new DocParagraph(document, blocks, fields, boxes, !isNote);
        content.read(paragraph);
        boolean endsCell = paragraph.isInTable() && content.endsWith(CELL_MARK);
        carry(content);
        if (content.runsOn() && !endsCell) {
            return;
        }
        finish(paragraph, paragraph.isInTable() ? cell : target);
        if (endsCell) {
            cells.add(cell);
            cell = new Gathered();
        }
    }

    private void carry(DocParagraph content) {
        if (carried.length() + content.text().length() > blocks.left()) {
            throw new Blocks.TooMuchText();
        }
        carried.append(content.text());
        carriedNotes.addAll(content.notes());
    }

    /** What was carried, as this paragraph. */
    private void finish(Paragraph paragraph, Gathered place) {
        if (styles.isTableOfContents(paragraph.getStyleIndex())) {
            blocks.flag(FlagKind.TABLE_OF_CONTENTS);
        } else {
            emit(paragraph, carried.toString(), place);
        }
        carriedNotes.forEach(note -> place.add(Kind.FOOTNOTE, 0, note, paragraphs));
        carried.setLength(0);
        carriedNotes.clear();
    }

    private void emit(Paragraph paragraph, String text, Gathered place) {
        if (text.isBlank()) {
            return;
        }
        int level = styles.headingLevel(paragraph);
        boolean isListed = paragraph.isInList();
        String label = isListed ? label(paragraph) : "";
        Kind kind = level > 0 ? Kind.HEADING : isListed ? Kind.LIST_ITEM : Kind.PARAGRAPH;
        place.add(kind, level, label.isEmpty() ? text : label + " " + text.strip(), paragraphs);
    }

    /** Its number as printed; nothing for a bullet, and for lists that the file does not define. */
    private String label(Paragraph paragraph) {
        try {
            HWPFList list = paragraph.getList();
            char level = (char) paragraph.getIlvl();
            String label =
                    AbstractWordUtils.getBulletText(numbering, list, level).strip();
            return list.getNumberFormat(level) == BULLET ? "" : label;
        } catch (RuntimeException _) {
            return "";
        }
    }
}

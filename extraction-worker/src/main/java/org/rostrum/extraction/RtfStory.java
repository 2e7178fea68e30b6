package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** The paragraphs of an RTF's text, or of a note, a box or a running head in it. */
final class RtfStory {

    /** Word has 63. What comes after so many stands below the row. */
    private static final int MOST_CELLS = 1_000;

    private final RtfStyles styles;
    private final Blocks blocks;
    private final Gathered target = new Gathered();
    private final List<Gathered> cells = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Gathered boxes = new Gathered();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder label = new StringBuilder();
    private Gathered cell = new Gathered();
    private int number = 1;
    private boolean labelled;

    RtfStory(RtfStyles styles, Blocks blocks) {
        this.styles = styles;
        this.blocks = blocks;
    }

    void append(String letters) {
        text.append(letters);
    }

    /** The number or the bullet of its paragraph, as printed. */
    void label(String letters) {
        labelled = true;
        label.append(letters);
    }

    void note(String note) {
        notes.add(note);
    }

    void box(RtfStory box) {
        boxes.addAll(box.target);
    }

    void endParagraph(RtfGroup group) {
        emit(group, group.inTable ? cell : target);
    }

    void endCell(RtfGroup group) {
        emit(group, cell);
        if (cells.size() < MOST_CELLS) {
            cells.add(cell);
            cell = new Gathered();
        }
    }

    void endRow() {
        if (!cells.isEmpty()) {
            target.addRow(cells);
            cells.clear();
            target.addAll(cell);
            cell = new Gathered();
        }
    }

    void end(RtfGroup group) {
        emit(group, group.inTable ? cell : target);
        endRow();
        target.addAll(cell);
        cell = new Gathered();
    }

    private void emit(RtfGroup group, Gathered place) {
        if (!text.toString().isBlank()) {
            if (styles.isTableOfContents(group.style)) {
                blocks.flag(FlagKind.TABLE_OF_CONTENTS);
            } else {
                int level = styles.headingLevel(group);
                Kind kind = level > 0 ? Kind.HEADING : group.listed || labelled ? Kind.LIST_ITEM : Kind.PARAGRAPH;
                place.add(kind, level, printed() + text.toString().strip(), number);
            }
        }
        for (String note : notes) {
            place.add(Kind.FOOTNOTE, 0, note, number);
        }
        place.addAll(boxes);
        forget();
        number++;
    }

    /** What is a letter or a digit; a bullet says nothing, not even Word's, which is an o. */
    private String printed() {
        String printed = label.toString().strip();
        if (printed.matches("[A-Za-z]")) {
            return "";
        }
        return printed.codePoints().anyMatch(Character::isLetterOrDigit) ? printed + " " : "";
    }

    private void forget() {
        text.setLength(0);
        label.setLength(0);
        labelled = false;
        notes.clear();
        boxes.clear();
    }

    String line() {
        return target.line();
    }

    void moveTo(Blocks all) {
        target.moveTo(all);
    }
}

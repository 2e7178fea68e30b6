package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;

/** One paragraph of a DOC: what of it is seen. */
final class DocParagraph {

    /** In half-points. As in DOCX. */
    private static final int SMALLEST = 2;

    private static final char ANCHOR_OF_BOX = '\u0008';

    private final HWPFDocument document;
    private final Blocks blocks;
    private final DocFields fields;
    private final DocBoxes boxes;
    private final boolean mayHaveNotes;
    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private @Nullable FlagKind last;
    private long lettersOfNotes;
    private char end;
    private boolean endDeleted;

    /** Notes of notes are no notes: a file in which they are could go round in circles. */
    DocParagraph(HWPFDocument document, Blocks blocks, DocFields fields, DocBoxes boxes, boolean mayHaveNotes) {
        this.document = document;
        this.blocks = blocks;
        this.fields = fields;
        this.boxes = boxes;
        this.mayHaveNotes = mayHaveNotes;
    }

    String text() {
        return text.toString();
    }

    List<String> notes() {
        return notes;
    }

    boolean endsWith(char mark) {
        return end == mark;
    }

    /** Its end was deleted: the next paragraph goes on with it. */
    boolean runsOn() {
        return endDeleted;
    }

    void read(Paragraph paragraph) {
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            run(paragraph.getCharacterRun(i));
        }
    }

    private void run(CharacterRun run) {
        String letters = run.text();
        if (letters.isEmpty()) {
            return;
        }
        end = letters.charAt(letters.length() - 1);
        endDeleted = end == '\r' && run.isMarkedDeleted();
        FlagKind kind = kind(run);
        if (!letters.isBlank() || run.isMarkedDeleted()) {
            note(kind);
        }
        letters(run, letters, kind == FlagKind.TRACKED_DELETION || kind == FlagKind.HIDDEN_TEXT);
    }

    /** A stretch of several runs counts once. */
    private void note(@Nullable FlagKind kind) {
        if (kind != null && kind != last) {
            blocks.flag(kind);
        }
        last = kind;
    }

    private static @Nullable FlagKind kind(CharacterRun run) {
        if (run.isMarkedDeleted()) {
            return FlagKind.TRACKED_DELETION;
        }
        if (run.isVanished() || (run.getFontSize() > 0 && run.getFontSize() <= SMALLEST)) {
            return FlagKind.HIDDEN_TEXT;
        }
        return run.isMarkedInserted() ? FlagKind.TRACKED_INSERTION : null;
    }

    /** The signs are those of [MS-DOC] 2.4.1: of fields the result is seen, of notes a number. */
    private void letters(CharacterRun run, String letters, boolean leftOut) {
        boolean isSymbol = run.isSymbol();
        for (int i = 0; i < letters.length(); i++) {
            int place = run.getStartOffset() + i;
            noteAt(place, leftOut);
            if (letters.charAt(i) == ANCHOR_OF_BOX && (run.isMarkedDeleted() || run.isVanished())) {
                boxes.leaveOut(place);
            }
            if (!isSymbol) {
                letter(letters.charAt(i), leftOut);
            }
        }
        if (isSymbol) {
            char symbol = run.getSymbolCharacter();
            append(isPrivate(symbol) ? "" : Character.toString(symbol), leftOut);
        }
    }

    private void letter(char letter, boolean leftOut) {
        switch (letter) {
            case '\u0013' -> fields.begin();
            case '\u0014' -> fields.separate();
            case '\u0015' -> fields.end();
            case '\u0005' -> blocks.flag(FlagKind.COMMENT);
            case '\u000B' -> append("\n", leftOut);
            case '\u001E' -> append("-", leftOut);
            case '\t' -> append(" ", leftOut);
            default -> {
                if (letter >= ' ') {
                    append(Character.toString(letter), leftOut);
                }
            }
        }
    }

    /** Of a font that alone knows what it shows. */
    private static boolean isPrivate(char symbol) {
        return Character.getType(symbol) == Character.PRIVATE_USE;
    }

    private void append(String letters, boolean leftOut) {
        if (leftOut || fields.isCode()) {
            return;
        }
        if (text.length() + letters.length() > blocks.left()) {
            throw new Blocks.TooMuchText();
        }
        text.append(letters);
    }

    /** Any letter may be a note's sign, if its author chose it. */
    private void noteAt(int anchor, boolean leftOut) {
        if (!leftOut && mayHaveNotes && !fields.isCode()) {
            note(document.getFootnotes(), document.getFootnoteRange(), anchor);
            note(document.getEndnotes(), document.getEndnoteRange(), anchor);
        }
    }

    private void note(Notes all, Range texts, int anchor) {
        int index = all.getNoteIndexByAnchorPosition(anchor);
        if (index < 0) {
            return;
        }
        int start = texts.getStartOffset() + all.getNoteTextStartOffset(index);
        int until = texts.getStartOffset() + all.getNoteTextEndOffset(index);
        String note = new DocBody(document, blocks)
                .line(new Range(start, until, document))
                .strip();
        if (!note.isEmpty()) {
            lettersOfNotes += note.length();
            if (lettersOfNotes > blocks.left()) {
                throw new Blocks.TooMuchText();
            }
            notes.add(note);
        }
    }
}

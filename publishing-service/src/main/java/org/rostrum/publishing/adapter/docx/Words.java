package org.rostrum.publishing.adapter.docx;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.rostrum.publishing.domain.compilation.Direction;

/**
 * Text as runs of one direction each: a word processor takes the font and the order of right-to-left text from the run,
 * not from its characters.
 *
 * @param language BCP 47 tag; empty if unknown
 */
record Words(String text, String language) {

    static Words of(String text) {
        return new Words(text, "");
    }

    void addTo(XWPFParagraph paragraph) {
        for (var piece : pieces(text)) {
            var run = paragraph.createRun();
            run.setText(piece.text());
            dress(run, piece);
        }
    }

    private void dress(XWPFRun run, Piece piece) {
        var eastAsian = piece.text().codePoints().anyMatch(Words::isEastAsian);
        if (piece.rightToLeft()) {
            properties(run).addNewRtl();
        }
        if (eastAsian) {
            properties(run).addNewRFonts().setHint(STHint.EAST_ASIA);
        }
        if (!language.isEmpty()) {
            setLanguage(properties(run), piece.rightToLeft(), eastAsian);
        }
    }

    private void setLanguage(CTRPr properties, boolean rightToLeft, boolean eastAsian) {
        var tag = properties.addNewLang();
        if (rightToLeft) {
            tag.setBidi(language);
        } else if (eastAsian) {
            tag.setEastAsia(language);
        } else {
            tag.setVal(language);
        }
    }

    private static CTRPr properties(XWPFRun run) {
        return run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    }

    /** A stretch of text in one direction. */
    record Piece(String text, boolean rightToLeft) {}

    static List<Piece> pieces(String text) {
        var base = switch (Direction.of(text)) {
            case LEFT_TO_RIGHT -> Bidi.DIRECTION_LEFT_TO_RIGHT;
            case RIGHT_TO_LEFT -> Bidi.DIRECTION_RIGHT_TO_LEFT;
        };
        var order = new Bidi(text, base);
        var pieces = new ArrayList<Piece>();
        for (int run = 0; run < order.getRunCount(); run++) {
            append(pieces, text.substring(order.getRunStart(run), order.getRunLimit(run)), order, run);
        }
        return pieces;
    }

    /** Numbers inside right-to-left text belong to it. */
    private static void append(List<Piece> pieces, String text, Bidi order, int run) {
        var leftToRight = order.getRunLevel(run) % 2 == 0
                && (order.baseIsLeftToRight() || text.codePoints().anyMatch(Words::isStronglyLeftToRight));
        if (pieces.isEmpty() || pieces.getLast().rightToLeft() == leftToRight) {
            pieces.add(new Piece(text, !leftToRight));
        } else {
            pieces.add(new Piece(pieces.removeLast().text() + text, !leftToRight));
        }
    }

    private static boolean isStronglyLeftToRight(int character) {
        return Character.getDirectionality(character) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    private static boolean isEastAsian(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }
}

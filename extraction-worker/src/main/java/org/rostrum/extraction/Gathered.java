package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rostrum.extraction.Response.Kind;

/** Blocks of a part of a document that is not complete yet: a cell, a note, a text box. */
final class Gathered {

    private final List<Piece> pieces = new ArrayList<>();

    /** A block without its part and page. */
    record Piece(Kind kind, int level, String text, int number) {}

    void add(Kind kind, int level, String text, int number) {
        if (!text.isBlank()) {
            pieces.add(new Piece(kind, level, text.strip(), number));
        }
    }

    void addAll(Gathered other) {
        pieces.addAll(other.pieces);
    }

    void clear() {
        pieces.clear();
    }

    /** Cells beside each other are one row; a cell alone is a frame around text, which keeps its own structure. */
    void addRow(List<Gathered> cells) {
        if (cells.size() == 1) {
            addAll(cells.getFirst());
            return;
        }
        String row = cells.stream().map(Gathered::line).collect(Collectors.joining("\t"));
        int number = cells.stream()
                .flatMap(cell -> cell.pieces.stream())
                .mapToInt(Piece::number)
                .findFirst()
                .orElse(0);
        if (!row.isBlank()) {
            pieces.add(new Piece(
                    Kind.TABLE_ROW, 0, row.stripTrailing(), number)); // empty cells tell where the others stand
        }
        cells.stream()
                .flatMap(cell -> cell.pieces.stream())
                .filter(piece -> piece.kind() == Kind.FOOTNOTE)
                .forEach(pieces::add);
    }

    /** As the text of a cell or a note. */
    String line() {
        return pieces.stream()
                .filter(piece -> piece.kind() != Kind.FOOTNOTE)
                .map(piece -> piece.text().replace('\t', ' '))
                .collect(Collectors.joining("\n"));
    }

    /** Hands everything over, in order. */
    void moveTo(Blocks blocks) {
        pieces.forEach(piece -> blocks.add(piece.kind(), piece.level(), piece.text(), 0, piece.number()));
        pieces.clear();
    }
}

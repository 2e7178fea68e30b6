package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.Response.Kind;

/** A row of a sheet, cell by cell. */
final class Row {

    /** Wider rows are fillings of the sheet. House choice: the widest form that was seen has a few dozen columns. */
    private static final int WIDEST = 500;

    private final List<String> cells = new ArrayList<>();

    /** The cell at this column, from 0. */
    void put(int column, String text) {
        if (column >= WIDEST || text.isBlank()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text.strip().replace('\t', ' '));
    }

    void emit(int number, Blocks blocks) {
        blocks.add(Kind.TABLE_ROW, 0, String.join("\t", cells), 0, number);
        cells.clear();
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }
}

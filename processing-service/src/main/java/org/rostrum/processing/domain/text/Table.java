package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that follow each other, and what their cells are to each other: a question with its answer to the right of it or below
 * it, or questions in the first row with the answers in their columns. What is neither stays as it is.
 */
final class Table {
    /** A question stands at the beginning of its row. House choice; it bounds what a monstrous table costs. */
    private static final int LOOKED_AT = 4;
    /** No form asks more; bounds the cost of a monstrous first row. House choice. */
    private static final int MOST_COLUMNS = 1_000;
    /** What is longer is no label. House choice. */
    private static final int LONGEST_LABEL = 40;
    /** Below every heading of the document. */
    private static final int LEVEL = 20;

    private final List<List<Cell>> rows;
    private final List<Block> blocks;
    private final NormalisedText text;
    private final Outline outline;
    private final List<Piece> pieces = new ArrayList<>();

    private Table(List<Block> blocks, NormalisedText text, Outline outline) {
        this.blocks = blocks;
        this.text = text;
        this.outline = outline;
        this.rows = blocks.stream().map(this::cells).toList();
    }

    /** What some cells of a row are. */
    sealed interface Piece {
        /** A row as it is. */
        record Whole(Block row) implements Piece {}

        /** Cells under the question of a cell. */
        record Answer(Heading question, Block cells) implements Piece {}

        /** Cells beside questions and answers. */
        record Aside(Block cells) implements Piece {}
    }

    private record Cell(int column, Span span, String text) {}

    /** In their order; a question's own cells are in no piece. */
    static List<Piece> pieces(List<Block> rows, NormalisedText text, Outline outline) {
        var table = new Table(rows, text, outline);
        Map<Integer, Heading> columns = table.questionsAbove();
        if (columns.isEmpty()) {
            table.readRows();
        } else {
            table.readColumns(columns);
        }
        return table.pieces;
    }

    private List<Cell> cells(Block row) {
        var cells = new ArrayList<Cell>();
        int column = row.column();
        int from = row.span().start();
        while (from <= row.span().end()) {
            int tab = text.text().indexOf('\t', from);
            int to = tab < 0 || tab > row.span().end() ? row.span().end() : tab;
            if (to > from) {
                var span = new Span(from, to);
                cells.add(new Cell(column, span, text.text(span)));
            }
            column++;
            from = to + 1;
        }
        return cells;
    }

    /** The questions of the first row by column, if there are several and the second row has none of its own. */
    private Map<Integer, Heading> questionsAbove() {
        Map<Integer, Heading> columns = new HashMap<>();
        var items = new HashSet<String>();
        if (rows.size() < 2 || question(rows.get(1), Optional.empty()).isPresent()) {
            return columns;
        }
        for (Cell cell : rows.getFirst()
                .subList(0, Math.min(MOST_COLUMNS, rows.getFirst().size()))) {
            outline.itemNamed(cell.text()).ifPresent(item -> {
                items.add(item);
                columns.put(cell.column(), heading(cell, cell));
            });
        }
        return items.size() < 2 ? Map.of() : columns;
    }

    private void readColumns(Map<Integer, Heading> columns) {
        rows.getFirst().stream()
                .filter(cell ->
                        !columns.containsKey(cell.column()) && cell.text().length() > LONGEST_LABEL)
                .forEach(cell -> pieces.add(new Piece.Aside(block(0, cell, cell))));
        for (int row = 1; row < rows.size(); row++) {
            var cells = rows.get(row);
            boolean isAcross = cells.size() == 1 && cells.getFirst().column() == 0;
            if (isAcross) {
                pieces.add(new Piece.Whole(blocks.get(row)));
            } else {
                readColumns(row, cells, columns);
            }
        }
    }

    private void readColumns(int row, List<Cell> cells, Map<Integer, Heading> columns) {
        for (int i = 0; i < cells.size(); i++) {
            var question = columns.get(cells.get(i).column());
            if (question != null) {
                pieces.add(new Piece.Answer(question, block(row, cells.get(i), cells.get(i))));
            } else {
                int first = i;
                while (i + 1 < cells.size()
                        && !columns.containsKey(cells.get(i + 1).column())) {
                    i++;
                }
                pieces.add(new Piece.Aside(block(row, cells.get(first), cells.get(i))));
            }
        }
    }

    /** A question that waits for its answer, or goes on to have one. */
    private record Open(Heading question, int column, boolean isAnswered) {}

    private void readRows() {
        Optional<Integer> ofNumbers = Optional.empty();
        @Nullable Open open = null;
        for (int row = 0; row < rows.size(); row++) {
            var cells = rows.get(row);
            if (row == 0 && rows.size() > 1 && areLabels(cells)) {
                ofNumbers = cells.stream()
                        .filter(cell -> outline.isWordForQuestion(cell.text()))
                        .map(Cell::column)
                        .findFirst();
                continue;
            }
            var question = question(cells, ofNumbers);
            if (question.isPresent() && cells.size() > 1) {
                open = readQuestion(row, cells, question.get());
            } else if (question.isEmpty() && open != null && goesOn(open, cells)) {
                pieces.add(new Piece.Answer(open.question(), blocks.get(row)));
            } else {
                open = null;
                pieces.add(new Piece.Whole(blocks.get(row)));
            }
        }
    }

    private static boolean goesOn(Open open, List<Cell> cells) {
        return !open.isAnswered() || cells.getFirst().column() > open.column();
    }

    private boolean areLabels(List<Cell> cells) {
        return cells.stream().allMatch(cell -> cell.text().length() <= LONGEST_LABEL)
                && cells.stream().anyMatch(cell -> outline.isWordForQuestion(cell.text()));
    }

    /** First and last index of the cells that name one item. */
    private record Naming(int first, int last) {}

    private Optional<Naming> question(List<Cell> cells, Optional<Integer> ofNumbers) {
        for (int i = 0; i < Math.min(LOOKED_AT, cells.size()); i++) {
            var named = itemOf(cells.get(i), ofNumbers);
            if (named.isPresent()) {
                int last = i;
                while (last + 1 < Math.min(LOOKED_AT, cells.size())
                        && itemOf(cells.get(last + 1), Optional.empty()).equals(named)) {
                    last++;
                }
                return Optional.of(new Naming(i, last));
            }
        }
        return Optional.empty();
    }

    private Optional<String> itemOf(Cell cell, Optional<Integer> ofNumbers) {
        return outline.itemNamed(cell.text())
                .or(() -> ofNumbers
                        .filter(column -> column == cell.column())
                        .flatMap(_ -> outline.itemNumbered(cell.text())));
    }

    private Open readQuestion(int row, List<Cell> cells, Naming naming) {
        int first = naming.first();
        int last = naming.last();
        if (cells.subList(0, first).stream().anyMatch(this::saysSomething)) {
            pieces.add(new Piece.Aside(block(row, cells.getFirst(), cells.get(first - 1))));
        }
        var question = heading(cells.get(first), cells.get(last));
        boolean isAnswered = last + 1 < cells.size();
        if (isAnswered) {
            pieces.add(new Piece.Answer(question, block(row, cells.get(last + 1), cells.getLast())));
        }
        return new Open(question, cells.get(last).column(), isAnswered);
    }

    /** Unlike a row's number or bullet, or the word "Question". */
    private boolean saysSomething(Cell cell) {
        return cell.text().codePoints().anyMatch(Character::isLetter) && !outline.isWordForQuestion(cell.text());
    }

    private Heading heading(Cell first, Cell last) {
        var span = first.span().to(last.span());
        return new Heading(LEVEL, span, text.text(span));
    }

    private Block block(int row, Cell first, Cell last) {
        var whole = blocks.get(row);
        return new Block(whole.kind(), 0, first.span().to(last.span()), whole.place());
    }
}

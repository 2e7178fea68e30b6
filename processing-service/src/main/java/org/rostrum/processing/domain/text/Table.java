package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
    /** What is longer, or has more words, is no label. House choices. */
    private static final int LONGEST_LABEL = 20;

    private static final int MOST_WORDS_OF_LABEL = 2;
    /** Before a question, that is the number of a row, or a bullet. */
    private static final Pattern ROW_NUMBER = Pattern.compile("[(\\[]?\\p{Nd}{0,4}[.)\\]:]?|[\\p{Pd}•·*#]");
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
        this.rows = blocks.stream()
                .map(row -> row.kind() == BlockKind.TABLE_ROW ? cells(row) : List.<Cell>of())
                .toList();
    }

    /** What some cells of a row are. */
    sealed interface Piece {
        /** A row as it is, read as any line. */
        record Whole(Block row) implements Piece {}

        /** A row of several cells, which is no heading. */
        record Said(Block row) implements Piece {}

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
            int tab = text.text().indexOf('\t', from, row.span().end());
            int to = tab < 0 ? row.span().end() : tab;
            if (to > from) {
                var span = new Span(from, to);
                cells.add(new Cell(column, span, text.text(span)));
            }
            column++;
            from = to + 1;
        }
        return cells;
    }

    /** The questions of the first row by column, if there are several, all others fit below, and the second row has none of its own. */
    private Map<Integer, Heading> questionsAbove() {
        var cells = rows.getFirst();
        var second = rows.stream().skip(1).filter(row -> !row.isEmpty()).findFirst();
        if (second.isEmpty() || question(second.get(), Optional.empty()).isPresent()) {
            return Map.of();
        }
        int last = cells.getLast().column();
        boolean isWider =
                rows.stream().anyMatch(row -> !row.isEmpty() && row.getLast().column() > last);
        return isWider ? Map.of() : questions(cells);
    }

    /** By column, if there are several of them. */
    private Map<Integer, Heading> questions(List<Cell> cells) {
        Map<Integer, Heading> columns = new HashMap<>();
        var items = new HashSet<String>();
        for (Cell cell : cells.subList(0, Math.min(MOST_COLUMNS, cells.size()))) {
            outline.itemNamed(cell.text()).ifPresent(item -> {
                items.add(item);
                columns.put(cell.column(), heading(cell, cell));
            });
        }
        return items.size() < 2 ? Map.of() : columns;
    }

    private void readColumns(Map<Integer, Heading> first) {
        var columns = first;
        for (int row = 0; row < rows.size(); row++) {
            var cells = rows.get(row);
            var others = row == 0 ? first : questionsAgain(cells);
            boolean isAcross = cells.size() == 1 && cells.getFirst().column() == 0 && !columns.containsKey(0);
            if (!others.isEmpty()) {
                columns = others;
                asides(row, cells, others);
            } else if (cells.isEmpty() || isAcross) {
                pieces.add(new Piece.Whole(blocks.get(row)));
            } else {
                readColumns(row, cells, columns);
            }
        }
    }

    /** A row that has nothing but questions begins another table, as grids of questions and answers do. */
    private Map<Integer, Heading> questionsAgain(List<Cell> cells) {
        boolean mayBe = !cells.isEmpty()
                && cells.size() <= MOST_COLUMNS
                && outline.itemNamed(cells.getFirst().text()).isPresent();
        return mayBe
                        && cells.stream()
                                .allMatch(cell -> outline.itemNamed(cell.text()).isPresent())
                ? questions(cells)
                : Map.of();
    }

    /** What stands between the questions of such a row. */
    private void asides(int row, List<Cell> cells, Map<Integer, Heading> questions) {
        readColumns(
                row,
                cells.stream()
                        .filter(cell -> !questions.containsKey(cell.column()))
                        .toList(),
                Map.of());
    }

    private void readColumns(int row, List<Cell> cells, Map<Integer, Heading> columns) {
        for (int i = 0; i < cells.size(); i++) {
            var question = columns.get(cells.get(i).column());
            if (question != null) {
                pieces.add(new Piece.Answer(question, block(row, cells.get(i), cells.get(i))));
            } else {
                int first = i;
                while (i + 1 < cells.size()
                        && cells.get(i + 1).column() == cells.get(i).column() + 1
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
        var labels = labels();
        Optional<Integer> ofNumbers = labels.map(Cell::column);
        boolean labelsSayWhat = false;
        @Nullable Open open = null;
        for (int row = labels.isPresent() ? 1 : 0; row < rows.size(); row++) {
            var cells = rows.get(row);
            var naming = question(cells, ofNumbers).filter(found -> isQuestion(cells, found));
            if (cells.isEmpty()) {
                pieces.add(new Piece.Whole(blocks.get(row)));
            } else if (naming.isPresent()
                    && row + 1 == rows.size()
                    && naming.get().last() + 1 == cells.size()) {
                pieces.add(new Piece.Whole(blocks.get(row))); // a question that only what follows the table can answer
            } else if (naming.isPresent()) {
                open = readQuestion(row, cells, naming.get());
                labelsSayWhat = true;
            } else if (open != null && goesOn(open, cells)) {
                pieces.add(new Piece.Answer(open.question(), blocks.get(row)));
            } else {
                open = null;
                pieces.add(cells.size() == 1 ? new Piece.Whole(blocks.get(row)) : new Piece.Said(blocks.get(row)));
            }
        }
        if (labels.isPresent() && !labelsSayWhat) {
            pieces.addFirst(new Piece.Said(blocks.getFirst()));
        }
    }

    /** The label of a column of questions, if the first row is one of labels. */
    private Optional<Cell> labels() {
        var cells = rows.getFirst();
        return rows.size() > 1 && cells.stream().allMatch(this::isLabel)
                ? cells.stream()
                        .filter(cell -> outline.isWordForQuestion(cell.text()))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isLabel(Cell cell) {
        return cell.text().length() <= LONGEST_LABEL
                && cell.text().chars().filter(c -> c == ' ').count() < MOST_WORDS_OF_LABEL
                && outline.itemNamed(cell.text()).isEmpty();
    }

    /**
     * Whether a question is asked there: something answers it in its row, or its row has nothing else, or its row says that it is
     * one. A cell behind others that speaks of a question is an answer. One alone in its row is read as any line is.
     */
    private boolean isQuestion(List<Cell> cells, Naming naming) {
        boolean isAnswered = naming.last() + 1 < cells.size();
        boolean isFirst = naming.first() == 0 || isRowNumber(cells.get(naming.first() - 1));
        boolean isCalledSo = naming.first() > 0
                && outline.isWordForQuestion(cells.get(naming.first() - 1).text());
        return cells.size() > 1 && (isAnswered || isFirst || isCalledSo);
    }

    private static boolean goesOn(Open open, List<Cell> cells) {
        return !open.isAnswered() || cells.getFirst().column() > open.column();
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
        if (!cells.subList(0, first).stream()
                .allMatch(cell -> isRowNumber(cell) || outline.isWordForQuestion(cell.text()))) {
            pieces.add(new Piece.Aside(block(row, cells.getFirst(), cells.get(first - 1))));
        }
        var question = heading(cells.get(first), cells.get(last));
        boolean isAnswered = last + 1 < cells.size();
        if (isAnswered) {
            pieces.add(new Piece.Answer(question, block(row, cells.get(last + 1), cells.getLast())));
        }
        return new Open(question, cells.get(last).column(), isAnswered);
    }

    private static boolean isRowNumber(Cell cell) {
        return ROW_NUMBER.matcher(cell.text()).matches();
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

package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cuts a normalised text into passages: one a paragraph, list item or table row, the very short ones joined to a
 * neighbour.
 *
 * <p>The spans are disjoint and in order, and cover every block that is neither a heading nor furniture.
 */
public final class Splitting {

    /** Below a dozen words a paragraph ("We suggest the following:") says nothing without its neighbour. House choice. */
    static final int SHORT = 80;

    /** Nobody answers more questions in cells; what comes behind them is read as rows are, so that a table costs no more than its text. */
    private static final int MOST_APART = 5_000;

    private Splitting() {}

    /** An answer in a question's own box: everything is answer, whatever it looks like. */
    public static List<Passage> box(NormalisedText text) {
        Cutter cutter = new Cutter(text);
        text.blocks().stream().filter(Splitting::isSaid).forEach(cutter::take);
        cutter.endSection();
        return cutter.passages();
    }

    /** A document or a free text: headings are its structure, and no part of a passage. */
    public static List<Passage> document(NormalisedText text, Outline outline) {
        Cutter cutter = new Cutter(text);
        List<Block> blocks = text.blocks().stream().filter(Splitting::isSaid).toList();
        int part = 0;
        for (int i = 0; i < blocks.size(); ) {
            Block block = blocks.get(i);
            if (block.place().part() != part) {
                part = block.place().part();
                cutter.enterPart();
            }
            int end = endOfTable(blocks, i);
            if (end > i) {
                Table.pieces(blocks.subList(i, end), text, outline)
                        .forEach(piece -> take(piece, text, outline, cutter));
            } else {
                take(block, text, outline, cutter);
            }
            i = Math.max(i + 1, end);
        }
        cutter.endSection();
        return cutter.passages();
    }

    /** Behind the last of the rows that begin there; footnotes of cells stand between them. */
    private static int endOfTable(List<Block> blocks, int from) {
        int end = from;
        int part = blocks.get(from).place().part();
        for (int i = from; i < blocks.size() && blocks.get(i).place().part() == part; i++) {
            switch (blocks.get(i).kind()) {
                case TABLE_ROW -> end = i + 1;
                case FOOTNOTE -> {
                    if (end == from) {
                        return end;
                    }
                }
                default -> {
                    return end;
                }
            }
        }
        return end;
    }

    private static void take(Table.Piece piece, NormalisedText text, Outline outline, Cutter cutter) {
        switch (piece) {
            case Table.Piece.Whole(Block row) -> take(row, text, outline, cutter);
            case Table.Piece.Said(Block row) -> say(row, text, outline, cutter);
            case Table.Piece.Answer(Heading question, Block cells) -> cutter.answer(question, cells);
            case Table.Piece.Aside(Block cells) -> cutter.aside(cells);
        }
    }

    private static void take(Block block, NormalisedText text, Outline outline, Cutter cutter) {
        OptionalInt level = levelOf(block, text, outline);
        if (level.isPresent()) {
            cutter.enter(new Heading(level.getAsInt(), block.span(), text.text(block.span())));
        } else {
            say(block, text, outline, cutter);
        }
    }

    private static void say(Block block, NormalisedText text, Outline outline, Cutter cutter) {
        if (outline.opensAnswer(text.text(block.span()))) {
            cutter.openAnswer();
        }
        cutter.take(block);
    }

    private static boolean isSaid(Block block) {
        return block.kind() != BlockKind.FURNITURE;
    }

    private static OptionalInt levelOf(Block block, NormalisedText text, Outline outline) {
        if (block.kind() == BlockKind.HEADING) {
            return OptionalInt.of(block.level());
        }
        // Below any marked heading: the author's own markup is the stronger structure.
        OptionalInt level = outline.headingLevel(text.text(block.span()));
        return level.isPresent() ? OptionalInt.of(level.getAsInt() + 6) : level;
    }

    private static final class Cutter {
        private final NormalisedText text;
        private final List<Passage> passages = new ArrayList<>();
        private final List<Heading> headings = new ArrayList<>();
        private final List<Block> pending = new ArrayList<>();
        private boolean answerOpens;
        private int apart;

        Cutter(NormalisedText text) {
            this.text = text;
        }

        void enter(Heading heading) {
            endSection();
            headings.removeIf(open -> open.level() >= heading.level());
            headings.add(heading);
        }

        /** Another file or sheet: nothing of the last one governs it or is joined to it. */
        void enterPart() {
            endSection();
            headings.clear();
            answerOpens = true;
        }

        /** Cells that answer the question of a cell, and nothing after them. */
        void answer(Heading question, Block cells) {
            if (apart++ >= MOST_APART) {
                take(cells);
                return;
            }
            endSection();
            headings.add(question);
            take(cells);
            endSection();
            headings.removeLast();
        }

        /** Cells that are joined to none. */
        void aside(Block cells) {
            if (apart++ >= MOST_APART) {
                take(cells);
                return;
            }
            endSection();
            pending.add(cells);
            cut();
        }

        void openAnswer() {
            endSection();
            answerOpens = true;
        }

        void take(Block block) {
            pending.add(block);
            if (pendingSpan().length() >= SHORT) {
                cut();
            }
        }

        /** What is left at the end of a section is too short to stand alone: it goes to what it follows, if it can. */
        void endSection() {
            if (pending.isEmpty()) {
                return;
            }
            boolean follows = !answerOpens
                    && !passages.isEmpty()
                    && passages.getLast().headings().equals(headings);
            if (follows) {
                Passage last = passages.removeLast();
                passages.add(passage(last.span().to(pendingSpan()), last.page()));
                pending.clear();
            } else {
                cut();
            }
        }

        private void cut() {
            passages.add(passage(pendingSpan(), pending.getFirst().page()));
            pending.clear();
            answerOpens = false;
        }

        private Span pendingSpan() {
            return pending.getFirst().span().to(pending.getLast().span());
        }

        private Passage passage(Span span, int page) {
            return new Passage(span, text.text(span), page, headings);
        }

        List<Passage> passages() {
            return List.copyOf(passages);
        }
    }
}

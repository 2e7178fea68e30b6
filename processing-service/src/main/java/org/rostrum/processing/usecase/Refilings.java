package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;

/** What the machine filed elsewhere each time that it had learned more of a round. */
public interface Refilings {
    /** Older ones of a round are forgotten. House choice. */
    int KEPT = 20;
    /** More would fill no screen; the count is complete. House choice. */
    int MOST_MOVES = 500;

    /**
     * One passage that stands elsewhere now.
     *
     * @param from numbers of the items; empty for "answers no question"
     */
    record Move(
            SubmissionId submission,
            Reference reference,
            PassageId passage,
            List<ItemNumber> from,
            List<ItemNumber> to) {
        public Move {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * What one new model of a round changed.
     *
     * @param model which encoder it rests on
     * @param studied different passages that it has studied
     * @param moved passages that stand elsewhere now
     * @param moves the first of them
     */
    record Refiling(Instant at, String model, int studied, int moved, List<Move> moves) {
        public Refiling {
            moves = moves.stream().limit(MOST_MOVES).toList();
        }
    }

    /** Counts moves, and holds no more of them than are kept. */
    final class Tally {
        private final List<Move> moves = new ArrayList<>();
        private int count;

        void add(List<Move> more) {
            count += more.size();
            more.stream().limit(MOST_MOVES - (long) moves.size()).forEach(moves::add);
        }

        int count() {
            return count;
        }

        Refiling refiling(Instant at, String model, int studied) {
            return new Refiling(at, model, studied, count, moves);
        }
    }

    /** Nothing is said of submissions that were erased while the model was made. */
    void add(RoundTexts.Of round, Refiling refiling);

    /** The newest first. */
    List<Refiling> of(RoundTexts.Of round);

    /** Nothing is said of that submission any more; it is counted as before. */
    void forget(SubmissionId submission);
}

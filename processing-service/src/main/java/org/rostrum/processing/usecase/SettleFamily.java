package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.usecase.Wordings.Choice;

/** Says whether two submissions belong to one campaign. No machine says otherwise afterwards. */
public final class SettleFamily {
    private final Transactions transactions;
    private final InstantSource clock;

    public SettleFamily(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Settled() implements Outcome {}

        record NoSuchCase() implements Outcome {}

        /** They are of different rounds, or one of them says nothing that could be compared, or they are the same. */
        record NotComparable() implements Outcome {}

        /** They say the same but for names and capitals: whoever parts them parts a text from itself. */
        record SameWords() implements Outcome {}

        /** Somebody said that others of these two families do not belong together. */
        record Contradicts() implements Outcome {}
    }

    public Outcome settle(Reference one, Reference other, boolean together, StaffMember staff) {
        try {
            return transactions.inOne(books -> settle(books, one, other, together, staff));
        } catch (Contradiction e) {
            return new Outcome.Contradicts();
        }
    }

    /** Takes back what the transaction has done so far. */
    private static final class Contradiction extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Outcome settle(Books books, Reference one, Reference other, boolean together, StaffMember staff) {
        var first = books.cases().find(one);
        var second = books.cases().find(other);
        if (first.isEmpty() || second.isEmpty()) {
            return new Outcome.NoSuchCase();
        }
        var round = roundOf(first.get());
        if (!round.equals(roundOf(second.get())) || one.equals(other)) {
            return new Outcome.NotComparable();
        }
        books.wordings().lock(round);
        var mine = books.wordings().wordingOf(first.get().submission());
        var theirs = books.wordings().wordingOf(second.get().submission());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return new Outcome.NotComparable();
        }
        if (mine.equals(theirs)) {
            return together ? new Outcome.Settled() : new Outcome.SameWords();
        }
        var choice = new Choice(mine.get(), theirs.get(), together);
        books.wordings().choose(round, choice, staff, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        follow(books.wordings(), round, choice);
        return new Outcome.Settled();
    }

    private static RoundTexts.Of roundOf(Case file) {
        return new RoundTexts.Of(file.consultation(), file.round());
    }

    private static void follow(Wordings wordings, RoundTexts.Of round, Choice choice) {
        if (choice.together()) {
            JoinFamily.unite(wordings, round, wordings.choices(round), choice.one(), choice.other());
            if (!areOneFamily(wordings, round, choice)) {
                throw new Contradiction();
            }
        } else if (areOneFamily(wordings, round, choice)) {
            wordings.part(round, choice.one());
        }
    }

    private static boolean areOneFamily(Wordings wordings, RoundTexts.Of round, Choice choice) {
        return wordings.familyOf(round, choice.one()).equals(wordings.familyOf(round, choice.other()));
    }
}

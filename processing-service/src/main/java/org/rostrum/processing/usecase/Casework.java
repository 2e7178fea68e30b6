package org.rostrum.processing.usecase;

import java.util.function.Function;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.HistoryEntry;

/** What every decision about a case begins and ends with. */
final class Casework {
    private Casework() {}

    /** Locks the case and decides, unless it does not exist or is not what the staff member saw. */
    static Decision onCurrent(Books books, Reference reference, Expected expected, Function<Case, Decision> decide) {
        var found = books.cases().find(reference).flatMap(file -> books.cases().lock(file.submission()));
        if (found.isEmpty()) {
            return new Decision.NoSuchCase();
        }
        var file = found.get();
        return expected.misses(file) ? new Decision.Outdated(file.revision()) : decide.apply(file);
    }

    static Decision.Taken take(Books books, Case changed, HistoryEntry entry) {
        replace(books, changed, entry);
        return new Decision.Taken(changed);
    }

    static void replace(Books books, Case changed, HistoryEntry entry) {
        books.cases().replace(changed);
        books.histories().add(changed.submission(), entry);
        books.announce(changed);
    }
}

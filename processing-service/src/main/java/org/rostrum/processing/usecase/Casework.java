package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.publicform.PublicForm;

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

    /** The form in which the case would go public now, once it is processed. */
    static Optional<PublicForm> publicForm(Books books, Case file) {
        var groups = books.definitions()
                .latest(file.consultation())
                .map(ConsultationDefinition::stakeholderGroups)
                .orElse(List.of());
        return books.contents()
                .find(file.submission(), file.version())
                .map(content -> PublicForm.of(file, content, groups));
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

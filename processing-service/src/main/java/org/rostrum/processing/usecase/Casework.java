package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.publicform.PublicForm;

/** What every decision about a case begins and ends with. */
final class Casework {
    /** Who decides what no person decided. No account has this subject. */
    static final String SYSTEM = "system";

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

    /**
     * Takes back the clearance that holds, if one does: nobody of the staff did it, the case's history and the event say so.
     * Whoever calls replaces the case after it.
     */
    static Case recallBySystem(Books books, Case file, String reason, Instant at) {
        var standing = file.standing();
        if (standing.isEmpty()) {
            return file;
        }
        var recalled = file.recalled();
        int version = standing.get().version();
        tellRecall(books, recalled, version, reason, SYSTEM, at);
        var entry = new HistoryEntry(Happening.RECALLED, version, at, null, Map.of("reason", reason));
        replace(books, recalled, entry);
        return recalled;
    }

    static void tellRecall(Books books, Case recalled, int version, String reason, String by, Instant at) {
        var event = new ClearanceRecalled(
                recalled.submission(),
                recalled.reference(),
                recalled.consultation(),
                recalled.round(),
                version,
                reason,
                by,
                at);
        books.outbox().add(EventIds.decision(recalled, event), at, event);
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

package org.rostrum.processing.usecase;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Clearance;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.publicform.PublicForm;

/** Lets one exact version go public, in the form in which it stands now. */
public final class ClearSubmission {
    private static final int ATTEMPTS = 3;

    private final Transactions transactions;
    private final Artefacts artefacts;
    private final FlagTexts flags;
    private final InstantSource clock;

    public ClearSubmission(Transactions transactions, Artefacts artefacts, FlagTexts flags, InstantSource clock) {
        this.transactions = transactions;
        this.artefacts = artefacts;
        this.flags = flags;
        this.clock = clock;
    }

    /**
     * Clearing again what is cleared in exactly this form changes nothing and emits nothing.
     *
     * @param seen kinds of flags that the staff member has looked at; all that would go public must be among them
     */
    public Decision clear(Reference reference, int version, StaffMember staff, Expected expected, Set<FlagKind> seen) {
        for (int attempt = 1; ; attempt++) {
            var decision = clearOnce(reference, version, staff, expected, seen);
            boolean overtaken =
                    decision instanceof Decision.Outdated && expected.revision().isEmpty();
            if (!overtaken || attempt == ATTEMPTS) {
                return decision;
            }
        }
    }

    private Decision clearOnce(
            Reference reference, int version, StaffMember staff, Expected expected, Set<FlagKind> seen) {
        return switch (read(reference, version, expected, seen)) {
            case Reading.Refused refused -> refused.decision();
            // Stored before the decision is kept: without one nobody looks at it.
            case Reading.Ready ready -> {
                var decision = decide(ready, artefacts.store(ready.form().contribution()), staff);
                removeIfErased(ready.file());
                yield decision;
            }
        };
    }

    /** It may have been erased between the reading and the storing: then nobody else removes what was just stored. */
    private void removeIfErased(Case file) {
        if (transactions.inOne(books -> books.erasures().contains(file.submission()))) {
            artefacts.removeAll(file.submission());
        }
    }

    private sealed interface Reading {
        record Ready(Case file, PublicForm form) implements Reading {}

        record Refused(Decision decision) implements Reading {}
    }

    private Reading read(Reference reference, int version, Expected expected, Set<FlagKind> seen) {
        return transactions.inOne(books -> {
            var found = books.cases().find(reference);
            if (found.isEmpty()) {
                return new Reading.Refused(new Decision.NoSuchCase());
            }
            var file = found.get();
            return refusal(file, version, expected)
                    .<Reading>map(Reading.Refused::new)
                    .orElseGet(() -> looked(file, formOf(books, file), seen));
        });
    }

    private Reading looked(Case file, PublicForm form, Set<FlagKind> seen) {
        var unseen = flags.exposed(form, form.contribution().contributor().country()).stream()
                .filter(kind -> !seen.contains(kind))
                .toList();
        return unseen.isEmpty() ? new Reading.Ready(file, form) : new Reading.Refused(new Decision.FlagsUnseen(unseen));
    }

    private static Optional<Decision> refusal(Case file, int version, Expected expected) {
        if (file.publication() == Publication.CONFIDENTIAL) {
            return Optional.of(new Decision.Confidential());
        }
        if (version != file.version()) {
            return Optional.of(new Decision.WrongVersion(file.version()));
        }
        if (expected.misses(file)) {
            return Optional.of(new Decision.Outdated(file.revision()));
        }
        if (!(file.stage() instanceof Stage.Clearable)) {
            return Optional.of(new Decision.NotAtThisStage(file.state()));
        }
        return file.isDisputed() ? Optional.of(new Decision.Disputed()) : Optional.empty();
    }

    private static PublicForm formOf(Books books, Case file) {
        return Casework.publicForm(books, file)
                .orElseThrow(() -> new IllegalStateException("A case that can be cleared has no content."));
    }

    private Decision decide(Reading.Ready read, ObjectRef artefact, StaffMember staff) {
        var seen = Expected.revision(read.file().revision());
        return transactions.inOne(books -> Casework.onCurrent(
                books,
                read.file().reference(),
                seen,
                file -> file.stage() instanceof Stage.Clearable clearable
                        ? decide(books, file, clearable, artefact, read.form().hiddenPlaces(), staff)
                        : new Decision.NotAtThisStage(file.state())));
    }

    private Decision decide(
            Books books, Case file, Stage.Clearable stage, ObjectRef artefact, int hidden, StaffMember staff) {
        if (stage.standing()
                        .filter(standing -> standing.artefact().equals(artefact))
                        .isPresent()
                && !(stage instanceof Stage.Cleared(var clearance, var refusal) && refusal != null)) {
            return new Decision.Taken(file);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var cleared = file.decided(stage.cleared(new Clearance(file.version(), artefact, staff.subject(), now)));
        var event = new SubmissionCleared(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                artefact,
                staff.subject(),
                now);
        books.outbox().add(EventIds.decision(cleared, event), now, event);
        var details = Map.of("sha256", artefact.sha256(), "hidden", String.valueOf(hidden));
        return Casework.take(books, cleared, new HistoryEntry(Happening.CLEARED, file.version(), now, staff, details));
    }
}

package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.filing.ContentHash;

/**
 * Removes everything that was made of a submission, wherever it stands, and keeps that it was erased: so that nothing that is
 * said of it later, or again, brings any of it back.
 */
public final class EraseSubmission {
    static final String REASON = "The submission was erased.";
    /** Intake knows who it was; here only the account's subject is known. */
    private static final String BY = "a manager";

    private final Transactions transactions;
    private final Artefacts artefacts;
    private final RoundChanges rounds;
    private final ForgottenTexts forgotten;

    public EraseSubmission(
            Transactions transactions, Artefacts artefacts, RoundChanges rounds, ForgottenTexts forgotten) {
        this.transactions = transactions;
        this.artefacts = artefacts;
        this.rounds = rounds;
        this.forgotten = forgotten;
    }

    /**
     * Erases once, however often its event comes. The books come first: whatever breaks off afterwards, nobody can clear it
     * any more, and the event comes again.
     *
     * @throws Unavailable if a neighbour cannot be asked
     */
    public void erase(SubmissionErased event, Admission admission) {
        var round = new RoundTexts.Of(event.consultation(), event.round());
        List<String> hashes = transactions.inOne(books -> forget(books, round, event));
        forgotten.clear(round);
        artefacts.removeAll(event.submission());
        rounds.shrunk(round);
        transactions.doInOne(books -> {
            books.places().forget(hashes); // what was being written down meanwhile
            admission.admit(books);
        });
    }

    /** The case is locked first, as everybody does: whoever holds it has written what he writes when anything is forgotten. */
    private List<String> forget(Books books, RoundTexts.Of round, SubmissionErased event) {
        var file = books.cases().lock(event.submission());
        books.wordings().lock(round);
        books.erasures().add(event.submission(), event.erasedAt());
        books.parkedEvents().removeAll(event.submission());
        books.wordings().forget(round, event.submission());
        books.refilings().forget(event.submission());
        books.keyPassageChoices().forget(event.submission());
        var hashes = hashes(books.contents().removeAll(event.submission()));
        forgotten.add(hashes);
        books.places().forget(hashes);
        file.filter(known -> !known.isErased()).ifPresent(known -> close(books, known, event));
        books.histories().removeDetails(event.submission());
        return hashes;
    }

    private static List<String> hashes(List<Content> removed) {
        return removed.stream()
                .flatMap(EraseSubmission::described)
                .map(DescribeTexts::given)
                .map(ContentHash::of)
                .distinct()
                .toList();
    }

    /** As {@link ReadText} and {@link FileAgain} have them described: as they are, and of copies without names; and {@link ListKeyPassages} of long ones the beginning. */
    private static Stream<String> described(Content content) {
        var names = Names.of(content.respondent(), content.onBehalfOf());
        return content.passages().stream()
                .map(content::textOf)
                .flatMap(text -> Stream.concat(Beginnings.all(text), Stream.of(Slotted.withoutNames(text, names))));
    }

    private static void close(Books books, Case file, SubmissionErased event) {
        var recalled = Casework.recallBySystem(books, file, REASON, event.erasedAt());
        var by = new StaffMember(event.erasedBy(), BY);
        var entry = new HistoryEntry(Happening.ERASED, event.version(), event.erasedAt(), by, Map.of());
        Casework.replace(books, recalled.erased(event.erasedAt(), KebabCase.of(event.ground())), entry);
    }
}

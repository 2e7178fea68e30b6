package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.usecase.Refilings.Move;

/** Files the passages of a case again that nobody has settled, as the round has taught by now. */
final class FileAgain {
    /** A suggestion that is only a little surer than before is left as it is. House choice. */
    private static final double NOTICEABLE = 0.05;

    private final Transactions transactions;
    private final DescribeTexts describe;

    FileAgain(Transactions transactions, DescribeTexts describe) {
        this.transactions = transactions;
        this.describe = describe;
    }

    /**
     * What became of one case.
     *
     * @param state whether there was something to judge, and it could be judged
     * @param moves the passages that stand elsewhere now
     */
    record Refiled(State state, List<Move> moves) {
        static final Refiled NOT_JUDGED = new Refiled(State.NOT_JUDGED, List.of());
        static final Refiled UNREAD = new Refiled(State.UNREAD, List.of());
        static final Refiled NOTHING = new Refiled(State.JUDGED, List.of());

        static final Refiled OVERTAKEN = new Refiled(State.OVERTAKEN, List.of());

        enum State {
            JUDGED,
            NOT_JUDGED,
            /** Somebody changed it meanwhile. */
            OVERTAKEN,
            /** The encoder could not be asked about it. */
            UNREAD
        }

        boolean staysAsItWas() {
            return state == State.JUDGED && moves.isEmpty();
        }

        boolean isOvertaken() {
            return state == State.OVERTAKEN;
        }

        boolean isUnread() {
            return state == State.UNREAD;
        }
    }

    /** A case that staff decided about is never touched. */
    Refiled file(RoundTexts.WithStaff one, Filer filer, RoundModel model) {
        var submission = one.submission();
        var seen = transactions.inOne(books -> open(books, submission)
                .flatMap(file ->
                        books.contents().find(submission, file.version()).map(content -> new Seen(file, content))));
        if (seen.isEmpty() || seen.get().content().passages().stream().noneMatch(FileAgain::isOpen)) {
            return Refiled.NOT_JUDGED;
        }
        var judged = changed(seen.get().content(), one.isCopy(), filer, model);
        if (judged.isEmpty()) {
            return Refiled.UNREAD;
        }
        var changed = judged.get();
        if (changed.isEmpty()) {
            return Refiled.NOTHING;
        }
        return transactions.inOne(books -> open(books, submission)
                .filter(file -> file.revision() == seen.get().file().revision())
                .map(file -> refile(books, file, seen.get().content(), changed))
                .orElse(Refiled.OVERTAKEN));
    }

    private record Seen(Case file, Content content) {}

    private static Optional<Case> open(Books books, SubmissionId submission) {
        return books.cases().lock(submission).filter(file -> file.state() == CaseState.WITH_STAFF);
    }

    /** Staff see that the case is not as it was only if a passage stands elsewhere. */
    private static Refiled refile(Books books, Case file, Content before, List<FiledPassage> changed) {
        Map<Integer, FiledPassage> old = new HashMap<>();
        before.passages().forEach(passage -> old.put(passage.ordinal(), passage));
        var moves = new ArrayList<Move>();
        for (FiledPassage passage : changed) {
            books.contents().refile(file.submission(), file.version(), passage);
            Optional.ofNullable(old.get(passage.ordinal()))
                    .flatMap(was -> move(file, was, passage))
                    .ifPresent(moves::add);
        }
        if (!moves.isEmpty()) {
            var next = file.refiled();
            books.cases().replace(next);
            books.announce(next);
        }
        return new Refiled(Refiled.State.JUDGED, List.copyOf(moves));
    }

    private static Optional<Move> move(Case file, FiledPassage was, FiledPassage now) {
        var from = was.filing().items();
        var to = now.filing().items();
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(new Move(
                        file.submission(), file.reference(), new PassageId(file.version(), now.ordinal()), from, to));
    }

    /** Empty if the encoder could not be asked: without it, suggestions would become worse than they are. */
    private Optional<List<FiledPassage>> changed(Content content, boolean isCopy, Filer filer, RoundModel model) {
        var names = isCopy ? Names.of(content.respondent(), content.onBehalfOf()) : Names.NONE;
        Map<Integer, List<FiledPassage>> bySource = new TreeMap<>();
        content.passages()
                .forEach(passage -> bySource.computeIfAbsent(passage.source(), _ -> new ArrayList<>())
                        .add(passage));
        var changed = new ArrayList<FiledPassage>();
        for (List<FiledPassage> passages : bySource.values()) {
            if (!addChanged(content, passages, names, filer, model, changed)) {
                return Optional.empty();
            }
        }
        return Optional.of(changed);
    }

    private boolean addChanged(
            Content content,
            List<FiledPassage> passages,
            Names names,
            Filer filer,
            RoundModel model,
            List<FiledPassage> changed) {
        if (passages.stream().noneMatch(FileAgain::isOpen)) {
            return true;
        }
        var described = describe.document(passages.stream()
                .map(passage -> new DescribeTexts.Text(
                        Slotted.withoutNames(content.textOf(passage), names), passage.language()))
                .toList());
        if (!described.isWhole()) {
            return false;
        }
        var filings = filer.fileAgain(
                described.features(),
                passages.stream().map(FiledPassage::filing).toList(),
                model);
        for (int i = 0; i < passages.size(); i++) {
            var before = passages.get(i).filing();
            var now = filings.get(i);
            boolean noticeable = !now.items().equals(before.items())
                    || now.basis() != before.basis()
                    || Math.abs(now.confidence() - before.confidence()) > NOTICEABLE;
            if (isOpen(passages.get(i)) && noticeable) {
                changed.add(passages.get(i).refiled(now));
            }
        }
        return true;
    }

    private static boolean isOpen(FiledPassage passage) {
        return !passage.confirmed()
                && switch (passage.filing().basis()) {
                    case CONTENT, ORDER -> true;
                    case BOX, HEADING, STAFF -> false;
                };
    }
}

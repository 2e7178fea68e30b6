package org.rostrum.processing.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.ProcessingEvent.SubmissionQuarantined;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.CarryOver;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.usecase.ReadSubmission.Read;

/** Keeps what a version says, puts it into its family, and tells that it was processed. */
final class KeepVersion {
    private final RoundChanges changes;
    private final InstantSource clock;
    private final JoinFamily families = new JoinFamily();

    KeepVersion(RoundChanges changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** After the commit. */
    void kept(VersionAcknowledged received, Round round, Read read) {
        var of = new RoundTexts.Of(received.consultation(), received.round());
        families.remember(of, round, read.wording());
        if (read.fresh() > 0) {
            changes.grown(of, read.fresh());
        }
    }

    /** What is at hand of the round's families is asked for again. */
    void forget(RoundTexts.Of round) {
        families.forget(round);
    }

    /** More is waiting. */
    void rushed() {
        changes.rushed();
    }

    static HistoryEntry sent(int version, Instant at) {
        return new HistoryEntry(Happening.RECEIVED, version, at, null, Map.of());
    }

    /** A version whose case is open. */
    void finish(Books books, Case file, Read read, Round round) {
        var content = carriedOver(books, file, read.content(), Instrument.of(round));
        var now = now();
        keep(books, file, read, content, round);
        var next = file.at(stage(file, content));
        Casework.replace(books, next, entry(next, content, now));
        tell(books, next, content, now);
    }

    /** Puts new versions of one round into their families; {@link #finishNew} follows for each. */
    void joinFamilies(Books books, RoundTexts.Of of, Round round, List<JoinFamily.Member> members) {
        families.joinAll(books, of, round, members);
    }

    /** The same as {@link #finish} for one that nobody has seen before: its case begins where it ends. */
    void finishNew(Books books, VersionAcknowledged received, Read read) {
        var opened = Case.opened(received);
        books.histories().add(opened.submission(), sent(opened.version(), opened.receivedAt()));
        var content = read.content();
        var now = now();
        var file = opened.at(stage(opened, content));
        books.cases().add(file);
        books.contents().add(file.submission(), file.version(), content);
        study(books, file, read, content);
        books.histories().add(file.submission(), entry(file, content, now));
        books.announce(file);
        tell(books, file, content, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Stage stage(Case file, Content content) {
        if (!(file.stage() instanceof Stage.InProcess inProcess)) {
            throw new IllegalStateException("only a case in process is finished");
        }
        return content.isUnreadable() ? inProcess.quarantined() : inProcess.processed(file.publication());
    }

    private void keep(Books books, Case file, Read read, Content content, Round round) {
        books.contents().add(file.submission(), file.version(), content);
        studyAndJoin(books, file, read, content, round);
    }

    private void studyAndJoin(Books books, Case file, Read read, Content content, Round round) {
        study(books, file, read, content);
        var of = new RoundTexts.Of(file.consultation(), file.round());
        families.join(books, of, round, file.submission(), file.version(), read.wording());
    }

    private static void study(Books books, Case file, Read read, Content content) {
        var of = new RoundTexts.Of(file.consultation(), file.round());
        content.sources().stream()
                .filter(source -> !read.copied().contains(source.ordinal()))
                .forEach(source -> books.roundTexts().add(of, file.submission(), file.version(), source, content));
    }

    /** What a version says by another reading. */
    void replace(Books books, Case file, Read read, Content content, Round round) {
        books.wordings().leave(file.submission());
        books.contents().replace(file.submission(), file.version(), content);
        studyAndJoin(books, file, read, content, round);
    }

    /** A version that was in quarantine, and can be read now. */
    void finishAgain(Books books, Case file, Read read, Content content, Round round) {
        replace(books, file, read, content, round);
        var now = now();
        var inProcess = new Stage.InProcess();
        var next = file.at(content.isUnreadable() ? inProcess.quarantined() : inProcess.processed(file.publication()));
        Casework.replace(books, next, entry(next, content, now));
        tell(books, next, content, now);
    }

    /** A version that was kept before there were families. */
    void joinFamily(Books books, Case file, Read read, Round round) {
        if (books.wordings().wordingOf(file.submission()).isEmpty()) {
            var of = new RoundTexts.Of(file.consultation(), file.round());
            families.join(books, of, round, file.submission(), file.version(), read.wording());
        }
    }

    private static void tell(Books books, Case file, Content content, Instant now) {
        var event = content.isUnreadable() ? quarantined(file, content, now) : processed(file, content, now);
        books.outbox().add(EventIds.once(file, event), now, event);
    }

    private static Content carriedOver(Books books, Case file, Content read, Instrument instrument) {
        var before = books.contents().versionBefore(file.submission(), file.version());
        if (before.isEmpty()) {
            return read;
        }
        int version = before.getAsInt();
        return books.contents()
                .find(file.submission(), version)
                .map(earlier -> CarryOver.of(earlier, version, instrument::has).into(read))
                .orElse(read);
    }

    private static HistoryEntry entry(Case file, Content content, Instant now) {
        var details = Map.of(
                "passages", String.valueOf(content.passages().size()),
                "unfiled", String.valueOf(content.unfiled()),
                "quarantined",
                        String.valueOf(content.attachments().stream()
                                .filter(AttachmentOutcome::isQuarantined)
                                .count()),
                "carried", String.valueOf(content.carried()));
        return new HistoryEntry(
                content.isUnreadable() ? Happening.QUARANTINED : Happening.PROCESSED,
                file.version(),
                now,
                null,
                details);
    }

    private static ProcessingEvent processed(Case file, Content content, Instant now) {
        return new SubmissionProcessed(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                content.passages().size(),
                content.unfiled(),
                content.quarantined(),
                now);
    }

    private static ProcessingEvent quarantined(Case file, Content content, Instant now) {
        return new SubmissionQuarantined(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                file.version(),
                content.quarantined(),
                now);
    }
}

package org.rostrum.intake.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.Letter;
import org.rostrum.intake.domain.LetterKey;
import org.rostrum.intake.domain.LetterKey.Occasion;
import org.rostrum.intake.usecase.LetterWording.Subject;
import org.rostrum.intake.usecase.MailMarks.Deferred;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.Post.Away;
import org.rostrum.intake.usecase.Post.Refused;
import org.rostrum.intake.usecase.Post.Taken;

/**
 * Mails receipts to those who gave an address, some time after the submission was acknowledged. A mail is posted at least
 * once, and the same each time: it bears the same Message-ID, and a mark is left after posting. One that the mail server
 * refuses never keeps the others waiting: it is put off, a bounded number of times, or given up and said so.
 */
public final class MailReceipts {
    static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Logger LOG = Logger.getLogger(MailReceipts.class);

    private final OpenSubmission open;
    private final IssueReceipt receipts;
    private final Identities identities;
    private final ContactSeals seals;
    private final LetterWording wording;
    private final Post post;
    private final MailMarks marks;
    private final Clock clock;
    private final Duration notOlderThan;

    /** @param notOlderThan what happened longer ago is not mailed any more: nobody expects it */
    public MailReceipts(
            OpenSubmission open,
            IssueReceipt receipts,
            Identities identities,
            ContactSeals seals,
            LetterWording wording,
            Post post,
            MailMarks marks,
            Clock clock,
            Duration notOlderThan) {
        this.open = open;
        this.receipts = receipts;
        this.identities = identities;
        this.seals = seals;
        this.wording = wording;
        this.post = post;
        this.marks = marks;
        this.clock = clock;
        this.notOlderThan = notOlderThan;
    }

    /** The mail server takes nothing at all now: try this again later, and everything after it. */
    public static final class PostAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PostAway(String reason) {
            super(reason);
        }
    }

    /**
     * Posts what this event is to be told of, unless that was done. Throws {@link PostAway} while the mail server takes
     * nothing, {@link TryAgainLater} or {@code ObjectStoreUnavailable} while the store does not answer.
     */
    public void mail(SubmissionEvent event) {
        if (!post.isOpen() || happened(event).plus(notOlderThan).isBefore(clock.instant())) {
            return;
        }
        if (event instanceof SubmissionReceived received && !gaveAddress(received)) {
            return;
        }
        keys(event).filter(key -> !marks.isDone(key)).forEach(key -> {
            if (marks.deferred(key).isEmpty()) {
                post(key, 1);
            }
        });
    }

    /** Most give no address: they must not cost the store a look, or if their event is too old to say so, only this one. */
    private boolean gaveAddress(SubmissionReceived received) {
        return !Boolean.FALSE.equals(received.receiptByMail()) && open.gaveAddress(received.reference());
    }

    /**
     * Posts what was put off and is due, until the mail server takes nothing.
     *
     * @return how many are no longer put off
     */
    public int mailDeferred() {
        var due = marks.deferred().stream()
                .filter(each -> !each.notBefore().isAfter(clock.instant()))
                .toList();
        due.forEach(each -> post(each.key(), each.attempts() + 1));
        return (int) due.stream().filter(each -> marks.isDone(each.key())).count();
    }

    private static Instant happened(SubmissionEvent event) {
        return switch (event) {
            case SubmissionReceived received -> received.receivedAt();
            case SubmissionAmended amended -> amended.receivedAt();
            case SubmissionWithdrawn withdrawn -> withdrawn.withdrawnAt();
            case AuthorshipDisputed disputed -> disputed.disputedAt();
            case SubmissionErased erased -> erased.erasedAt();
        };
    }

    private static Stream<LetterKey> keys(SubmissionEvent event) {
        var reference = event.reference();
        return switch (event) {
            case SubmissionReceived received -> Stream.of(new LetterKey(Occasion.RECEIVED, reference, 1, false));
            case SubmissionAmended amended ->
                Stream.of(true, false)
                        .map(toEarlier -> new LetterKey(Occasion.AMENDED, reference, amended.version(), toEarlier));
            case SubmissionWithdrawn withdrawn ->
                Stream.of(new LetterKey(Occasion.WITHDRAWN, reference, withdrawn.version(), false));
            case AuthorshipDisputed disputed -> Stream.of();
            case SubmissionErased erased -> Stream.of(); // nobody's address is known any more
        };
    }

    private void post(LetterKey key, int attempt) {
        letter(key).ifPresentOrElse(letter -> post(key, letter, attempt), () -> marks.posted(key, clock.instant()));
    }

    private void post(LetterKey key, Letter letter, int attempt) {
        switch (post.deliver(letter)) {
            case Taken taken -> marks.posted(key, clock.instant());
            case Away away -> throw new PostAway(away.reason());
            case Refused refused -> {
                if (refused.forGood() || attempt >= MOST_ATTEMPTS) {
                    LOG.errorf("A mail was given up; mail=%s attempts=%d reply=%s", key.id(), attempt, refused.reply());
                    marks.givenUp(key, refused.reply(), clock.instant());
                } else {
                    LOG.warnf("A mail was put off; mail=%s attempts=%d reply=%s", key.id(), attempt, refused.reply());
                    marks.defer(new Deferred(key, attempt, clock.instant().plus(pause(attempt))));
                }
            }
        }
    }

    private static Duration pause(int attempt) {
        var pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Empty if nobody is to be told: there is no address, or the one before did not change. */
    private Optional<Letter> letter(LetterKey key) {
        return open.read(key.reference())
                .filter(history -> history.versions().size() >= key.version())
                .flatMap(history -> letter(key, history));
    }

    private Optional<Letter> letter(LetterKey key, SubmissionHistory history) {
        var stored = history.versions().get(key.version() - 1);
        return Optional.ofNullable(address(key, history.versions()))
                .map(to ->
                        new Subject(key, to, stored.manifest(), receipts.issue(stored), disputePath(key.reference())))
                .flatMap(subject -> letter(subject, history));
    }

    private Optional<Letter> letter(Subject subject, SubmissionHistory history) {
        return subject.key().occasion() == Occasion.WITHDRAWN
                ? history.withdrawal().map(stored -> wording.withdrawn(subject, receipts.issue(stored)))
                : Optional.of(wording.acknowledged(subject));
    }

    private @Nullable String address(LetterKey key, List<StoredManifest> versions) {
        var own = address(versions.get(key.version() - 1).manifest());
        if (!key.toEarlier()) {
            return own;
        }
        var earlier = address(versions.get(key.version() - 2).manifest());
        return earlier == null || earlier.equals(own) ? null : earlier;
    }

    private @Nullable String address(SubmissionManifest manifest) {
        var contact = manifest.sealedContact();
        return contact == null ? null : seals.open(contact, manifest.submission());
    }

    private String disputePath(Reference reference) {
        return "/submissions/" + reference + "/dispute?token="
                + identities.disputeToken(reference).value();
    }
}

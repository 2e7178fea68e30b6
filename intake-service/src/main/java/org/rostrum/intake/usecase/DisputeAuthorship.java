package org.rostrum.intake.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.usecase.EventLog.LogUnavailable;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Holds a submission because somebody who got a mail about it says that they did not send it. The token in the mail serves
 * for this and for nothing else: nothing of the submission can be read with it.
 */
public final class DisputeAuthorship {
    private final OpenSubmission open;
    private final Disputes disputes;
    private final AnnounceReceived announce;
    private final Identities identities;

    public DisputeAuthorship(OpenSubmission open, Disputes disputes, AnnounceReceived announce, Identities identities) {
        this.open = open;
        this.disputes = disputes;
        this.announce = announce;
        this.identities = identities;
    }

    /** It is disputed; {@code repeated} if it was before. */
    public record Disputed(SubmissionDispute dispute, boolean repeated) {}

    /** Whether the token belongs to the reference; asks nobody else. */
    public Optional<Reference> recognise(String typedReference, String typedToken) {
        return Reference.parse(typedReference)
                .filter(reference -> identities.disputeToken(reference).matches(typedToken));
    }

    /**
     * Empty for a wrong token and for a wrong reference alike; throws {@link TryAgainLater} if the store or the log did not
     * answer.
     */
    public Optional<Disputed> dispute(String typedReference, String typedToken, Instant now) {
        return recognise(typedReference, typedToken)
                .flatMap(open::read)
                .map(history -> history.dispute()
                        .map(standing -> acknowledge(standing, true))
                        .orElseGet(() -> dispute(history, now)));
    }

    /** What is known of it if it was erased; empty for a wrong token or reference. */
    public Optional<ErasedSubmission> erased(String typedReference, String typedToken) {
        return recognise(typedReference, typedToken).flatMap(open::erased);
    }

    private Disputed dispute(SubmissionHistory history, Instant now) {
        var manifest = history.latest().manifest();
        var wanted = new SubmissionDispute(
                SubmissionDispute.SCHEMA,
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                now.truncatedTo(ChronoUnit.MILLIS));
        var stored = createOrFind(wanted);
        return acknowledge(stored, !stored.equals(wanted));
    }

    private SubmissionDispute createOrFind(SubmissionDispute wanted) {
        try {
            return disputes.createOrFind(wanted);
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.UNKNOWN, e);
        }
    }

    private Disputed acknowledge(SubmissionDispute stored, boolean repeated) {
        try {
            announce.announce(Announcement.of(stored));
        } catch (LogUnavailable e) {
            throw new TryAgainLater(Kept.MANIFEST, e);
        }
        return new Disputed(stored, repeated);
    }
}

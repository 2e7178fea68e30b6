package org.rostrum.intake.usecase;

import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.SubmissionState;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Tells whoever holds the receipt's secret how far a submission has come. */
public final class FollowSubmission {
    private static final int FIRST_VERSION = 1;

    private final Manifests manifests;
    private final Submissions submissions;
    private final Identities identities;
    private final IssueReceipt receipts;

    public FollowSubmission(
            Manifests manifests, Submissions submissions, Identities identities, IssueReceipt receipts) {
        this.manifests = manifests;
        this.submissions = submissions;
        this.identities = identities;
        this.receipts = receipts;
    }

    /** How far it has come; the state is empty while the projection is away. */
    public record Progress(SubmissionManifest manifest, Receipt receipt, Optional<SubmissionState> state) {}

    /**
     * Empty for a wrong secret and for a wrong reference alike. The secret follows from the reference, so a guess is refused
     * without asking the store, in the same time whether the submission exists or not.
     */
    public Optional<Progress> follow(String typedReference, String typedSecret) {
        return Reference.parse(typedReference)
                .filter(reference ->
                        identities.receiptSecret(reference, FIRST_VERSION).matches(typedSecret))
                .flatMap(this::progress);
    }

    private Optional<Progress> progress(Reference reference) {
        try {
            return manifests
                    .find(new ManifestKey(reference, FIRST_VERSION))
                    .map(stored -> new Progress(
                            stored.manifest(),
                            receipts.issue(stored),
                            submissions.stateIfKnown(stored.manifest().submission())));
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.MANIFEST, e);
        }
    }
}

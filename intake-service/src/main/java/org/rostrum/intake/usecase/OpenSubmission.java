package org.rostrum.intake.usecase;

import java.util.Optional;
import java.util.stream.IntStream;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.usecase.Manifests.ErasedManifest;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Opens what is on record of a submission to whoever holds one of its receipts. */
public final class OpenSubmission {
    private final Manifests manifests;
    private final Withdrawals withdrawals;
    private final Disputes disputes;
    private final Identities identities;

    public OpenSubmission(Manifests manifests, Withdrawals withdrawals, Disputes disputes, Identities identities) {
        this.manifests = manifests;
        this.withdrawals = withdrawals;
        this.disputes = disputes;
        this.identities = identities;
    }

    /**
     * Empty for a wrong secret and for a wrong reference alike; any version's secret opens all. The secrets follow from the
     * reference, so a guess is refused without asking the store, in the same time whether the submission exists or not.
     */
    public Optional<SubmissionHistory> open(String typedReference, String typedSecret) {
        return Reference.parse(typedReference)
                .filter(reference -> isSecretOf(reference, typedSecret))
                .flatMap(this::read);
    }

    /** What is known of it if it was erased; empty for a wrong secret or reference, as {@link #open} is. */
    public Optional<ErasedSubmission> erased(String typedReference, String typedSecret) {
        return Reference.parse(typedReference)
                .filter(reference -> isSecretOf(reference, typedSecret))
                .flatMap(this::erased);
    }

    /** Asks nobody for a secret, as {@link #read}. */
    Optional<ErasedSubmission> erased(Reference reference) {
        try {
            return manifests
                    .look(new ManifestKey(reference, 1))
                    .filter(ErasedManifest.class::isInstance)
                    .map(occupant -> ((ErasedManifest) occupant).mark());
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.NOTHING, e);
        }
    }

    private boolean isSecretOf(Reference reference, String typed) {
        return IntStream.rangeClosed(1, SubmissionHistory.MOST_VERSIONS)
                .anyMatch(
                        version -> identities.receiptSecret(reference, version).matches(typed));
    }

    /** Asks nobody for a secret: for our own purposes. Throws {@link TryAgainLater} if the store does not answer. */
    Optional<SubmissionHistory> read(Reference reference) {
        try {
            var versions = IntStream.rangeClosed(1, SubmissionHistory.MOST_VERSIONS)
                    .mapToObj(version -> manifests.find(new ManifestKey(reference, version)))
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream)
                    .toList();
            return versions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new SubmissionHistory(versions, withdrawals.find(reference), disputes.find(reference)));
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.NOTHING, e);
        }
    }

    /** Whether its first version came with an address; asks the store once. Throws as {@link #read} does. */
    boolean gaveAddress(Reference reference) {
        try {
            return manifests
                    .find(new ManifestKey(reference, 1))
                    .filter(stored -> stored.manifest().sealedContact() != null)
                    .isPresent();
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.NOTHING, e);
        }
    }
}

package org.rostrum.intake.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.Withdrawals.StoredWithdrawal;

/**
 * All that is on record of one submission.
 *
 * @param versions from the first; never empty
 */
public record SubmissionHistory(
        List<StoredManifest> versions, Optional<StoredWithdrawal> withdrawal, Optional<SubmissionDispute> dispute) {
    /** So many versions one submission may have: enough for anybody who writes, and few enough to be read at once. */
    public static final int MOST_VERSIONS = 50;

    public SubmissionHistory {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a submission has at least one version");
        }
    }

    public Reference reference() {
        return latest().manifest().reference();
    }

    public StoredManifest first() {
        return versions.getFirst();
    }

    /** The version that stands. */
    public StoredManifest latest() {
        return versions.getLast();
    }
}

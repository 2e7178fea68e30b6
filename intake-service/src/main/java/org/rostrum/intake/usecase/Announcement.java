package org.rostrum.intake.usecase;

import java.time.Instant;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.intake.domain.SubmissionDispute;
import org.rostrum.intake.domain.SubmissionErasure;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.Withdrawals.StoredWithdrawal;

/**
 * What the log is told of one thing in the store; all of it follows from that thing.
 *
 * @param key where that thing lies
 * @param eventId the same each time it is told
 */
record Announcement(RecordKey key, String eventId, Instant time, SubmissionEvent event) {

    static Announcement of(StoredManifest stored) {
        var manifest = stored.manifest();
        var isFirst = manifest.version() == 1;
        return new Announcement(
                new ManifestKey(manifest.reference(), manifest.version()),
                (isFirst ? "received-" : "amended-") + manifest.submission() + "-" + manifest.version(),
                manifest.receivedAt(),
                isFirst ? received(stored) : amended(stored));
    }

    static Announcement of(StoredWithdrawal stored) {
        var withdrawal = stored.withdrawal();
        return new Announcement(
                new RecordKey.OfWithdrawal(withdrawal.reference()),
                "withdrawn-" + withdrawal.submission(),
                withdrawal.withdrawnAt(),
                new SubmissionWithdrawn(
                        withdrawal.submission(),
                        withdrawal.reference(),
                        withdrawal.consultation(),
                        withdrawal.round(),
                        withdrawal.version(),
                        stored.object(),
                        withdrawal.withdrawnAt()));
    }

    static Announcement of(SubmissionDispute dispute) {
        return new Announcement(
                new RecordKey.OfDispute(dispute.reference()),
                "disputed-" + dispute.submission(),
                dispute.disputedAt(),
                new AuthorshipDisputed(
                        dispute.submission(),
                        dispute.reference(),
                        dispute.consultation(),
                        dispute.round(),
                        dispute.version(),
                        dispute.disputedAt()));
    }

    static Announcement of(SubmissionErasure erasure) {
        return new Announcement(
                new RecordKey.OfErasure(erasure.reference()),
                "erased-" + erasure.submission(),
                erasure.erasedAt(),
                new SubmissionErased(
                        erasure.submission(),
                        erasure.reference(),
                        erasure.consultation(),
                        erasure.round(),
                        erasure.version(),
                        erasure.ground(),
                        erasure.by().subject(),
                        erasure.erasedAt()));
    }

    private static VersionAcknowledged received(StoredManifest stored) {
        var manifest = stored.manifest();
        return new SubmissionReceived(
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                manifest.kind(),
                manifest.publication(),
                stored.object(),
                manifest.attachments().size(),
                manifest.receivedAt(),
                manifest.flags(),
                manifest.sealedContact() != null);
    }

    private static VersionAcknowledged amended(StoredManifest stored) {
        var manifest = stored.manifest();
        return new SubmissionAmended(
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                manifest.kind(),
                manifest.publication(),
                stored.object(),
                manifest.attachments().size(),
                manifest.receivedAt(),
                manifest.flags());
    }
}

package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.intake.domain.AmendmentDigest;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.Attachments.Kept;
import org.rostrum.intake.usecase.Attachments.Offered;
import org.rostrum.intake.usecase.CommitVersion.Fingerprinted;
import org.rostrum.intake.usecase.Manifests.StoredManifest;

/** Gathers the files of an amendment: those that stay, then those that came along, then those that came ahead of it. */
final class GatherFiles {
    private static final byte[] NOTHING = new byte[0];

    private final FinishUploads uploads;
    private final CommitVersion versions;
    private final Identities identities;

    GatherFiles(FinishUploads uploads, CommitVersion versions, Identities identities) {
        this.uploads = uploads;
        this.versions = versions;
        this.identities = identities;
    }

    /**
     * The files in their order.
     *
     * @param staying how many of them stay from the version before; they come first
     * @param wrong what is wrong with those that came ahead
     * @param begunAt when the last of those was begun; absent if there is none
     */
    record Gathered(
            List<Fingerprinted> all,
            int staying,
            List<WrongField> wrong,
            @Nullable Instant begunAt) {
        List<Fingerprinted> added() {
            return all.subList(staying, all.size());
        }
    }

    Gathered gather(Amending amending, SubmissionHistory history) {
        var files = new ArrayList<Offered>();
        amending.kept().forEach(sha256 -> find(history, sha256).map(Kept::new).ifPresent(files::add));
        int staying = files.size();
        files.addAll(amending.uploads());
        var first = history.first().manifest();
        var finished = uploads.finish(
                first.consultation(),
                first.round(),
                amending.ahead(),
                files.size(),
                index -> acknowledged(amending, history, index));
        files.addAll(finished.files());
        return new Gathered(versions.fingerprinted(files), staying, finished.wrong(), finished.begunAt());
    }

    /** Of the latest version that had it, so that a repetition finds what its first attempt found. */
    private static Optional<Attachment> find(SubmissionHistory history, String sha256) {
        return history.versions().reversed().stream()
                .flatMap(stored -> stored.manifest().attachments().stream())
                .filter(attachment -> attachment.object().sha256().equals(sha256))
                .findFirst();
    }

    /** What the version under the same key has in that place, if that version was committed and its upload swept since. */
    private Optional<Offered> acknowledged(Amending amending, SubmissionHistory history, int index) {
        var submission = history.first().manifest().submission();
        var key =
                identities.amendmentDigest(submission, amending.key(), NOTHING).key();
        return history.versions().stream()
                .filter(stored -> isUnderKey(stored, key))
                .map(stored -> stored.manifest().attachments())
                .filter(attachments -> index < attachments.size())
                .findFirst()
                .map(attachments -> new Kept(attachments.get(index)));
    }

    /** Whether a version was made by an amendment under that half of a digest. */
    static boolean isUnderKey(StoredManifest stored, String key) {
        return stored.manifest().version() > 1
                && AmendmentDigest.parse(stored.manifest().requestDigest())
                        .filter(theirs -> theirs.key().equals(key))
                        .isPresent();
    }
}

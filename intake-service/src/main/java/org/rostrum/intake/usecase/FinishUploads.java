package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.Attachments.Ahead;
import org.rostrum.intake.usecase.Attachments.Kept;
import org.rostrum.intake.usecase.Attachments.Offered;
import org.rostrum.intake.usecase.StagedFiles.Arrival;
import org.rostrum.intake.usecase.UploadIds.Upload;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Checks the uploads that a submission names and hands out their files. What was finished stays as it was, whatever is sent
 * to its address afterwards; finishing again is safe.
 */
public final class FinishUploads {
    private final StagedFiles files;
    private final UploadIds ids;
    private final CommitVersion versions;
    private final Identities identities;
    private final Limits limits;

    public FinishUploads(
            StagedFiles files, UploadIds ids, CommitVersion versions, Identities identities, Limits limits) {
        this.files = files;
        this.ids = ids;
        this.versions = versions;
        this.identities = identities;
        this.limits = limits;
    }

    /**
     * The files, in the order in which they were named, or all that is wrong with them.
     *
     * @param begunAt when the last of them was begun, which decides about a round's grace; absent if none was
     */
    public record Finished(
            List<Offered> files,
            List<WrongField> wrong,
            @Nullable Instant begunAt) {
        public Finished {
            files = List.copyOf(files);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Finishes the uploads that a submission under that key names.
     *
     * @param before how many files the submission has beside them; they come first in it
     */
    public Finished finish(
            ConsultationId consultation, RoundId round, IdempotencyKey key, List<String> named, int before) {
        return finish(consultation, round, named, before, index -> acknowledged(consultation, key, index));
    }

    /**
     * Finishes uploads for whatever will name them.
     *
     * @param acknowledged the attachment in that place of what was acknowledged under the same key before, if anything was
     */
    Finished finish(
            ConsultationId consultation,
            RoundId round,
            List<String> named,
            int before,
            IntFunction<Optional<Offered>> acknowledged) {
        if (before + named.size() > limits.attachments()) {
            var fault = new WrongField.TooManyFiles(limits.attachments(), before + named.size());
            return new Finished(List.of(), List.of(new WrongField("/uploads", fault)), null);
        }
        try {
            return finishAll(consultation, round, named, before, acknowledged);
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(TryAgainLater.Kept.NOTHING, e);
        }
    }

    private Finished finishAll(
            ConsultationId consultation,
            RoundId round,
            List<String> named,
            int before,
            IntFunction<Optional<Offered>> acknowledged) {
        var finishing = new Finishing();
        for (int i = 0; i < named.size(); i++) {
            int index = before + i;
            finishing.add(
                    "/uploads/" + i, ids.read(consultation, round, named.get(i)), () -> acknowledged.apply(index));
        }
        return finishing.finished();
    }

    /**
     * The attachment that was acknowledged under the same key, in the place of an upload that was swept since: whoever
     * repeats the request after that still gets the receipt, if everything else in it is the same.
     */
    private Optional<Offered> acknowledged(ConsultationId consultation, IdempotencyKey key, int index) {
        return versions.first(identities.submission(consultation, key))
                .map(stored -> stored.manifest().attachments())
                .filter(attachments -> index < attachments.size())
                .map(attachments -> new Kept(attachments.get(index)));
    }

    /** What has become of the uploads so far. */
    private final class Finishing {
        private final List<Offered> offered = new ArrayList<>();
        private final List<WrongField> wrong = new ArrayList<>();
        private final Set<Upload> seen = new LinkedHashSet<>();

        void add(String pointer, Optional<Upload> named, Supplier<Optional<Offered>> earlier) {
            if (named.isEmpty()) {
                wrong.add(unknown(pointer));
            } else if (!seen.add(named.get())) {
                wrong.add(new WrongField(pointer, new WrongField.NamedTwice()));
            } else {
                take(pointer, files.finish(named.get().place()), earlier);
            }
        }

        private void take(String pointer, Arrival arrival, Supplier<Optional<Offered>> earlier) {
            switch (arrival) {
                case StagedFiles.Staged staged -> offered.add(new Ahead(staged.file()));
                case StagedFiles.Unknown unknown ->
                    earlier.get().ifPresentOrElse(offered::add, () -> wrong.add(unknown(pointer)));
                case StagedFiles.NotArrived n -> wrong.add(new WrongField(pointer, new WrongField.UploadNotArrived()));
                case StagedFiles.NotAsAnnounced n ->
                    wrong.add(new WrongField(pointer, new WrongField.NotAsAnnounced(n.what())));
                case StagedFiles.TooLarge large ->
                    wrong.add(new WrongField(pointer, new WrongField.NotAsAnnounced("size")));
                case StagedFiles.Empty empty ->
                    wrong.add(new WrongField(pointer, new WrongField.NotAsAnnounced("size")));
            }
        }

        Finished finished() {
            var begun = seen.stream().map(Upload::begunAt).max(Comparator.naturalOrder());
            return new Finished(offered, wrong, begun.orElse(null));
        }
    }

    private static WrongField unknown(String pointer) {
        return new WrongField(pointer, new WrongField.UnknownUpload());
    }
}

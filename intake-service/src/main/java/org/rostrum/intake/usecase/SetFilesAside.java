package org.rostrum.intake.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.Attachments.Upload;

/**
 * Keeps files that came with a form that was not taken, as uploads that the form names when it is sent again: nobody has to
 * choose them a second time. Throws {@code ObjectStoreUnavailable} if the store is away.
 */
public final class SetFilesAside {
    private final StagedFiles files;
    private final UploadIds ids;
    private final Limits limits;

    public SetFilesAside(StagedFiles files, UploadIds ids, Limits limits) {
        this.files = files;
        this.ids = ids;
        this.limits = limits;
    }

    /** A file and the id by which a form names it. */
    public record SetAside(String upload, OfferedFile file) {}

    /** Those that could be sent at all: empty ones and those above the limit are left out. */
    public List<SetAside> setAside(ConsultationId consultation, RoundId round, List<Upload> uploads, Instant now) {
        return uploads.stream()
                .flatMap(upload -> stage(consultation, round, upload, now).stream())
                .toList();
    }

    private Optional<SetAside> stage(ConsultationId consultation, RoundId round, Upload upload, Instant now) {
        var id = ids.draw(consultation, round, now);
        var file = upload.file();
        try (var content = Files.newInputStream(upload.content())) {
            return switch (files.stage(
                    id.place(), file.fileName(), file.mediaType(), content, limits.attachmentBytes(), now)) {
                case StagedFiles.Staged staged -> Optional.of(new SetAside(id.id(), file));
                case StagedFiles.TooLarge tooLarge -> Optional.empty();
                case StagedFiles.Empty empty -> Optional.empty();
                case StagedFiles.Unknown unknown -> Optional.empty();
                case StagedFiles.NotArrived notArrived -> Optional.empty();
                case StagedFiles.NotAsAnnounced other -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read back; check the disk", e);
        }
    }

    /** Those of the named ones that are still here. */
    public List<SetAside> find(ConsultationId consultation, RoundId round, List<String> named) {
        return named.stream()
                .distinct()
                .limit(limits.attachments())
                .flatMap(id -> ids.read(consultation, round, id).stream())
                .flatMap(this::find)
                .toList();
    }

    private Stream<SetAside> find(UploadIds.Upload upload) {
        return files.find(upload.place()).map(staged -> new SetAside(upload.id(), staged.file())).stream();
    }
}

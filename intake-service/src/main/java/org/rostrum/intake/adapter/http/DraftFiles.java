package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rostrum.intake.domain.Draft.DraftFile;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.Drafts;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.intake.usecase.StagedFiles.StagedFile;
import org.rostrum.intake.usecase.UploadIds;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Files on their way into a draft, and out of it when it is sent. */
@ApplicationScoped
class DraftFiles {
    private final Drafts drafts;
    private final StagedFiles staged;
    private final UploadIds ids;

    DraftFiles(Drafts drafts, StagedFiles staged, UploadIds ids) {
        this.drafts = drafts;
        this.staged = staged;
        this.ids = ids;
    }

    /** Stores them; those that are listed in the draft afterwards are safe. */
    List<DraftFile> store(DraftToken token, List<Upload> uploads) {
        return uploads.stream().map(upload -> store(token, upload)).toList();
    }

    private DraftFile store(DraftToken token, Upload upload) {
        var id = UUID.randomUUID().toString();
        drafts.storeFile(token, id, upload.content());
        var file = upload.file();
        return new DraftFile(id, file.fileName(), file.mediaType(), file.size());
    }

    /** The id in a draft of a file that was sent straight into the store; empty for what is no id of its round. */
    Optional<String> idOf(Visit visit, String upload) {
        return read(visit, upload).map(DraftFiles::idOf);
    }

    private static String idOf(UploadIds.Upload upload) {
        return upload.place().file().value();
    }

    private Optional<UploadIds.Upload> read(Visit visit, String upload) {
        return ids.read(visit.definition().id(), visit.round().id(), upload);
    }

    /**
     * Takes files over that were sent straight into the store: sealed, like every other file of a draft. What has not arrived,
     * or is not what was announced, is left out. Repeating it is safe until {@link #release}.
     */
    List<DraftFile> takeOver(Visit visit, List<String> uploads, Instant now) {
        return uploads.stream()
                .flatMap(id -> read(visit, id).stream())
                .flatMap(upload -> takeOver(visit, upload, now).stream())
                .toList();
    }

    private Optional<DraftFile> takeOver(Visit visit, UploadIds.Upload upload, Instant now) {
        return switch (staged.finish(upload.place())) {
            case StagedFiles.Staged arrived -> Optional.of(sealed(visit, upload, arrived.file(), now));
            case StagedFiles.Unknown unknown -> Optional.empty();
            case StagedFiles.NotArrived notArrived -> Optional.empty();
            case StagedFiles.NotAsAnnounced other -> Optional.empty();
            case StagedFiles.TooLarge large -> Optional.empty();
            case StagedFiles.Empty empty -> Optional.empty();
        };
    }

    private DraftFile sealed(Visit visit, UploadIds.Upload upload, StagedFile arrived, Instant now) {
        var copy = temporary();
        try {
            if (!staged.fetch(arrived, copy)) {
                throw new ObjectStoreUnavailable("an upload was swept while it was taken over", null);
            }
            drafts.storeFile(visit.token(), idOf(upload), copy);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable("Reading a staged file broke off; try again.", e);
        } finally {
            remove(copy);
        }
        var file = arrived.file();
        var closing = visit.round().closesAt(visit.definition().zone());
        var begunAt = closing.filter(now::isAfter).map(closed -> upload.begunAt());
        return new DraftFile(idOf(upload), file.fileName(), file.mediaType(), file.size(), begunAt.orElse(null));
    }

    /** Removes the copies that nobody sealed, once the draft lists the sealed ones. */
    void release(Visit visit, List<String> uploads) {
        uploads.stream().flatMap(id -> read(visit, id).stream()).forEach(upload -> staged.remove(upload.place()));
    }

    static List<OfferedFile> offered(List<DraftFile> files) {
        return files.stream().map(DraftFiles::offered).toList();
    }

    private static OfferedFile offered(DraftFile file) {
        return new OfferedFile(file.name(), file.mediaType(), file.size());
    }

    /** The draft's files in temporary places, for as long as it is open. */
    static final class Fetched implements AutoCloseable {
        private final List<Upload> uploads = new ArrayList<>();

        List<Upload> uploads() {
            return List.copyOf(uploads);
        }

        @Override
        public void close() {
            uploads.forEach(upload -> remove(upload.content()));
        }
    }

    Fetched fetch(DraftToken token, List<DraftFile> files) {
        var fetched = new Fetched();
        for (var file : files) {
            var to = temporary();
            fetched.uploads.add(new Upload(offered(file), to));
            if (!drafts.fetchFile(token, file.id(), to)) {
                fetched.close();
                throw new IllegalStateException("a draft lists a file that is not there");
            }
        }
        return fetched;
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("draft", ".file");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be made; check the disk", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

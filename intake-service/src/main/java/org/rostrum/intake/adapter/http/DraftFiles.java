package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rostrum.intake.domain.Draft.DraftFile;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.Drafts;

/** Files on their way into a draft, and out of it when it is sent. */
@ApplicationScoped
class DraftFiles {
    private final Drafts drafts;

    DraftFiles(Drafts drafts) {
        this.drafts = drafts;
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

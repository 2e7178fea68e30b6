package org.rostrum.intake.usecase;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.Fingerprint;
import org.rostrum.intake.usecase.SignedNotes.Purpose;
import org.rostrum.intake.usecase.StagedFiles.FileId;
import org.rostrum.intake.usecase.StagedFiles.Owner;
import org.rostrum.intake.usecase.StagedFiles.Place;

/**
 * Ids of uploads: capabilities that say by themselves for which round and when they were made, so that no table is kept of
 * them. Whoever holds one may use the file; nobody can guess one, change one or move it to another round.
 */
public final class UploadIds {
    private static final int RANDOM_BYTES = 16;

    private final SignedNotes notes;
    private final SecureRandom random;

    public UploadIds(SignedNotes notes, SecureRandom random) {
        this.notes = notes;
        this.random = random;
    }

    /** What an id stands for. The place follows from it one-way: whoever sees the place in an address has not the id. */
    public record Upload(String id, Place place, Instant begunAt) {
        @Override
        public String toString() {
            return "Upload[begunAt=" + begunAt + "]";
        }
    }

    Upload draw(ConsultationId consultation, RoundId round, Instant now) {
        byte[] drawn = new byte[RANDOM_BYTES];
        random.nextBytes(drawn);
        var note = String.join(
                " ",
                consultation.value(),
                round.value(),
                String.valueOf(now.toEpochMilli()),
                HexFormat.of().formatHex(drawn));
        return upload(notes.sign(Purpose.UPLOAD, note), now.toEpochMilli());
    }

    /** Empty for what is no id of ours, or one of another round. */
    public Optional<Upload> read(ConsultationId consultation, RoundId round, String id) {
        return notes.read(Purpose.UPLOAD, id)
                .map(note -> note.split(" ", -1))
                .filter(words -> words[0].equals(consultation.value()) && words[1].equals(round.value()))
                .map(words -> upload(id, Long.parseLong(words[2])));
    }

    private static Upload upload(String id, long begunAt) {
        var digest = Fingerprint.of(id.getBytes(StandardCharsets.UTF_8));
        var place = new Place(new Owner(digest.substring(0, 32)), new FileId(digest.substring(32)));
        return new Upload(id, place, Instant.ofEpochMilli(begunAt));
    }
}

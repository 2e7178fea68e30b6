package org.rostrum.intake.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.OfferedFile;

/**
 * Files that arrived ahead of the submission that will name them: through intake, or straight into the object store by an
 * address that intake signed. A file counts only once it was checked and moved out of reach of every such address, so that
 * nothing that somebody sends later can change it. What no submission claims is swept after a while. Every method may throw
 * {@code ObjectStoreUnavailable}; every method may be repeated.
 */
public interface StagedFiles {

    /** Whose files they are: a secret of its holder (a draft, one upload), in 16 to 128 letters, digits, - and _. */
    record Owner(String value) {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,128}");

        public Owner {
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException("an owner has 16 to 128 letters, digits, hyphens and underscores");
            }
        }

        @Override
        public String toString() {
            return "Owner[not shown]";
        }
    }

    /** Names one file of an owner: 32 lower-case hexadecimal digits. */
    record FileId(String value) {
        private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

        public FileId {
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException("a file's id has 32 lower-case hexadecimal digits");
            }
        }

        public static Optional<FileId> parse(String text) {
            return FORM.matcher(text).matches() ? Optional.of(new FileId(text)) : Optional.empty();
        }
    }

    /** Where a file lies. */
    record Place(Owner owner, FileId file) {}

    /**
     * What its sender says of a file before it comes; the file must then be so.
     *
     * @param size in bytes
     * @param sha256 64 lower-case hexadecimal digits, if the sender knows it
     */
    record Announced(
            String fileName,
            String mediaType,
            long size,
            @Nullable String sha256) {
        @Override
        public String toString() {
            return "Announced[size=" + size + "]";
        }
    }

    /**
     * Where to PUT the bytes of an announced file.
     *
     * @param headers to be sent exactly so
     */
    record Invitation(URI url, Map<String, String> headers, Instant expiresAt) {
        public Invitation {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "Invitation[expiresAt=" + expiresAt + "]";
        }
    }

    /** A file that is here, was checked and does not change any more. */
    record StagedFile(Place place, OfferedFile file, String sha256, Instant begunAt) {
        @Override
        public String toString() {
            return "StagedFile[size=" + file.size() + "]";
        }
    }

    /** What became of a file. */
    sealed interface Arrival {}

    /** It is here. */
    record Staged(StagedFile file) implements Arrival {}

    /** Nothing was announced or staged there, or it was swept. */
    record Unknown() implements Arrival {}

    /** It was announced, and its bytes are not here (yet). */
    record NotArrived() implements Arrival {}

    /** It was larger than that many bytes; what came of it was removed. */
    record TooLarge(long limit) implements Arrival {}

    /** It has no bytes. */
    record Empty() implements Arrival {}

    /** It is not what was announced; it was removed and may be sent again. */
    record NotAsAnnounced(String what) implements Arrival {}

    /** Takes a file through intake, reading at most one byte more than the limit. An {@link IOException} is the sender's. */
    Arrival stage(Place place, String fileName, String mediaType, InputStream content, long limit, Instant now)
            throws IOException;

    /** Prepares for a file that its sender will PUT into the store. */
    Invitation begin(Place place, Announced announced, Instant now, Duration validity);

    /** Takes the bytes of a file that was begun through intake, for those who cannot reach the store; else as {@link #finish}. */
    Arrival receive(Place place, InputStream content) throws IOException;

    /** Checks a file that was begun and puts it out of reach; what was staged already is simply there. */
    Arrival finish(Place place);

    /** A file that is here. */
    Optional<StagedFile> find(Place place);

    /** Copies a file that is here to that place; false if it was swept meanwhile. */
    boolean fetch(StagedFile file, Path to) throws IOException;

    /** Every file of an owner that is here, the earliest first. */
    List<StagedFile> list(Owner owner);

    /** Lets the time until it is swept begin anew; for a draft that somebody still works on. */
    void renew(StagedFile file);

    void remove(Place place);

    /**
     * Copies it to where attachments lie, without reading it again; it stays where it is, too.
     *
     * @return empty if it was swept meanwhile
     */
    Optional<ObjectRef> claim(StagedFile file, SubmissionId submission, int version, int ordinal);

    /**
     * Removes everything staged or begun that was last touched before then.
     *
     * @return how many files
     */
    int sweep(Instant before);
}

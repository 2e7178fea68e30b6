package org.rostrum.extraction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.rostrum.extraction.Response.Status;

/** The ZIP archive that an office document is. */
final class OfficeArchive implements AutoCloseable {

    /** Of one entry, unpacked. House choice: a document of two million characters stays far below it. */
    static final long MOST_BYTES = 256L << 20;

    private final ZipFile zip;

    /** Tika salvages what it can from a cut-off archive, and nobody would know that the end is missing: we do not. */
    OfficeArchive(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    boolean has(String entry) {
        return zip.getEntry(entry) != null;
    }

    Stream<String> names() {
        return zip.stream().map(ZipEntry::getName);
    }

    /** An entry as XML, if there is one. */
    Optional<Xml> xml(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        return found == null ? Optional.empty() : Optional.of(new Xml(new Bounded(zip.getInputStream(found))));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whatever an entry claims of its size, so much comes out of it. */
    static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int got = super.read(into, start, length);
            spend(Math.max(0, got));
            return got;
        }

        private void spend(int bytes) throws Refused {
            left -= bytes;
            if (left < 0) {
                throw new Refused(Status.TOO_LARGE, "an entry unpacks to more than " + MOST_BYTES + " bytes");
            }
        }
    }
}

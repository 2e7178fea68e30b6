package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.Screening.Finding;

/**
 * Unpacks an archive into nothing, and the archives in it, to learn whether a parser could: how much comes out, whether it is
 * what the directory says, whether entries overlap or want to lie elsewhere, and what their beginnings are.
 */
final class ArchiveScreening {

    private static final int MOST_ENTRIES = 10_000;
    /** What may come out altogether: so much in any case, and so many times the file's size, but never more than that. */
    private static final long ALWAYS_ALLOWED = 20L << 20;

    private static final long TIMES_THE_SIZE = 200;
    private static final long NEVER_MORE = 512L << 20;
    /** What is looked at of an XML part. */
    private static final int MOST_XML = 16 << 20;

    private static final int LOCAL_HEADER = 30;
    private static final long IN_MEMORY = 4L << 20;

    private final int maxDepth;
    private long left;

    private ArchiveScreening(int maxDepth, long left) {
        this.maxDepth = maxDepth;
        this.left = left;
    }

    static Optional<Finding> of(Path file, Request.Limits limits) throws IOException {
        long allowed = Math.min(NEVER_MORE, ALWAYS_ALLOWED + TIMES_THE_SIZE * Files.size(file));
        return new ArchiveScreening(limits.maxDepth(), allowed).screen(file, 0);
    }

    private Optional<Finding> screen(Path file, int depth) {
        if (depth > maxDepth) {
            return found(Status.TOO_LARGE, "archives in archives");
        }
        try (ZipFile zip = open(file)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                return found(Status.TOO_LARGE, "entries");
            }
            if (overlap(entries)) {
                return found(Status.UNSAFE, "entries overlap");
            }
            for (ZipArchiveEntry entry : entries) {
                Optional<Finding> finding = screen(zip, entry, depth);
                if (finding.isPresent()) {
                    return finding;
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return found(Status.UNREADABLE, broken.getClass().getSimpleName());
        }
    }

    /** From memory where it is small: the directory and the heads of entries are read in many little pieces. */
    private static ZipFile open(Path file) throws IOException {
        return Files.size(file) > IN_MEMORY
                ? ZipFile.builder().setPath(file).get()
                : ZipFile.builder().setByteArray(Files.readAllBytes(file)).get();
    }

    private static boolean overlap(List<ZipArchiveEntry> entries) {
        List<ZipArchiveEntry> inOrder = entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList();
        long end = 0;
        for (ZipArchiveEntry entry : inOrder) {
            if (entry.getLocalHeaderOffset() < end) {
                return true;
            }
            end = entry.getLocalHeaderOffset() + LOCAL_HEADER + entry.getCompressedSize();
        }
        return false;
    }

    private Optional<Finding> screen(ZipFile zip, ZipArchiveEntry entry, int depth) throws IOException {
        if (entry.isUnixSymlink() || leavesItsFolder(entry.getName())) {
            return found(Status.UNSAFE, "entry elsewhere");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return found(Status.ENCRYPTED, "entry");
        }
        if (entry.isDirectory()) {
            return Optional.empty();
        }
        Optional<Finding> program = OfficeHazards.inName(entry.getName().toLowerCase(Locale.ROOT));
        return program.isPresent() ? program : unpack(zip, entry, depth);
    }

    private static boolean leavesItsFolder(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.indexOf('\0') >= 0
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..");
    }

    private Optional<Finding> unpack(ZipFile zip, ZipArchiveEntry entry, int depth) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] head = content.readNBytes(68);
            left -= head.length;
            if (Screening.isTestVirus(head)) {
                return found(Status.MALWARE, "EICAR");
            }
            long size;
            Optional<Finding> inside;
            if (Screening.isArchive(head)) {
                Path spooled = Files.createTempFile("nested", ".zip");
                try {
                    size = spool(head, content, spooled);
                    inside = left < 0 ? Optional.empty() : screen(spooled, depth + 1);
                } finally {
                    Files.delete(spooled);
                }
            } else {
                Kept kept = new Kept(isXml(entry.getName()));
                size = drain(head, content, kept);
                inside = kept.finding();
            }
            if (left < 0) {
                return found(Status.TOO_LARGE, "bomb");
            }
            return size == entry.getSize() ? inside : found(Status.UNREADABLE, "entry of another size");
        }
    }

    /** What the parsers of office documents read; pictures in SVG they do not, and those define entities by custom. */
    private static boolean isXml(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:xml|rels|vml)");
    }

    private long spool(byte[] head, InputStream content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return drain(head, content, out);
        }
    }

    /** Reads to the end, or until more came out than may; gives the number of bytes. */
    private long drain(byte[] head, InputStream content, OutputStream to) throws IOException {
        to.write(head);
        long size = head.length;
        byte[] buffer = new byte[65_536];
        int read;
        while (left >= 0 && (read = content.read(buffer)) >= 0) {
            to.write(buffer, 0, read);
            size += read;
            left -= read;
        }
        return size;
    }

    /** The beginning of an entry, if it is XML. */
    private static final class Kept extends OutputStream {
        private final boolean wanted;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Kept(boolean wanted) {
            this.wanted = wanted;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int start, int length) {
            if (wanted) {
                bytes.write(from, start, Math.min(length, MOST_XML - bytes.size()));
            }
        }

        Optional<Finding> finding() {
            if (!wanted) {
                return Optional.empty();
            }
            byte[] content = bytes.toByteArray();
            return XmlHazards.inPart(content).or(() -> OfficeHazards.inPart(text(content)));
        }

        private static String text(byte[] content) {
            boolean big = content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF;
            boolean little = content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE;
            return new String(content, big ? UTF_16BE : little ? UTF_16LE : ISO_8859_1);
        }
    }

    private static Optional<Finding> found(Status status, String detail) {
        return Optional.of(new Finding(status, detail));
    }
}

package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.rostrum.extraction.Response.Status;

/** Reads one file: decides its format by content, and gives its text as blocks. */
final class Extractor {

    private static final String PROTECTED_OOXML = "application/x-tika-ooxml-protected";
    private static final String PDF = "%PDF-";
    /** So much of the time for a file may be gone when a picture of text is begun. */
    private static final double UNTIL_PICTURES = 0.75;

    private static final Set<Status> OF_THE_WHOLE = Set.of(Status.TOO_LARGE, Status.UNSAFE, Status.MALWARE);

    private final Detector detector = new DefaultDetector();
    private final Readers readers;

    Extractor() {
        this(new Ocr());
    }

    Extractor(Ocr ocr) {
        this.readers = new Readers(this, ocr);
    }

    Response extract(Request request) {
        Path file = Path.of(request.file());
        Blocks blocks = new Blocks(request.limits().maxCharacters());
        String type = "";
        try {
            long size = Files.size(file);
            if (size > request.limits().maxBytes()) {
                return Response.refusal(request, Status.TOO_LARGE, "", size + " bytes");
            }
            if (size == 0) {
                return Response.refusal(request, Status.EMPTY, "", "");
            }
            type = detect(file);
            Format format = formatOf(type, request.fileName());
            type = format.mediaType();
            blocks.begin("", type, format.counts());
            Reader.Part whole =
                    new Reader.Part("", 0, format, request.languages(), request.limits(), deadline(request));
            readers.read(file, whole, blocks);
            return new Response(
                    request.requestId(),
                    Status.OK,
                    type,
                    "",
                    blocks.found(),
                    blocks.parts(),
                    blocks.flags(),
                    List.of(),
                    false);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Response.refusal(request, statusOf(broken), type, nameOf(broken));
        }
    }

    private static long deadline(Request request) {
        return System.nanoTime()
                + (long) (UNTIL_PICTURES * 1_000_000 * request.limits().timeoutMillis());
    }

    /** Reads a file in another one, as far as it can be read; what it is, and why not, is told of its part. */
    void extractInner(Path file, String name, Reader.Part outer, Blocks blocks) throws IOException {
        String partName = outer.below(name);
        int index = blocks.begin(partName, "", Response.Unit.LINES);
        try {
            if (Files.size(file) == 0) {
                throw new Refused(Status.EMPTY, "");
            }
            Optional<Screening.Finding> hazard = Screening.of(file, outer.limits());
            if (hazard.isPresent()) {
                throw new Refused(hazard.get().status(), hazard.get().detail());
            }
            Format format = formatOf(detect(file), name);
            blocks.retype(index, format);
            Reader.Part part = new Reader.Part(
                    partName, outer.depth() + 1, format, outer.languages(), outer.limits(), outer.deadline());
            readers.read(file, part, blocks);
            if (blocks.hasNothingOf(index)) {
                blocks.drop(index, Status.NO_TEXT);
            }
        } catch (Refused refused) {
            // Too much, or a trap: that concerns the whole. A part of a kind that is not read does not.
            if (OF_THE_WHOLE.contains(refused.status())) {
                throw refused;
            }
            blocks.drop(index, refused.status());
        } catch (Blocks.TooMuchText tooMuch) {
            throw tooMuch;
        } catch (IOException | RuntimeException broken) {
            blocks.drop(index, statusOf(broken));
        }
    }

    private static Format formatOf(String detected, String fileName) throws Refused {
        if (detected.equals(PROTECTED_OOXML)) {
            throw new Refused(Status.ENCRYPTED, detected);
        }
        return Format.of(detected, fileName);
    }

    /** By content alone: no name is given to the detector, which would say the same of the usual formats, only later. */
    private String detect(Path file) throws IOException {
        byte[] head = head(file);
        if (new String(head, ISO_8859_1).equals(PDF)) {
            return Format.PDF.mediaType();
        }
        Optional<String> office = Screening.isArchive(head) ? OfficeTypes.of(file) : Optional.empty();
        if (office.isPresent()) {
            return office.get();
        }
        try (TikaInputStream content = TikaInputStream.get(file)) {
            return detector.detect(content, new Metadata()).getBaseType().toString();
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(PDF.length());
        }
    }

    private static Status statusOf(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof Refused refused) {
                return refused.status();
            }
            if (cause instanceof Blocks.TooMuchText || (message != null && message.contains("Zip bomb"))) {
                return Status.TOO_LARGE;
            }
            if (cause instanceof org.apache.tika.exception.EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return Status.ENCRYPTED;
            }
        }
        return Status.UNREADABLE;
    }

    /** The kind of failure; its message may quote the file, so it stays here. */
    private static String nameOf(Throwable broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}

package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rostrum.extraction.Response.Status;

/**
 * Looks at a file before any parser does, for what no parser should open: bombs, entities, programs, archives that lie. Reads
 * bytes only and interprets as little as it can; what it does not find the parsers' own limits and the jail have to bear.
 */
final class Screening {

    private static final int HEAD = 8_192;
    /** Some programs and mail servers add to the end of a PDF. */
    private static final int TAIL = 65_536;

    private static final int MOST_TEXT = 32 << 20;
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** The test file that every scanner recognises (eicar.org); in two halves, so that none recognises this program. */
    private static final String TEST_VIRUS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + "!$H+H*";

    private Screening() {}

    /** Why a file is not opened; {@code detail} is for logs and quotes nothing of it. */
    record Finding(Status status, String detail) {}

    /** Looks at one file, and at what is in it if it is an archive; {@code empty} where a parser may have it. */
    static Optional<Finding> of(Path file, Request.Limits limits) throws IOException {
        byte[] head = head(file);
        if (isTestVirus(head)) {
            return Optional.of(new Finding(Status.MALWARE, "EICAR"));
        }
        if (isArchive(head)) {
            return ArchiveScreening.of(file, limits);
        }
        if (startsWith(head, OLE2)) {
            return OfficeHazards.inOle(Files.readAllBytes(file));
        }
        String begin = new String(head, ISO_8859_1);
        if (begin.startsWith("%PDF-")) {
            return isCutOff(file) ? Optional.of(new Finding(Status.UNREADABLE, "no end")) : Optional.empty();
        }
        if (begin.startsWith("{\\rtf")) {
            return OfficeHazards.inRtf(new String(some(file), ISO_8859_1));
        }
        return XmlHazards.looksLikeMarkup(head) ? XmlHazards.inMarkup(some(file)) : Optional.empty();
    }

    /** Readers salvage what they can from half a file, and nobody would know that the rest is missing. */
    private static boolean isCutOff(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(content.length(), TAIL)];
            content.seek(content.length() - tail.length);
            content.readFully(tail);
            return !new String(tail, ISO_8859_1).contains("%%EOF");
        }
    }

    static boolean isTestVirus(byte[] head) {
        return new String(head, 0, Math.min(head.length, TEST_VIRUS.length()), ISO_8859_1).equals(TEST_VIRUS);
    }

    static boolean isArchive(byte[] head) {
        return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] <= 8 && head[3] <= 8;
    }

    private static boolean startsWith(byte[] head, byte[] beginning) {
        if (head.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (head[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static byte[] some(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_TEXT);
        }
    }
}

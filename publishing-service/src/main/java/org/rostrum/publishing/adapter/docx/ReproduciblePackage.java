package org.rostrum.publishing.adapter.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package whose bytes follow from its parts: fixed order, fixed times, no trace of when or where it was written. */
final class ReproduciblePackage {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    /** Local time, so that no time zone changes it; a month after the first that ZIP can express, which Java writes with a zone. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    /** Readers expect the content types first (ISO/IEC 29500-2, annex C). */
    private static final Comparator<String> CONTENT_TYPES_FIRST = Comparator.<String, Boolean>comparing(
                    name -> !name.equals(CONTENT_TYPES))
            .thenComparing(Comparator.naturalOrder());

    private ReproduciblePackage() {}

    /** The same package in fixed form, with some of its parts replaced. */
    static byte[] of(byte[] archive, Map<String, byte[]> replacements) throws IOException {
        var parts = new TreeMap<String, byte[]>(CONTENT_TYPES_FIRST);
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        parts.putAll(replacements);
        return written(parts);
    }

    private static byte[] written(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(FIXED_TIME);
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

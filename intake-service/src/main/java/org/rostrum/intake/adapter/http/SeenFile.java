package org.rostrum.intake.adapter.http;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.rostrum.intake.domain.Disguise;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.Attachments.Upload;

/** A file that lies in a temporary place, after a look at its two ends. */
final class SeenFile {
    private SeenFile() {}

    static Upload of(String fileName, String mediaType, long size, Path content) {
        try (var file = new RandomAccessFile(content.toFile(), "r")) {
            boolean isDisguised = Disguise.isOne(
                    fileName, read(file, 0, Disguise.HEAD), read(file, size - Disguise.TAIL, Disguise.TAIL));
            return new Upload(new OfferedFile(fileName, mediaType, size, isDisguised), content);
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read back; check the disk", e);
        }
    }

    private static byte[] read(RandomAccessFile file, long from, int most) throws IOException {
        long start = Math.max(0, from);
        byte[] bytes = new byte[(int) Math.min(most, file.length() - start)];
        file.seek(start);
        file.readFully(bytes);
        return bytes;
    }
}

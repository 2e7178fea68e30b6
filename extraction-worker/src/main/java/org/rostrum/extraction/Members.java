package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rostrum.extraction.Response.Status;

/** Hands files that are in other files to their readers, within bounds for all of them together. */
final class Members {

    private static final int BUFFER = 16 * 1024;

    private final Extractor inner;

    Members(Extractor inner) {
        this.inner = inner;
    }

    void read(InputStream content, String name, Reader.Part outer, Blocks blocks) throws IOException {
        if (outer.depth() >= outer.limits().maxDepth()) {
            throw new Refused(Status.TOO_LARGE, "nested too deep");
        }
        blocks.countMember(outer.depth());
        Path file = Files.createTempFile("member-", ".bin");
        try {
            spool(content, file, blocks);
            inner.extractInner(file, PartName.of(name), outer, blocks);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whatever is claimed of its size. */
    private static void spool(InputStream content, Path file, Blocks blocks) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                blocks.countBytes(got);
                out.write(buffer, 0, got);
            }
        }
    }
}

package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rostrum.platform.objectstore.Sha256;

/** A file on its way through intake, on the disk for as long as it is here; larger than the limit by one byte at most. */
record Spooled(Path file, long size, String sha256) {

    static Spooled read(InputStream content, Path file, long limit) throws IOException {
        var counted = new CountedStream(content, limit);
        try (var out = Files.newOutputStream(file)) {
            var digest = Sha256.whileCopying(counted, out);
            return new Spooled(file, counted.count(), digest.hex());
        }
    }
}

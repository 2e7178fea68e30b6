package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads RTF (1.9.1) as it is shown when all changes are accepted and nothing hidden is shown. */
final class RtfReader implements Reader {

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        read(Files.readAllBytes(file), blocks);
    }

    static void read(byte[] rtf, Blocks blocks) throws IOException {
        new RtfWalk(rtf, blocks).read();
    }
}

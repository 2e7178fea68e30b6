package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads files of one format. */
interface Reader {

    /**
     * Tells what is in the file; its part has begun.
     *
     * @throws Refused if it must not be read on
     * @throws IOException if it is broken
     */
    void read(Path file, Part part, Blocks blocks) throws IOException;

    /**
     * The file that is read.
     *
     * @param name of the part, empty for the file that was sent
     * @param depth how many files it is in
     * @param format what it is
     * @param languages that pictures of text are likely written in
     * @param limits of the request
     * @param deadline in the sense of {@link System#nanoTime()}: when reading pictures ends
     */
    record Part(String name, int depth, Format format, List<String> languages, Request.Limits limits, long deadline) {

        /** The name of something in it. */
        String below(String inner) {
            return PartName.of(name.isEmpty() ? inner : name + " / " + inner);
        }
    }
}

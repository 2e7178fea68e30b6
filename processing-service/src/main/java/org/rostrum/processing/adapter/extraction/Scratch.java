package org.rostrum.processing.adapter.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A worker's own folder: what it writes while it reads a file lies there, and is gone before it reads the next. */
record Scratch(Path folder) {

    private static final long MOST_LOG_BYTES = 8L << 20;
    private static final int LAST_WORDS = 2_000;

    static Scratch create() throws IOException {
        Scratch scratch = new Scratch(Files.createTempDirectory("rostrum-extraction-"));
        Files.createDirectory(scratch.work());
        return scratch;
    }

    /** All that the worker may write. */
    Path work() {
        return folder.resolve("work");
    }

    Path log() {
        return folder.resolve("worker.log");
    }

    /** Puts the file where the worker may read it: without copying, where both lie on one disk. */
    Path take(Path file) throws IOException {
        Path taken = work().resolve("received");
        try {
            return Files.createLink(taken, file);
        } catch (IOException | UnsupportedOperationException _) {
            return Files.copy(file, taken);
        }
    }

    /** Removes what the last file left; what cannot be removed goes with the worker. */
    void sweep() {
        String[] left = work().toFile().list();
        if (left == null) {
            throw new IllegalStateException("A worker's scratch folder is gone; is something clearing the disk?");
        }
        for (String name : left) {
            remove(work().resolve(name));
        }
    }

    /** Whether it wrote more to its log than anybody will read. */
    boolean isLoud() {
        return log().toFile().length() > MOST_LOG_BYTES;
    }

    String lastWords() {
        try {
            byte[] said = Files.readAllBytes(log());
            int start = Math.max(0, said.length - LAST_WORDS);
            return new String(said, start, said.length - start, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "";
        }
    }

    void remove() {
        remove(folder);
    }

    private static void remove(Path path) {
        // Nearly always one file, and nothing else of it.
        if (path.toFile().delete()) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // The system's own temporary files: what stays is removed by its housekeeping.
        }
    }
}

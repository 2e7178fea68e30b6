package org.rostrum.benchmarks.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;

/**
 * The baseline: reads a folder of files with Tika inside one process, without any protection, and prints how many it read per
 * second the second time. Runs with the extraction worker's libraries.
 */
public final class PlainTika {
    private final AutoDetectParser parser = new AutoDetectParser();

    private PlainTika() {}

    /** FOLDER, how many files at a time. */
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (var all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        var plain = new PlainTika();
        try (var readers = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
            plain.readAll(files, readers);
            long begin = System.nanoTime();
            plain.readAll(files, readers);
            System.out.println(files.size() / ((System.nanoTime() - begin) / 1e9));
        }
    }

    private void readAll(List<Path> files, ExecutorService readers) throws Exception {
        var readings = readers.invokeAll(
                files.stream().map(file -> (Callable<Integer>) () -> read(file)).toList());
        for (var reading : readings) {
            if (reading.get() == 0) {
                throw new IllegalStateException("The baseline found no text in a file of the benchmark");
            }
        }
    }

    private int read(Path file) throws Exception {
        var handler = new BodyContentHandler(-1);
        try (var content = TikaInputStream.get(file)) {
            parser.parse(content, handler, new Metadata(), new ParseContext());
        } catch (IOException cause) {
            throw new IllegalStateException("The baseline could not read " + file, cause);
        }
        return handler.toString().strip().length();
    }
}

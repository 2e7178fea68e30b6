package org.rostrum.processing.adapter.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that are of no use any more. */
final class Folders {
    private Folders() {}

    /** Deletes what can be deleted; the rest is the system's to clean. */
    static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            System.getLogger(Folders.class.getName())
                    .log(System.Logger.Level.DEBUG, "A temporary folder stays; folder={0}", folder);
        }
    }
}

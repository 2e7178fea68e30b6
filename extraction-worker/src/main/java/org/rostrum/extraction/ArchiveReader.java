package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.rostrum.extraction.Response.Status;

/** Reads the files in a ZIP, in the order in which programs show them: each a part. */
final class ArchiveReader implements Reader {

    private static final int MOST_ENTRIES = 1_000;

    private final Members members;

    ArchiveReader(Members members) {
        this.members = members;
    }

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refused(Status.TOO_LARGE, zip.size() + " entries");
            }
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isOfTheSystem(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName, new NameOrder()))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream content = zip.getInputStream(entry)) {
                    members.read(content, entry.getName(), part, blocks);
                }
            }
        }
    }

    /** What file managers add to archives and nobody wrote. */
    private static boolean isOfTheSystem(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }
}

package org.rostrum.stack.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sorted names in folders, folders with a slash behind. A large folder is remembered for the pages that follow the first:
 * a listing of many pages sees it as it was at the first.
 */
final class Folders {
    static final int LARGE = 1_000;

    private static final int REMEMBERED = 4;
    /** How the store names what is its own. */
    private static final List<String> RESERVED = List.of(".mpus-", ".s3proxy-slash", ".s3proxy-versions");

    private final Path root;
    private final int largeFrom;
    private final Map<String, List<String>> large = new LinkedHashMap<>();

    Folders(Path root, int largeFrom) {
        this.root = root;
        this.largeFrom = largeFrom;
    }

    synchronized List<String> names(String folder, boolean fresh) {
        List<String> known = fresh ? null : large.get(folder);
        return known == null ? read(folder) : known;
    }

    private List<String> read(String folder) {
        large.remove(folder);
        List<String> names = sorted(root.resolve(folder));
        if (names.size() >= largeFrom) {
            large.put(folder, names);
            large.keySet().stream()
                    .limit(Math.max(0, large.size() - REMEMBERED))
                    .toList()
                    .forEach(large::remove);
        }
        return names;
    }

    private static List<String> sorted(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isReserved(entry))
                    .map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReserved(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return RESERVED.stream().anyMatch(name::startsWith);
    }
}

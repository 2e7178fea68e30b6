package org.rostrum.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.stack.Part;

/**
 * Ahead-of-time caches (JEP 514, 515): a JVM without one records its run, and leaves the cache when it ends in good
 * order; every later start of the same build then loads classes and profiles from it. The name of a cache carries the
 * digest of the jar, the options and the JDK, so that a stale one is never offered.
 *
 * @param folder the caches in use, shared by all states
 * @param recordings where the processes of one state leave theirs
 */
public record AotCache(Path folder, Path recordings) {

    /** What the JVM writes beside a cache until that is whole; it stays there if the writing failed. */
    private static final String UNFINISHED = ".config";

    /** The options that use the cache of this program, or that record it when there is none. */
    public List<String> options(Part part, Path jar, List<String> jvmOptions) {
        String name = name(part, jar, jvmOptions);
        Path finished = folder.resolve(name);
        String use = Files.exists(finished)
                ? "-XX:AOTCache=" + finished
                : "-XX:AOTCacheOutput=" + create(recordings).resolve(name);
        return List.of(use, "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /**
     * Takes the cache that a part's process left into use, in place of older ones; false when it left none because it was
     * using one, or none that is whole because it ended while it wrote.
     */
    public boolean adopt(Part part) {
        List<Path> recorded =
                of(part, recordings).stream().filter(AotCache::isWhole).toList();
        for (Path cache : recorded) {
            of(part, create(folder)).forEach(AotCache::delete);
            move(cache, folder.resolve(cache.getFileName()));
        }
        discard(part);
        return !recorded.isEmpty();
    }

    private static boolean isWhole(Path recorded) {
        return recorded.toString().endsWith(".aot") && !Files.exists(Path.of(recorded + UNFINISHED));
    }

    /** Drops what a process that did not end in good order may have left half written. */
    public void discard(Part part) {
        of(part, recordings).forEach(AotCache::delete);
    }

    private static List<Path> of(Part part, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(part.label() + "-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Part part, Path jar, List<String> jvmOptions) {
        try {
            String origin = String.join(
                    "\n",
                    jar.toAbsolutePath().toString(),
                    Files.getLastModifiedTime(jar).toString(),
                    Long.toString(Files.size(jar)),
                    Runtime.version().toString(),
                    String.join(" ", jvmOptions));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return part.label() + "-" + HexFormat.of().formatHex(digest, 0, 8) + ".aot";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

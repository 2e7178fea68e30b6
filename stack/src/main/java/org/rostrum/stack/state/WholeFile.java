package org.rostrum.stack.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file so that readers see the old text or the new, never a part of it. */
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path path, String text) {
        replace(path, text, "rw-r--r--");
    }

    /** As {@link #write}, readable by its owner only. */
    public static void writeSecret(Path path, String text) {
        replace(path, text, "rw-------");
    }

    private static void replace(Path path, String text, String permissions) {
        try {
            Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new", permissions(permissions));
            Files.writeString(fresh, text);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}

package org.rostrum.stack.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.process.Programs;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive that the build put on the class path. */
record PostgresBinaries(Path folder) {

    PostgresBinaries unpacked() {
        if (!Files.exists(folder.resolve("bin/postgres"))) {
            unpack();
        }
        return this;
    }

    /**
     * The command line of one of the programs. PostgreSQL refuses to run as root; inside a user namespace of its own
     * the same user is nobody to it while the files stay ours.
     */
    List<String> command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            Path unshare = Programs.find("unshare")
                    .orElseThrow(() -> new StackFailure("PostgreSQL does not run as root and the program unshare is not"
                            + " there: start as another user or install util-linux."));
            words.addAll(List.of(unshare.toString(), "--user"));
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return words;
    }

    private void unpack() {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(archive())) {
            if (archive == null) {
                throw new StackFailure("This build carries no PostgreSQL for " + archive()
                        + ": build on the machine on which it is to run.");
            }
            Files.createDirectories(folder.getParent());
            Path fresh = Files.createTempDirectory(folder.getParent(), "postgres-new");
            unpack(archive, fresh);
            moveUnlessThere(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another launcher may have been faster; its result is the same. */
    private void moveUnlessThere(Path fresh) throws IOException {
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(folder.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        boolean arm = "aarch64".equals(System.getProperty("os.arch"));
        return "/postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}

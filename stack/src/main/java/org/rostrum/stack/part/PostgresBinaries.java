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
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.process.Programs;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive that the build put on the class path. */
record PostgresBinaries(Path folder) {
    private static final String NOBODY = "65534";

    PostgresBinaries unpacked() {
        if (!Files.exists(folder.resolve("bin/postgres"))) {
            unpack();
        }
        return this;
    }

    /** The command line of one of the programs, which refuse to run as root. */
    List<String> command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(isRoot() ? withoutRoot() : List.of());
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return words;
    }

    /** Gives a folder to the user as whom the programs run; nothing to do where that is the present one. */
    void own(Path data) {
        if (isRoot() && !userNamespaces()) {
            Programs.Outcome outcome =
                    Programs.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, data.toString()), Map.of());
            if (!outcome.succeeded()) {
                throw new StackFailure("PostgreSQL's data folder could not be given to the user nobody: "
                        + outcome.output().strip());
            }
        }
    }

    /**
     * Inside a user namespace of its own the present user is nobody to PostgreSQL while the files stay ours. Where the
     * kernel forbids those, as in many containers, it really runs as nobody.
     */
    private static List<String> withoutRoot() {
        if (userNamespaces()) {
            return List.of("unshare", "--user");
        }
        if (Programs.find("setpriv").isEmpty()) {
            throw new StackFailure("PostgreSQL does not run as root and neither unshare nor setpriv of util-linux helps"
                    + " here: start as another user.");
        }
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean userNamespaces() {
        return Programs.find("unshare").isPresent()
                && Programs.run(List.of("unshare", "--user", "true"), Map.of()).succeeded();
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

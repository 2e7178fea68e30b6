package org.rostrum.stack.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.process.PidFile;
import org.rostrum.stack.process.ProcessIdentity;

/** The directory that holds everything of one running Rostrum: data, logs, pid files, secrets, endpoints. */
public record StateFolder(Path root) {
    /** What a first start writes with some room for submissions. */
    public static final long LEAST_FREE_BYTES = 1L << 30;

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    public StateFolder create() {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            for (String inner : List.of("logs", "run", "kafka", "s3", "keycloak")) {
                Files.createDirectories(root.resolve(inner));
                Files.setPosixFilePermissions(root.resolve(inner), PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException e) {
            throw new StackFailure(
                    "The state directory " + root + " cannot be written (" + e.getMessage()
                            + "): choose another with --state DIR.",
                    e);
        }
    }

    public void requireFree(long bytes) {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < bytes) {
                throw new StackFailure("The disk of " + root + " has " + megabytes(free) + " MB free and Rostrum needs "
                        + megabytes(bytes) + " MB to start: free some space or choose another place with --state DIR.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log(Part part) {
        return root.resolve("logs").resolve(part.label() + ".log");
    }

    /** What a JVM writes about its own crash; it puts its process id in place of {@code %p}. */
    public Path crashReport(Part part) {
        return root.resolve("logs").resolve(part.label() + "-crash-%p.log");
    }

    public PidFile pidFile(Part part) {
        return new PidFile(root.resolve("run").resolve(part.label() + ".pid"));
    }

    public Optional<ProcessIdentity> running(Part part) {
        return pidFile(part).running();
    }

    /** The environment of a service, kept so that a developer can start that service alone. */
    public Path environment(Part part) {
        return root.resolve("run").resolve(part.label() + ".env");
    }

    /** What a test or an operator sets beside what the launcher would set; an absent file sets nothing. */
    public Path overrides(Part part) {
        return root.resolve("overrides").resolve(part.label() + ".properties");
    }

    public Path data(Part part) {
        return root.resolve(part.label());
    }

    public Path lock() {
        return root.resolve("run").resolve("up.lock");
    }

    public Path ports() {
        return root.resolve("run").resolve("ports.properties");
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    public Path endpoints() {
        return root.resolve("endpoints.json");
    }

    public Path applied() {
        return root.resolve("run").resolve("applied.properties");
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}

package org.rostrum.extraction;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Limits what can be opened (Landlock, {@code man 7 landlock}): the system's programs, Java and the worker's own libraries
 * can be read, its scratch folder can be written, and nothing else. Holds for the thread that asks for it, and for all threads
 * and programs that it starts.
 */
final class OwnFolderOnly {

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_FOLDER = 1 << 3;
    private static final long ALL_OF_VERSION_1 = (1L << 13) - 1;
    private static final long TRUNCATE = 1L << 14;
    /** Moving between folders came with version 2, truncating with 3, device control with 5. */
    private static final List<Long> RIGHTS = List.of(
            ALL_OF_VERSION_1,
            (1L << 14) - 1,
            (1L << 15) - 1,
            (1L << 15) - 1,
            (1L << 16) - 1,
            (1L << 16) - 1,
            (1L << 16) - 1);

    private static final long NO_ABSTRACT_SOCKETS_AND_SIGNALS_OUTSIDE = 3;
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc", "/proc", "/sys", "/dev");

    private final Kernel kernel;
    private final long handled;

    private OwnFolderOnly(Kernel kernel, long handled) {
        this.kernel = kernel;
        this.handled = handled;
    }

    static boolean enforce(Kernel kernel) {
        int version = kernel.landlockVersion();
        if (version < 1) {
            return false;
        }
        long handled = RIGHTS.get(Math.min(version, RIGHTS.size()) - 1);
        return new OwnFolderOnly(kernel, handled).enforce(version);
    }

    private boolean enforce(int version) {
        int ruleset = create(version);
        if (ruleset < 0) {
            return false;
        }
        try {
            readable().forEach(path -> allow(ruleset, path, EXECUTE | READ_FILE | READ_FOLDER));
            allow(ruleset, "/dev/null", READ_FILE | WRITE_FILE);
            return allow(ruleset, System.getProperty("java.io.tmpdir"), handled) && kernel.restrictSelf(ruleset);
        } finally {
            kernel.close(ruleset);
        }
    }

    private static Stream<String> readable() {
        Stream<String> ours = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.isBlank());
        return Stream.of(SYSTEM.stream(), Stream.of(System.getProperty("java.home")), ours)
                .flatMap(paths -> paths)
                .distinct();
    }

    private int create(int version) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(version >= 6 ? 24 : 8, 8);
            attributes.set(ValueLayout.JAVA_LONG, 0, handled);
            if (version >= 6) {
                attributes.set(ValueLayout.JAVA_LONG, 16, NO_ABSTRACT_SOCKETS_AND_SIGNALS_OUTSIDE);
            }
            return kernel.createRuleset(attributes);
        }
    }

    private boolean allow(int ruleset, String path, long rights) {
        int descriptor = kernel.open(path);
        if (descriptor < 0) {
            return false;
        }
        long applicable =
                Files.isDirectory(Path.of(path)) ? rights : rights & (EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment below = arena.allocate(12, 8);
            below.set(ValueLayout.JAVA_LONG, 0, applicable & handled);
            below.set(ValueLayout.JAVA_INT, 8, descriptor);
            return kernel.addRule(ruleset, below);
        } finally {
            kernel.close(descriptor);
        }
    }
}

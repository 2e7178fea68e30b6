package org.rostrum.processing.adapter.extraction;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What stands before a worker's command, so that it runs in namespaces of its own: without interfaces, without sight of other
 * processes, without capabilities, and ended with whoever started it. Where the system does not allow that (most containers),
 * nothing: then the worker's own confinement has to do, which is there in any case.
 */
record Jail(List<String> prefix, List<String> protections) {

    private static final Logger LOG = System.getLogger(Jail.class.getName());
    private static final Jail NONE = new Jail(List.of(), List.of());
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final List<String> WITHOUT_RIGHTS =
            List.of(SETPRIV.toString(), "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--");

    Jail {
        prefix = List.copyOf(prefix);
        protections = List.copyOf(protections);
    }

    /** The closest jail in which a program really runs here. */
    static Jail found(JailPolicy policy) {
        if (policy == JailPolicy.OFF || !Files.isExecutable(UNSHARE)) {
            return NONE;
        }
        return Stream.of(
                        jail(
                                List.of("network", "processes", "mounts"),
                                "--net",
                                "--ipc",
                                "--uts",
                                "--pid",
                                "--fork",
                                "--kill-child",
                                "--mount-proc"),
                        jail(List.of("network"), "--net", "--ipc", "--uts"))
                .filter(Jail::works)
                .findFirst()
                .orElse(NONE);
    }

    private static Jail jail(List<String> protections, String... namespaces) {
        List<String> prefix = new ArrayList<>(List.of(UNSHARE.toString(), "--user", "--map-root-user"));
        prefix.addAll(List.of(namespaces));
        prefix.add("--");
        if (Files.isExecutable(SETPRIV)) {
            prefix.addAll(WITHOUT_RIGHTS);
        }
        return new Jail(
                prefix, protections.stream().map(name -> "namespace-" + name).toList());
    }

    private static boolean works(Jail jail) {
        List<String> command = new ArrayList<>(jail.prefix);
        command.add("true");
        try {
            Process trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(5, TimeUnit.SECONDS)) {
                trial.destroyForcibly();
                return false;
            }
            return trial.exitValue() == 0;
        } catch (IOException cause) {
            LOG.log(Level.DEBUG, "No namespaces for workers", cause);
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before a worker was started; ask again", interruption);
        }
    }
}

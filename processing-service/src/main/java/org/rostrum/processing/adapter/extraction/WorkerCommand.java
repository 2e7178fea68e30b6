package org.rostrum.processing.adapter.extraction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts a worker: jail, limits of the system, limits of Java, the worker. */
final class WorkerCommand {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    /** For the parsers' own temporary files: PDF streams unpacked, mail bodies. */
    private static final long MOST_BYTES_IN_A_FILE = 512L << 20;
    /** Beside the heap: code, classes, stacks, mapped files; most of it is reserved and never used. */
    private static final long ADDRESSES_BESIDE_THE_HEAP = 3L << 30;

    private static final int MOST_THREADS = 256;

    private WorkerCommand() {}

    static List<String> of(WorkerSettings settings, Jail jail, Scratch scratch) {
        List<String> command = new ArrayList<>(jail.prefix());
        if (Files.isExecutable(PRLIMIT)) {
            command.addAll(limits(settings, !jail.prefix().isEmpty()));
        }
        command.addAll(java(settings, scratch));
        return command;
    }

    private static List<String> limits(WorkerSettings settings, boolean countsItsOwnThreads) {
        List<String> limits = new ArrayList<>(List.of(
                PRLIMIT.toString(),
                // A whole life's processor time: that of one file is watched by the worker itself.
                "--cpu="
                        + settings.filesPerWorker() * Math.max(1, settings.cpu().toSeconds()),
                "--as=" + ((long) settings.heapMegabytes() * (1 << 20) + ADDRESSES_BESIDE_THE_HEAP),
                "--fsize=" + MOST_BYTES_IN_A_FILE,
                "--nofile=256",
                "--core=0"));
        if (countsItsOwnThreads) {
            limits.add("--nproc=" + MOST_THREADS);
        }
        limits.add("--");
        return limits;
    }

    private static List<String> java(WorkerSettings settings, Scratch scratch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:CompressedClassSpaceSize=96m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                // What a file needs is dead when the next one comes: room for the young saves collections.
                "-XX:NewRatio=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch.work(),
                "-Duser.home=" + scratch.work(),
                "-Drostrum.jail=" + (settings.jail() == JailPolicy.OFF ? "off" : "on"),
                "-cp",
                settings.classPath(),
                settings.mainClass(),
                Integer.toString(settings.filesPerWorker()));
    }
}

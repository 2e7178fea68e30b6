package org.rostrum.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kernel tells of a process' connections (proc(5), net/tcp). */
final class Sockets {
    private static final String LOOPBACK_4 = "0100007F";
    private static final String LOOPBACK_6 = "00000000000000000000000001000000";
    private static final String MAPPED_LOOPBACK = "0000000000000000FFFF00000100007F";
    private static final String NOBODY = "0+";

    private Sockets() {}

    /** Connections of the process and of all that it started to anything but this machine, each as the kernel writes it. */
    static List<String> ofOthersThanThisMachine(long pid) {
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .flatMap(Sockets::elsewhere)
                .toList();
    }

    private static Stream<String> elsewhere(long pid) {
        Set<String> own = inodes(pid);
        return Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(table -> lines(Path.of("/proc", pid + "", "net", table)))
                .map(String::strip)
                .filter(line -> Character.isDigit(line.charAt(0)))
                .filter(line -> own.contains(line.split("\\s+", -1)[9]))
                .filter(line -> !isHere(line.split("\\s+", -1)[2].split(":", -1)[0]));
    }

    private static boolean isHere(String remote) {
        return remote.equals(LOOPBACK_4)
                || remote.equals(LOOPBACK_6)
                || remote.equals(MAPPED_LOOPBACK)
                || remote.matches(NOBODY);
    }

    /** Of the sockets that the process has open. */
    private static Set<String> inodes(long pid) {
        try (var open = Files.list(Path.of("/proc", pid + "", "fd"))) {
            return open.map(Sockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.replaceAll("\\D", ""))
                    .collect(Collectors.toSet());
        } catch (IOException ended) {
            return Set.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException missing) {
            if (Files.exists(table)) {
                throw new UncheckedIOException(missing);
            }
            return Stream.of();
        }
    }
}

package org.rostrum.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A command that is to run on its own: in its own session where the system has {@code setsid}, so that neither Ctrl-C
 * nor the end of the terminal reaches it, with its output appended to a log.
 */
public record Launch(List<String> command, Map<String, String> environment, Path log) {
    private static final long LOG_TURNS_AT_BYTES = 16L << 20;
    /** Would change every JVM that we start, or print a line into every log. */
    private static final List<String> UNWANTED = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS");

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public ProcessIdentity start() {
        try {
            turnLog();
            ProcessBuilder builder = new ProcessBuilder(ownSession());
            builder.environment().keySet().removeAll(UNWANTED);
            builder.environment().putAll(environment);
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            long pid = builder.start().pid();
            return ProcessIdentity.running(pid).orElseGet(() -> new ProcessIdentity(pid, "ended-at-once"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment can hold secrets. */
    @Override
    public String toString() {
        return "Launch" + command;
    }

    private List<String> ownSession() {
        List<String> words = new ArrayList<>();
        Programs.find("setsid").ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(command);
        return words;
    }

    private void turnLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_TURNS_AT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines of a log, for a message about what went wrong. */
    public static List<String> lastLines(Path log, int count) {
        try (Stream<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()) {
            List<String> all = lines.toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException _) {
            return List.of();
        }
    }
}

package org.rostrum.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.rostrum.stack.part.Answers;
import org.rostrum.stack.process.Memory;
import org.rostrum.stack.process.ProcessIdentity;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.PropertiesFile;
import org.rostrum.stack.state.StateFolder;

/** The verbs that only look. */
final class Looking {
    private static final String ROW = "%-11s %-8s %8s %10s %9s  %s";

    private final StateFolder state;
    private final Progress progress;

    Looking(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void status() {
        Map<String, String> ports = PropertiesFile.read(state.ports());
        if (ports.isEmpty()) {
            throw new StackFailure("Nothing has been started in " + state.root() + " yet: ./rostrum up does.");
        }
        progress.say(String.format(Locale.ROOT, ROW, "part", "health", "pid", "uptime", "memory", "address"));
        Arrays.stream(Part.values())
                .map(part -> row(part, Integer.parseInt(ports.getOrDefault(part.label(), "0"))))
                .forEach(progress::say);
    }

    void urls(Endpoints endpoints) {
        progress.say("");
        endpoints.urls().forEach((name, url) -> progress.say(String.format(Locale.ROOT, "  %-11s %s", name, url)));
        endpoints
                .users()
                .forEach(user -> progress.say(String.format(
                        Locale.ROOT,
                        "  login       %s / %s  (%s)",
                        user.name(),
                        user.password(),
                        String.join(", ", user.roles()))));
        progress.say("");
    }

    void logs(Part part, boolean follow) {
        Path log = state.log(part);
        if (!Files.exists(log)) {
            throw new StackFailure(part.label() + " has no log in " + state.root() + ": it was never started here.");
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            print(file);
            while (follow) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                print(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        for (int count = file.read(bytes); count > 0; count = file.read(bytes)) {
            System.out.write(bytes, 0, count);
        }
        System.out.flush();
    }

    private String row(Part part, int port) {
        String url = Endpoints.url(part, port);
        return state.running(part)
                .map(process -> row(part, port, url, process))
                .orElseGet(() -> String.format(Locale.ROOT, ROW, part.label(), "down", "-", "-", "-", url));
    }

    private static String row(Part part, int port, String url, ProcessIdentity process) {
        return String.format(
                Locale.ROOT,
                ROW,
                part.label(),
                healthy(part, port) ? "ready" : "unwell",
                process.pid(),
                uptime(process.age(Instant.now())),
                (Memory.kilobytes(process) >> 10) + " MiB",
                url);
    }

    private static boolean healthy(Part part, int port) {
        return switch (part) {
            case INTAKE, PROCESSING, PUBLISHING ->
                Answers.status("http://127.0.0.1:" + port + "/q/health/ready") == 200;
            case MAIL -> Answers.listens(port);
            case KEYCLOAK -> Answers.status("http://127.0.0.1:" + port + "/realms/rostrum") == 200;
            case S3 -> Answers.status("http://127.0.0.1:" + port + "/") != 0;
            case KAFKA, POSTGRES -> Answers.listens(port);
        };
    }

    private static String uptime(Duration age) {
        return age.truncatedTo(ChronoUnit.SECONDS).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}

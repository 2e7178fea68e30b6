package org.rostrum.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Real Kafka, S3, PostgreSQL or Keycloak for the tests of any module, on free ports, in processes of their own: the
 * broker's classes never meet those of the test. This class needs nothing but the JDK, so a module takes the dependency
 * {@code org.rostrum:stack} in scope test with everything else excluded:
 *
 * <pre>{@code
 * <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
 * }</pre>
 *
 * and writes
 *
 * <pre>{@code
 * try (EmbeddedStack stack = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3)) {
 *     Map<String, String> variables = stack.environment(Part.INTAKE);
 * }
 * }</pre>
 *
 * Topics, buckets and databases are those that {@code deploy/} declares. Data stay in the state directory; a second start
 * of the same directory finds them again. The module stack must have been packaged.
 */
public final class EmbeddedStack implements AutoCloseable {
    /** The exit code by which {@code up} says that everything was running already. */
    static final int ALREADY_RUNNING = 3;

    private final Path root;
    private final Path state;
    private final Thread closing = new Thread(this::down);

    private EmbeddedStack(Path root, Path state) {
        this.root = root;
        this.state = state.toAbsolutePath();
    }

    /** Starts these parts and what they need, waits until they answer, and stops them at the latest with this JVM. */
    public static EmbeddedStack start(Path state, Part... parts) {
        return start(state, Set.of(parts));
    }

    /** As {@link #start(Path, Part...)}. */
    public static EmbeddedStack start(Path state, Set<Part> parts) {
        EmbeddedStack stack = new EmbeddedStack(root(), state);
        stack.up(parts);
        Runtime.getRuntime().addShutdownHook(stack.closing);
        return stack;
    }

    /**
     * The environment that the launcher would give this service, whether it runs or not: addresses and credentials. Its S3
     * keys open the buckets that {@code deploy/buckets.yaml} gives it; a test that plays another service uses that one's.
     */
    public Map<String, String> environment(Part service) {
        try {
            Properties properties = new Properties();
            properties.load(
                    new StringReader(Files.readString(state.resolve("run").resolve(service.label() + ".env"))));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, properties::getProperty, (a, _) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kafka's bootstrap address, host:port. */
    public String kafka() {
        return required("KAFKA_BOOTSTRAP_SERVERS");
    }

    /** Where the mails that arrived are shown, if the part {@code mail} was started. */
    public String mailPages() {
        return required("ROSTRUM_MAIL_PAGES");
    }

    /** The base URL of the S3 server; each service's environment holds its own keys. */
    public String s3() {
        return required("ROSTRUM_S3_ENDPOINT");
    }

    /**
     * Sets environment variables of a service, or properties of the broker, beside those of the launcher, from the part's
     * next start on; an empty map takes them back. The broker's lists of listeners grow by what is given.
     */
    public void override(Part part, Map<String, String> settings) {
        try {
            Path file = state.resolve("overrides").resolve(part.label() + ".properties");
            Files.createDirectories(file.getParent());
            Properties properties = new Properties();
            properties.putAll(settings);
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that serves a part, for a test that kills it at an exact moment; empty if none was noted. */
    public Optional<ProcessHandle> process(Part part) {
        try {
            Path file = state.resolve("run").resolve(part.label() + ".pid");
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ", 2)[0]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9. */
    public void kill(Part part) {
        succeed("kill", part.label());
    }

    /** Stops the part in good order where it runs, and starts it. */
    public void restart(Part part) {
        succeed("restart", part.label());
    }

    /** Starts what is not running; its data are still there. */
    public void up(Set<Part> parts) {
        String list = parts.stream().map(Part::label).collect(Collectors.joining(","));
        Answer answer = rostrum("up", "--detach", "--ports", "auto", "--only", list);
        if (answer.code() != 0 && answer.code() != ALREADY_RUNNING) {
            throw new StackFailure("The embedded stack did not start:\n" + answer.output());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(closing);
        down();
    }

    private void down() {
        succeed("down");
    }

    private String required(String variable) {
        String value = environment(Part.INTAKE).get(variable);
        if (value == null) {
            throw new IllegalStateException("The stack wrote no " + variable);
        }
        return value;
    }

    private void succeed(String... arguments) {
        Answer answer = rostrum(arguments);
        if (answer.code() != 0) {
            throw new StackFailure("rostrum " + String.join(" ", arguments) + " failed:\n" + answer.output());
        }
    }

    private Answer rostrum(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Drostrum.root=" + root,
                "-cp",
                jar(root).toString(),
                "org.rostrum.stack.Rostrum"));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--state", state.toString()));
        return run(words);
    }

    private static Answer run(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded stack was at work", e);
        }
    }

    private static Path root() {
        String given = System.getProperty("rostrum.root");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
        while (folder != null && !Files.exists(jar(folder))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new StackFailure("stack/target/stack.jar is not there: package the module stack first.");
        }
        return folder;
    }

    private static Path jar(Path root) {
        return root.resolve("stack/target/stack.jar");
    }

    private record Answer(int code, String output) {}
}

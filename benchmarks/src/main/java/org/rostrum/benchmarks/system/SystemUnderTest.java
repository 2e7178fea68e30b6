package org.rostrum.benchmarks.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rostrum.benchmarks.BenchFailure;

/** A whole Rostrum in a state directory of its own, on free ports; stopped and removed when closed. */
public final class SystemUnderTest implements AutoCloseable {
    private final Script script;
    private final Thread stopping = new Thread(this::stop, "stop");

    private SystemUnderTest(Script script) {
        this.script = script;
    }

    /**
     * Starts everything that {@code ./rostrum up} starts.
     *
     * @param state removed if it is there from an earlier benchmark
     * @param variables environment of all parts, in addition to what the launcher sets
     */
    public static SystemUnderTest start(Path root, Path state, Map<String, String> variables) {
        requireOurs(state);
        var system = new SystemUnderTest(new Script(root, state.toAbsolutePath(), variables));
        system.stop();
        system.remove();
        Runtime.getRuntime().addShutdownHook(system.stopping);
        system.markAsOurs();
        system.script.succeed("up", "--detach", "--ports", "auto");
        return system;
    }

    private static Path mark(Path state) {
        return state.resolve("made-by-a-benchmark");
    }

    /** What a benchmark did not make it must not remove. */
    private static void requireOurs(Path state) {
        if (Files.exists(state) && !Files.exists(mark(state))) {
            throw new BenchFailure(state + " was not made by a benchmark: name another directory with --state.");
        }
    }

    private void markAsOurs() {
        try {
            Files.createDirectories(script.state());
            Files.createFile(mark(script.state()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a definition to intake. */
    public void apply(String name, String yaml) {
        try {
            Path file = script.state().resolve(name + ".yaml");
            Files.writeString(file, yaml);
            script.succeed("apply", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress intake() {
        URI url = URI.create(endpoint("intake"));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort());
    }

    /** An access token of a demo user. */
    public String token(String user) {
        return script.succeed("token", user).strip();
    }

    public String kafka() {
        return endpoint("kafka");
    }

    private String endpoint(String part) {
        try {
            JsonNode endpoints = new ObjectMapper()
                    .readTree(script.state().resolve("endpoints.json").toFile());
            return endpoints.required(part).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment of a service, as the launcher wrote it down. */
    public Map<String, String> environment(String service) {
        try (var reader = Files.newBufferedReader(script.state().resolve("run").resolve(service + ".env"))) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> variables = new TreeMap<>();
            properties.stringPropertyNames().forEach(name -> variables.put(name, properties.getProperty(name)));
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running process of a part. */
    public ProcessHandle process(String part) {
        try {
            String note = Files.readString(script.state().resolve("run").resolve(part + ".pid"));
            long pid = Long.parseLong(note.substring(0, note.indexOf(' ')));
            return ProcessHandle.of(pid).orElseThrow(() -> new BenchFailure(part + " has ended; see its log."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopping);
        stop();
        remove();
    }

    private void stop() {
        if (Files.exists(script.state())) {
            script.succeed("down");
        }
    }

    private void remove() {
        if (!Files.exists(script.state())) {
            return;
        }
        try (Stream<Path> files = Files.walk(script.state())) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The state of the benchmark could not be removed", e);
        }
    }
}

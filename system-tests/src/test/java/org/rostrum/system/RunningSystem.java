package org.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** The whole system under {@code target/state}, started once for all tests with {@code ./rostrum up --detach}. */
final class RunningSystem {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path STATE = Path.of("target", "state").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALREADY_RUNNING = 3;

    private static final class Shared {
        private static final RunningSystem INSTANCE = start();
    }

    private RunningSystem() {}

    static RunningSystem shared() {
        return Shared.INSTANCE;
    }

    private static RunningSystem start() {
        var system = new RunningSystem();
        system.up();
        Runtime.getRuntime().addShutdownHook(new Thread(system::down));
        return system;
    }

    /** Starts what does not run; what runs is left alone. */
    void up() {
        var result = run("up", "--detach", "--state", STATE.toString(), "--ports", "auto");
        assertThat(result.exitCode())
                .as("./rostrum up said:%n%s", result.output())
                .isIn(0, ALREADY_RUNNING);
    }

    void down() {
        run("down", "--state", STATE.toString());
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill(String part) {
        var result = run("kill", part, "--state", STATE.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    String intake() {
        return endpoint("intake");
    }

    String processing() {
        return endpoint("processing");
    }

    String publishing() {
        return endpoint("publishing");
    }

    /** Where mails can be read. */
    String mail() {
        return endpoint("mail");
    }

    String store() {
        return endpoint("s3");
    }

    /** A JDBC URL. */
    String postgres() {
        return endpoint("postgres");
    }

    /** What the embedded stack drew for this state directory. */
    String secret(String name) {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(STATE.resolve("secrets.properties"))) {
            secrets.load(file);
            return secrets.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String user) {
        var result = run("token", user, "--state", STATE.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output().strip();
    }

    /** Name and password of a demo user who has that role. */
    Login userWithRole(String role) {
        return StreamSupport.stream(endpoints().get("users").spliterator(), false)
                .filter(user -> user.get("roles").toString().contains('"' + role + '"'))
                .map(user -> new Login(
                        user.get("name").asText(), user.get("password").asText()))
                .findFirst()
                .orElseThrow();
    }

    record Login(String name, String password) {}

    Result apply(Path definition) {
        return run("apply", definition.toString(), "--state", STATE.toString());
    }

    Path state() {
        return STATE;
    }

    /** A shell command that runs {@code ./rostrum} on this system. */
    String command(String verb, String argument) {
        return "'" + ROOT.resolve("rostrum") + "' --no-build " + verb + " " + argument + " --state '" + STATE + "'";
    }

    private String endpoint(String name) {
        return endpoints().get(name).asText();
    }

    private static JsonNode endpoints() {
        try {
            return JSON.readTree(STATE.resolve("endpoints.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Result(int exitCode, String output) {}

    Result run(String... arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("rostrum").toString(), "--no-build"));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(STATE.getParent());
            var output = Files.createTempFile(STATE.getParent(), "rostrum", ".out");
            var builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // Tests fill in forms faster than people.
            builder.environment().put("ROSTRUM_INTAKE_FORM_FASTEST", "0s");
            var process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroy();
                throw new AssertionError("./rostrum " + arguments[0] + " did not end:\n" + Files.readString(output));
            }
            var said = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

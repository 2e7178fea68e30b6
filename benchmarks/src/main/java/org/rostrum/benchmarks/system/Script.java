package org.rostrum.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rostrum.benchmarks.BenchFailure;

/** The command {@code ./rostrum} on one state directory. */
record Script(Path root, Path state, Map<String, String> variables) {
    Script {
        variables = Map.copyOf(variables);
    }

    /** What a verb said; a {@link BenchFailure} carries what it said if it did not succeed. */
    String succeed(String... words) {
        List<String> command = new ArrayList<>(List.of(root.resolve("rostrum").toString(), "--no-build"));
        command.addAll(List.of(words));
        command.addAll(List.of("--state", state.toString()));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure("./rostrum " + String.join(" ", words) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while ./rostrum " + words[0] + " was at work.", e);
        }
    }
}

package org.rostrum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command in its smallest size: that it measures and tidies up, not what the figures are. */
class IntakeBenchIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path STATE = Path.of("target", "smoke-state").toAbsolutePath();
    private static final Path JSON = Path.of("target", "smoke.json").toAbsolutePath();
    private static final List<String> PROMISED =
            List.of("rostrum_per_second", "baseline_per_second", "ratio", "p50_ms", "p99_ms");

    @Test
    void measures_writes_its_figures_finds_every_acknowledged_submission_and_leaves_nothing_behind()
            throws IOException, InterruptedException {
        Files.deleteIfExists(JSON);

        var process = new ProcessBuilder(
                        ROOT.resolve("rostrum").toString(),
                        "--no-build",
                        "bench",
                        "intake",
                        "--tiny",
                        "--state",
                        STATE.toString(),
                        "--json",
                        JSON.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        var figures = new ObjectMapper().readTree(JSON.toFile()).required("figures");
        assertThat(PROMISED)
                .allSatisfy(name -> assertThat(number(figures, name)).isPositive());
        assertThat(number(figures, "acknowledged")).isPositive();
        assertThat(number(figures, "missing_manifests")).isZero();
        assertThat(number(figures, "missing_records")).isZero();
        assertThat(STATE).doesNotExist();
    }

    private static double number(JsonNode figures, String name) {
        return figures.required(name).asDouble();
    }
}

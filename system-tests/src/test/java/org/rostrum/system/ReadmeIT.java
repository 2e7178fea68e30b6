package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's journey, run as it is printed; only the addresses are those of this system. */
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Path README = Path.of("..", "README.md");

    @Test
    void the_journey_works_as_printed(@TempDir Path folder) throws Exception {
        var system = RunningSystem.shared();
        var journey = Files.readString(README).split("## The journey", 2)[1];
        var script = BLOCK.matcher(journey)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("http://localhost:8401", system.intake())
                .replace("http://localhost:8402", system.processing())
                .replace("http://localhost:8403", system.publishing())
                .replace("./rostrum token ada", system.command("token", "ada"));
        assertThat(script).contains("/submissions").contains("/clearances").contains("compilation.docx");

        var process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        var ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroy();

        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(folder.resolve("output"), UTF_8))
                .isTrue();
        assertThat(Documents.textOfDocx(Files.readAllBytes(folder.resolve("compilation.docx"))))
                .contains("Publish IPv6 readiness figures");
    }
}

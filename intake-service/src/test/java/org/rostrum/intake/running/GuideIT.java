package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;
import static org.rostrum.intake.running.RunningIntake.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Json;
import org.rostrum.platform.objectstore.Sha256;

/** What docs/sending.md tells people to run, run. */
class GuideIT {
    private static final Path GUIDE = Path.of("../docs/sending.md");
    private static final Pattern SCRIPTS = Pattern.compile("```sh\n# (\\S+\\.sh) .*?\n```", Pattern.DOTALL);

    private final RunningIntake intake = RunningIntake.shared();

    @TempDir
    Path folder;

    @Test
    void the_script_for_big_files_brings_back_a_receipt() throws Exception {
        var file = Files.write(folder.resolve("study.pdf"), new byte[5_000_000]);
        var json = Files.writeString(
                folder.resolve("answer.json"),
                answer("See the study.").replace("\"publication\"", "\"uploads\":[\"UPLOAD\"],\"publication\""));

        var receipt = Json.mapper().readTree(run("upload.sh", Map.of("KEY", key()), file, json));

        assertThat(receipt.path("attachments").get(0).path("sha256").asText())
                .isEqualTo(Sha256.of(file).hex());
    }

    @Test
    void the_script_for_batches_ends_when_every_line_has_its_result() throws Exception {
        var lines = IntStream.range(0, 40)
                .mapToObj(i -> line(answer("Answer " + i)))
                .collect(Collectors.toCollection(ArrayList::new));
        lines.add("not JSON");
        var batch = Files.write(folder.resolve("batch.ndjson"), lines);

        run("batch.sh", Map.of("TOKEN", intake.issuer.token("bulk-submitter")), batch);

        var results = Files.readAllLines(folder.resolve("batch.ndjson.results"));
        assertThat(results).hasSize(41);
        assertThat(results.subList(0, 40)).allMatch(result -> result.endsWith("\"status\":201}"));
        assertThat(results.getLast()).contains("malformed-line");
    }

    private String run(String name, Map<String, String> variables, Path... files)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "bash", Files.writeString(folder.resolve(name), script(name)).toString()));
        for (var file : files) {
            command.add(file.toString());
        }
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(variables);
        builder.environment().putAll(Map.of("INTAKE", intake.url, "CONSULTATION", CONSULTATION, "ROUND", "first"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output + Files.readString(errors)).isZero();
        return output;
    }

    private static String script(String name) throws IOException {
        return SCRIPTS.matcher(Files.readString(GUIDE))
                .results()
                .filter(script -> script.group(1).equals(name))
                .map(script -> script.group()
                        .substring("```sh\n".length(), script.group().length() - "```".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String line(String submission) {
        return "{\"key\":\"%s\",\"submission\":%s}".formatted(key(), submission.replaceAll("\\s*\\n\\s*", ""));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}

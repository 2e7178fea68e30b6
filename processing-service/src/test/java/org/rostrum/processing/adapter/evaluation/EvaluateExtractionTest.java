package org.rostrum.processing.adapter.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.RawBlock;

class EvaluateExtractionTest {

    @TempDir
    Path set;

    @BeforeEach
    void five_files() throws IOException {
        file("whole.txt", "One two three four five six.");
        file("half.txt", "One two three four five.");
        file("broken.pdf", "");
        file("translated.txt", "eins zwei drei vier");
        file("quoted.txt", "We quote nothing at all here.");
        Files.writeString(set.resolve("items.jsonl"), """
                {"submission_id":"a","file":"whole.txt","reference_text":"one TWO three, four five six"}
                {"submission_id":"b","file":"half.txt","reference_text":"one two three four nine"}
                {"submission_id":"c","file":"broken.pdf","reference_text":"a b c d"}
                {"submission_id":"d","file":"translated.txt","reference_text":"a b c d e f g","agreement_with_pdftotext_4gram":0.1}
                {"submission_id":"e","file":"quoted.txt","summary_text":"nothing at all here, they say","page_in_pdf_4gram":0.7}
                {"submission_id":"f","text":"no file"}
                """);
    }

    @Test
    void counts_the_runs_of_the_references_that_are_found() throws IOException {
        JsonNode figures = evaluated().path("figures");

        assertThat(figures.path("share").asDouble()).isEqualTo(4.0 / 6, within(0.0001));
        assertThat(figures.path("share_mean").asDouble()).isEqualTo((1 + 0.5 + 0) / 3, within(0.0001));
        assertThat(figures.path("share_txt").asDouble()).isEqualTo(4.0 / 5, within(0.0001));
        assertThat(figures.path("files").asInt()).isEqualTo(5);
        assertThat(figures.path("quarantined_pdf").asInt()).isEqualTo(1);
        assertThat(figures.path("other_texts").asInt()).isEqualTo(1);
        assertThat(figures.path("summary_share_mean").asDouble()).isEqualTo(1.0 / 3, within(0.0001));
        assertThat(figures.path("summary_share_mean_elsewhere").asDouble()).isEqualTo(0.7);
    }

    @Test
    void gives_a_row_for_each_file() throws IOException {
        JsonNode rows = evaluated().path("predictions");

        assertThat(rows).hasSize(5);
        assertThat(rows.get(1).path("submission_id").asText()).isEqualTo("b");
        assertThat(rows.get(1).path("share").asDouble()).isEqualTo(0.5);
        assertThat(rows.get(2).path("quarantined").asText()).isEqualTo("corrupted");
        assertThat(rows.get(4).has("share")).isFalse();
    }

    @Test
    void says_which_file_is_missing() throws IOException {
        Files.delete(set.resolve("half.txt"));

        assertThatThrownBy(this::evaluated).isInstanceOf(Unusable.class).hasMessageContaining("half.txt");
    }

    private JsonNode evaluated() throws IOException {
        Path json = set.resolve("figures.json");
        var options = Options.parse(List.of("--set", set.toString(), "--json", json.toString()));
        new EvaluateExtraction(EvaluateExtractionTest::read, 2)
                .run(options, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
        return Json.mapper().readTree(json.toFile());
    }

    /** Text files as they are, anything else as broken. */
    private static Extraction read(Path file, String fileName, String mediaType) {
        try {
            return fileName.endsWith(".txt")
                    ? new Extracted("text/plain", List.of(RawBlock.paragraph(Files.readString(file))))
                    : Unreadable.because(QuarantineReason.CORRUPTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(set.resolve(name), text);
    }
}

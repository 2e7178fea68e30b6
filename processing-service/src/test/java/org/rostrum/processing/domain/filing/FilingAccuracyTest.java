package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.Span;

/**
 * Measures filing by content on real consultations, where they lie beside the project ({@code ../shared/data}, or
 * {@code -Drostrum.data=DIR}); they belong to their authors and are not part of it.
 */
class FilingAccuracyTest {

    private static final Path DATA = Path.of(System.getProperty("rostrum.data", "../../shared/data"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void files_english_answers_at_least_as_well_as_plain_word_counting() throws IOException {
        Tally tally = measure("au_srai_2023");

        assertThat(tally.accuracy()).isGreaterThanOrEqualTo(0.35);
    }

    @Test
    void files_french_answers_at_least_as_well_as_plain_word_counting() throws IOException {
        Tally tally = measure("fr_grand_debat_2019");

        assertThat(tally.accuracy()).isGreaterThanOrEqualTo(0.10);
    }

    private static Tally measure(String set) throws IOException {
        Path folder = DATA.resolve(set);
        assumeThat(folder).as("no consultation to measure on at " + folder).isDirectory();
        Map<String, ItemNumber> numbers = new LinkedHashMap<>();
        Filer filer = new Filer(
                instrument(JSON.readTree(folder.resolve("consultation.json").toFile()), numbers));
        Tally tally = new Tally();
        long start = System.nanoTime();
        for (String line : Files.readAllLines(folder.resolve("items.jsonl"))) {
            fileSubmission(JSON.readTree(line), filer, numbers, tally);
        }
        System.out.printf("%s: %s, %.0f passages/s%n", set, tally, tally.all / ((System.nanoTime() - start) / 1e9));
        return tally;
    }

    private static Instrument instrument(JsonNode consultation, Map<String, ItemNumber> numbers) {
        String language = consultation.get("language").asText();
        List<Item> items = new ArrayList<>();
        for (JsonNode question : consultation.get("questions")) {
            ItemNumber number = new ItemNumber(Integer.toString(items.size() + 1));
            numbers.put(question.get("id").asText(), number);
            items.add(new Item(
                    number,
                    ItemKind.QUESTION,
                    new LocalizedText(new LinkedHashMap<>(
                            Map.of(language, question.get("text").asText()))),
                    question.hasNonNull("short")
                            ? new LocalizedText(new LinkedHashMap<>(
                                    Map.of(language, question.get("short").asText())))
                            : null,
                    List.of(),
                    List.of()));
        }
        return Instrument.of(items, List.of(SubmissionKind.RESPONSE));
    }

    private static void fileSubmission(JsonNode submission, Filer filer, Map<String, ItemNumber> numbers, Tally tally) {
        List<ItemNumber> gold = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        for (JsonNode answer : submission.get("gold")) {
            String text = answer.get("text").asText();
            ItemNumber label = numbers.get(answer.path("question_id").asText());
            if (label != null && !text.isEmpty()) {
                gold.add(label);
                passages.add(new Passage(new Span(0, text.length()), text, 0, List.of()));
            }
        }
        List<Filing> filings = filer.fileDocument(passages);
        for (int i = 0; i < gold.size(); i++) {
            tally.count(gold.get(i), filings.get(i));
        }
    }

    private static final class Tally {
        private int all;
        private int right;
        private int inFirstThree;
        private int nowhere;
        private final Map<Integer, int[]> byTenthOfConfidence = new TreeMap<>();
        private final Map<ItemNumber, int[]> byItem = new LinkedHashMap<>();

        void count(ItemNumber gold, Filing filing) {
            boolean hit = filing.items().contains(gold);
            all++;
            right += hit ? 1 : 0;
            nowhere += filing.answersNoQuestion() ? 1 : 0;
            inFirstThree += hit
                            || filing.runnersUp().stream()
                                    .limit(2)
                                    .anyMatch(other -> other.item().equals(gold))
                    ? 1
                    : 0;
            int[] tenth = byTenthOfConfidence.computeIfAbsent((int) (filing.confidence() * 10), _ -> new int[2]);
            tenth[0] += hit ? 1 : 0;
            tenth[1]++;
            byItem.computeIfAbsent(gold, _ -> new int[3])[0] += hit ? 1 : 0;
            byItem.computeIfAbsent(gold, _ -> new int[3])[1]++;
            filing.items().forEach(item -> byItem.computeIfAbsent(item, _ -> new int[3])[2]++);
        }

        double accuracy() {
            return (double) right / all;
        }

        private double macroF1() {
            return byItem.values().stream()
                    .filter(counts -> counts[1] > 0)
                    .mapToDouble(counts -> 2.0 * counts[0] / (counts[1] + counts[2]))
                    .average()
                    .orElse(0);
        }

        @Override
        public String toString() {
            StringBuilder calibration = new StringBuilder();
            byTenthOfConfidence.forEach((tenth, counts) ->
                    calibration.append(" .%d:%.2f(%d)".formatted(tenth, (double) counts[0] / counts[1], counts[1])));
            return "%d passages, accuracy %.3f, macro-F1 %.3f, top-3 %.3f, filed nowhere %d; right by confidence%s"
                    .formatted(all, accuracy(), macroF1(), (double) inFirstThree / all, nowhere, calibration);
        }
    }
}

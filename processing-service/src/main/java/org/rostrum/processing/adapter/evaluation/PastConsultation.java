package org.rostrum.processing.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.domain.filing.Instrument;

/**
 * A consultation of the past with the answers that were given, as {@code consultation.json} and {@code items*.jsonl} tell it.
 * Texts are a string, or an object of a string for each language.
 */
public final class PastConsultation {
    private final Instrument instrument;
    private final SequencedMap<String, ItemNumber> numbers;
    private final List<Submission> submissions;

    private PastConsultation(
            Instrument instrument, SequencedMap<String, ItemNumber> numbers, List<Submission> submissions) {
        this.instrument = instrument;
        this.numbers = numbers;
        this.submissions = List.copyOf(submissions);
    }

    /**
     * One submission.
     *
     * @param text all of it, if the set has it
     * @param group of stakeholders, if the set says; else whether it came in the name of an organisation
     */
    public record Submission(
            String id,
            @Nullable String language,
            @Nullable String text,
            String group,
            String country,
            List<Gold> gold) {}

    /**
     * A passage with its true question.
     *
     * @param index its place in the submission
     * @param question absent if the source does not say
     * @param offTopic whether it is known to answer no question
     */
    public record Gold(int index, String text, Optional<ItemNumber> question, boolean offTopic) {}

    public static PastConsultation read(Path folder) {
        try {
            var consultation =
                    Json.mapper().readTree(folder.resolve("consultation.json").toFile());
            var numbers = numbers(consultation);
            var instrument = Instrument.of(new Tree(consultation, numbers).items(), List.of());
            var submissions = new ArrayList<Submission>();
            for (Path file : itemFiles(folder)) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        submissions.add(submission(Json.mapper().readTree(line), numbers));
                    }
                }
            }
            return new PastConsultation(instrument, numbers, submissions);
        } catch (IOException e) {
            throw new UncheckedIOException("The consultation in " + folder + " cannot be read.", e);
        }
    }

    private static List<Path> itemFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("items.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** An id that can be printed as a number is one, so that headings can name it; otherwise questions are counted. */
    private static SequencedMap<String, ItemNumber> numbers(JsonNode consultation) {
        var ids = new LinkedHashSet<String>();
        consultation
                .path("questions")
                .forEach(question -> ids.add(question.path("id").asText()));
        if (ids.isEmpty()) {
            throw new Unusable("consultation.json names no questions.");
        }
        boolean printable = ids.stream().allMatch(ItemNumber::isValid);
        var numbers = new LinkedHashMap<String, ItemNumber>();
        ids.forEach(id -> numbers.put(id, new ItemNumber(printable ? id : String.valueOf(numbers.size() + 1))));
        return numbers;
    }

    private static Submission submission(JsonNode json, Map<String, ItemNumber> numbers) {
        var gold = new ArrayList<Gold>();
        int index = 0;
        for (JsonNode passage : json.path("gold")) {
            String text = passage.path("text").asText("");
            if (!text.isBlank()) {
                gold.add(new Gold(
                        index,
                        text,
                        Optional.ofNullable(
                                numbers.get(passage.path("question_id").asText(""))),
                        passage.path("off_topic").asBoolean(false)));
            }
            index++;
        }
        String language =
                json.path("text_language").asText(json.path("language").asText(null));
        return new Submission(
                json.path("submission_id").asText(),
                language,
                json.path("text").asText(null),
                json.path("stakeholder_type").asText(json.hasNonNull("organisation") ? "organisation" : "person"),
                json.path("country").asText(""),
                gold);
    }

    public Instrument instrument() {
        return instrument;
    }

    public List<Submission> submissions() {
        return submissions;
    }

    /** The question's id in the set. */
    public String id(ItemNumber number) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(number.value());
    }

    /** Areas with their questions below them, and questions below questions. */
    private record Tree(JsonNode consultation, Map<String, ItemNumber> numbers) {

        List<Item> items() {
            var items = new ArrayList<Item>();
            int count = 0;
            for (JsonNode area : consultation.path("areas")) {
                count++;
                var below = below(area.path("id").asText());
                if (!below.isEmpty()) {
                    items.add(new Item(
                            new ItemNumber("area" + count),
                            ItemKind.SECTION,
                            text(area, "text"),
                            null,
                            List.of(),
                            below));
                }
            }
            items.addAll(below(""));
            return items;
        }

        private List<Item> below(String parent) {
            var items = new ArrayList<Item>();
            for (JsonNode question : consultation.path("questions")) {
                String above = question.path("parent").asText("");
                boolean known = numbers.containsKey(above) || isArea(above);
                if ((known ? above : "").equals(parent)) {
                    items.add(item(question));
                }
            }
            return items;
        }

        private boolean isArea(String id) {
            for (JsonNode area : consultation.path("areas")) {
                if (area.path("id").asText().equals(id)) {
                    return true;
                }
            }
            return false;
        }

        private Item item(JsonNode question) {
            String id = question.path("id").asText();
            var number = numbers.get(id);
            if (number == null) {
                throw new Unusable("A question has no id.");
            }
            return new Item(
                    number,
                    ItemKind.QUESTION,
                    text(question, "text"),
                    question.hasNonNull("short") ? text(question, "short") : null,
                    List.of(SubmissionKind.RESPONSE),
                    below(id));
        }

        private LocalizedText text(JsonNode node, String field) {
            var texts = new LinkedHashMap<String, String>();
            add(node.path(field), consultation.path("language").asText("en"), texts);
            for (String translations : List.of("translations", field + "_translations")) {
                node.path(translations)
                        .properties()
                        .forEach(entry -> add(
                                entry.getValue().isObject() ? entry.getValue().path(field) : entry.getValue(),
                                entry.getKey(),
                                texts));
            }
            node.properties().forEach(entry -> {
                if (entry.getKey().matches(field + "_[a-z]{2,3}")) {
                    add(entry.getValue(), entry.getKey().substring(field.length() + 1), texts);
                }
            });
            return new LocalizedText(texts);
        }

        private static void add(JsonNode value, String language, Map<String, String> texts) {
            if (value.isTextual() && !value.asText().isBlank()) {
                texts.put(language, value.asText());
            } else if (value.isObject()) {
                value.properties().forEach(entry -> add(entry.getValue(), entry.getKey(), texts));
            }
        }
    }
}

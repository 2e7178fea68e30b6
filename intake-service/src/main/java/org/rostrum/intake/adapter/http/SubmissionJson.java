package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;

/**
 * Reads the JSON of a submission as a tree, so that every wrong field can be named at once. Not JSON at all (also: a name
 * twice, invalid UTF-8, nesting beyond reason) is an exception.
 */
final class SubmissionJson {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FAULTS = 100;
    /** Each token becomes an object: four megabytes of "[[]," would fill the heap. */
    private static final int MOST_TOKENS = 100_000;

    private static final int MOST_ANSWERS = 1_000;
    private static final int MOST_UPLOADS = 1_000;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Integer.MAX_VALUE) // the body was bounded when it was read
                            .maxNameLength(LONGEST_NAME)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS = Set.of(
            "kind",
            "respondent",
            "onBehalfOf",
            "language",
            "summary",
            "answers",
            "text",
            "publication",
            "declaration",
            "uploads");
    private static final Set<String> RESPONDENT_FIELDS =
            Set.of("givenName", "familyName", "jobTitle", "organisation", "country", "stakeholderGroup", "email");
    private static final Set<String> ANSWER_FIELDS = Set.of("item", "text");

    private final List<WrongField> wrong = new ArrayList<>();

    private SubmissionJson() {}

    /**
     * What was read, and what of it has the wrong shape.
     *
     * @param uploads ids of files that arrived ahead, in their order
     */
    record Reading(SubmissionDraft draft, List<String> uploads, List<WrongField> wrong) {}

    /** These bytes are no JSON that we take. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotJson(String reason, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static Reading read(byte[] json) throws NotJson {
        return read(tree(json));
    }

    /** Any JSON that we take, whatever it is about. */
    static JsonNode tree(byte[] json) throws NotJson {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return MAPPER.readTree(text);
        } catch (CharacterCodingException e) {
            throw new NotJson("It is not valid UTF-8.", e);
        } catch (JsonProcessingException e) {
            throw new NotJson(reason(e), e);
        }
    }

    /** Jackson's words name its classes and quote what was sent; neither goes out. */
    private static String reason(JsonProcessingException e) {
        var message = e.getOriginalMessage();
        var what = message.startsWith("Duplicate field")
                ? "A name occurs twice in one object"
                : message.contains("nesting depth")
                        ? "It is nested too deeply"
                        : message.contains("Token count") ? "It has too many parts" : "It breaks";
        var at = e.getLocation();
        return at == null ? what + "." : "%s at line %d, column %d.".formatted(what, at.getLineNr(), at.getColumnNr());
    }

    static Reading read(JsonNode root) {
        var reader = new SubmissionJson();
        var draft = reader.draft(root);
        var uploads = reader.uploads(root.get("uploads"));
        return new Reading(draft, uploads, List.copyOf(reader.wrong));
    }

    private List<String> uploads(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_UPLOADS) {
            fault("/uploads", new WrongField.WrongType("a list of ids of uploads"));
            return List.of();
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < node.size(); i++) {
            var id = text("/uploads/" + i, node.get(i));
            ids.add(id == null ? "" : id);
        }
        return ids;
    }

    private SubmissionDraft draft(JsonNode root) {
        requireObject("", root, FIELDS);
        return new SubmissionDraft(
                text("/kind", root.get("kind")),
                person(root.get("respondent")),
                text("/onBehalfOf", root.get("onBehalfOf")),
                text("/language", root.get("language")),
                text("/summary", root.get("summary")),
                answers(root.get("answers")),
                text("/text", root.get("text")),
                text("/publication", root.get("publication")),
                truth("/declaration", root.get("declaration")));
    }

    private SubmissionDraft.Person person(@Nullable JsonNode node) {
        if (node == null || node.isNull() || !requireObject("/respondent", node, RESPONDENT_FIELDS)) {
            return SubmissionDraft.Person.NOBODY;
        }
        return new SubmissionDraft.Person(
                text("/respondent/givenName", node.get("givenName")),
                text("/respondent/familyName", node.get("familyName")),
                text("/respondent/jobTitle", node.get("jobTitle")),
                text("/respondent/organisation", node.get("organisation")),
                text("/respondent/country", node.get("country")),
                text("/respondent/stakeholderGroup", node.get("stakeholderGroup")),
                text("/respondent/email", node.get("email")));
    }

    private List<SubmissionDraft.Box> answers(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            fault("/answers", new WrongField.WrongType("a list of objects with item and text"));
            return List.of();
        }
        if (node.size() > MOST_ANSWERS) {
            fault("/answers", new WrongField.WrongType("a list of at most %,d answers".formatted(MOST_ANSWERS)));
            return List.of();
        }
        var boxes = new ArrayList<SubmissionDraft.Box>();
        for (int i = 0; i < node.size(); i++) {
            boxes.add(answer("/answers/" + i, node.get(i)));
        }
        return boxes;
    }

    private SubmissionDraft.Box answer(String pointer, JsonNode node) {
        return requireObject(pointer, node, ANSWER_FIELDS)
                ? new SubmissionDraft.Box(
                        text(pointer + "/item", node.get("item")), text(pointer + "/text", node.get("text")))
                : new SubmissionDraft.Box(null, null);
    }

    private boolean requireObject(String pointer, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            fault(pointer, new WrongField.WrongType("an object"));
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), new WrongField.UnknownField());
            }
        });
        return true;
    }

    private @Nullable String text(String pointer, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            fault(pointer, new WrongField.WrongType("a text"));
            return null;
        }
        return node.textValue();
    }

    private @Nullable Boolean truth(String pointer, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            fault(pointer, new WrongField.WrongType("true or false"));
            return null;
        }
        return node.booleanValue();
    }

    private void fault(String pointer, WrongField.Fault fault) {
        if (wrong.size() < MOST_FAULTS) {
            wrong.add(new WrongField(pointer, fault));
        }
    }
}

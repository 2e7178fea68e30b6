package org.rostrum.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The committed JSON Schemas and AsyncAPI document say exactly what the records say. To renew them after a deliberate
 * change: {@code mvn test -pl contracts -Dtest=SchemaDriftTest -Dschemas.write=true}.
 */
class SchemaDriftTest {
    private static final Path SCHEMAS = Path.of("schemas");
    private static final Path ASYNC_API = Path.of("asyncapi.json");
    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", Duration.class, "duration", ZoneId.class, "time-zone");

    @Test
    void committed_schemas_match_the_records() throws IOException {
        var generated = schemas();

        renewIfAsked(generated);

        for (var entry : generated.entrySet()) {
            assertThat(Files.readString(SCHEMAS.resolve(entry.getKey())))
                    .as(entry.getKey())
                    .isEqualTo(pretty(entry.getValue()));
        }
        try (var files = Files.list(SCHEMAS)) {
            assertThat(files.map(
                            file -> Objects.requireNonNull(file.getFileName()).toString()))
                    .containsExactlyInAnyOrderElementsOf(generated.keySet());
        }
    }

    @Test
    void committed_async_api_matches_topics_and_event_types() throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            Files.writeString(ASYNC_API, pretty(asyncApi()));
        }

        assertThat(Files.readString(ASYNC_API)).isEqualTo(pretty(asyncApi()));
    }

    @Test
    void a_changed_field_would_be_noticed() {
        record Before(String name) {}
        record After(String title) {}

        assertThat(pretty(schema(Before.class))).isNotEqualTo(pretty(schema(After.class)));
    }

    private static void renewIfAsked(Map<String, JsonNode> generated) throws IOException {
        if (!Boolean.getBoolean("schemas.write")) {
            return;
        }
        Files.createDirectories(SCHEMAS);
        for (var entry : generated.entrySet()) {
            Files.writeString(SCHEMAS.resolve(entry.getKey()), pretty(entry.getValue()));
        }
    }

    private static Map<String, JsonNode> schemas() {
        var byFile = new TreeMap<String, JsonNode>();
        for (var type : EventType.values()) {
            byFile.put(type.wireName() + ".schema.json", schema(type.eventClass()));
        }
        byFile.put("submission-manifest.v1.schema.json", schema(SubmissionManifest.class));
        byFile.put("public-contribution.v1.schema.json", schema(PublicContribution.class));
        return byFile;
    }

    private static JsonNode schema(Class<?> record) {
        var builder = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.NONPUBLIC_STATIC_FIELDS, Option.PUBLIC_STATIC_FIELDS)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> plain(type.getErasedType()));
        builder.forFields()
                .withRequiredCheck(
                        field -> isRequired(field.getDeclaringType().getErasedType(), field.getDeclaredName()));
        return new SchemaGenerator(builder.build()).generateSchema(record);
    }

    /** Values that are one string on the wire, and texts by language. */
    private static @Nullable CustomDefinition plain(Class<?> type) {
        var node = Json.mapper().createObjectNode();
        if (type.isEnum()) {
            var words = node.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants())
                    .map(c -> KebabCase.of((Enum<?>) c))
                    .forEach(words::add);
            return new CustomDefinition(node, true);
        }
        if (type == LocalizedText.class) {
            node.put("type", "object").putObject("additionalProperties").put("type", "string");
            return new CustomDefinition(node, true);
        }
        if (FORMATS.containsKey(type)) {
            return new CustomDefinition(node.put("type", "string").put("format", FORMATS.get(type)), true);
        }
        return isOneString(type) ? new CustomDefinition(node.put("type", "string"), true) : null;
    }

    private static boolean isOneString(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private static boolean isRequired(Class<?> record, String field) {
        return component(record, field)
                .map(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !Collection.class.isAssignableFrom(component.getType()))
                .orElse(false);
    }

    private static Optional<RecordComponent> component(Class<?> record, String name) {
        return Optional.ofNullable(record.getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }

    private static JsonNode asyncApi() {
        var document = Json.mapper().createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Rostrum events")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in Kafka's binary mode. Additive changes only; unknown fields are ignored.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        for (var topic : Topic.values()) {
            describe(topic, channels, operations);
        }
        return document;
    }

    private static void describe(Topic topic, ObjectNode channels, ObjectNode operations) {
        var name = topic.topicName();
        var channel = channels.putObject(name).put("address", name);
        var messages = channel.putObject("messages");
        Arrays.stream(EventType.values())
                .filter(type -> topic.family().isAssignableFrom(type.eventClass()))
                .forEach(type -> message(messages.putObject(type.wireName()), type));
        var operation = operations.putObject(topic.writer() + "-writes-" + name).put("action", "send");
        operation
                .putObject("channel")
                .put("$ref", "#/channels/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private static void message(ObjectNode message, EventType type) {
        message.put("name", type.wireName());
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject(EventCodec.SPEC_VERSION).put("const", "1.0");
        headers.putObject(EventCodec.TYPE).put("const", type.wireName());
        for (var header : new String[] {EventCodec.ID, EventCodec.SOURCE, EventCodec.SUBJECT}) {
            headers.putObject(header).put("type", "string");
        }
        headers.putObject(EventCodec.TIME).put("type", "string").put("format", "date-time");
        message.putObject("payload").put("$ref", "schemas/" + type.wireName() + ".schema.json");
    }

    private static String pretty(JsonNode node) {
        return node.toPrettyString() + "\n";
    }
}

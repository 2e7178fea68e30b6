package org.rostrum.intake.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.intake.usecase.DefinitionSchema;

/** The schema that is committed under {@code deploy/schema}, travels in the jar and is served as it is. */
public final class NetworkntDefinitionSchema implements DefinitionSchema {
    private static final String RESOURCE = "/schema/consultation.schema.json";

    private final String text;
    private final JsonSchema schema;

    public NetworkntDefinitionSchema() {
        this.text = read();
        var config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .errorMessageKeyword("message")
                .build();
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, config);
    }

    @Override
    public List<Violation> violations(JsonNode definition) {
        var bySchema = schema.validate(definition).stream().map(NetworkntDefinitionSchema::violation);
        return Stream.concat(bySchema, unknownZone(definition).stream())
                .distinct()
                .toList();
    }

    /** JSON Schema has no word for the names of time zones, and all faults are to be named at once. */
    private static Optional<Violation> unknownZone(JsonNode definition) {
        var zone = definition.path("zone");
        if (!zone.isTextual() || ZoneId.getAvailableZoneIds().contains(zone.textValue())) {
            return Optional.empty();
        }
        return Optional.of(new Violation("/zone", "is not the name of a time zone, such as Europe/Zurich"));
    }

    private static Violation violation(ValidationMessage message) {
        var at = message.getInstanceLocation().toString();
        var property = message.getProperty();
        var words = message.getMessage();
        return new Violation(
                property == null ? at : at + "/" + property,
                words.startsWith(at + ": ") ? words.substring(at.length() + 2) : words);
    }

    @Override
    public String text() {
        return text;
    }

    private static String read() {
        try (InputStream in = NetworkntDefinitionSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rostrum.intake.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The published JSON Schema of a consultation's definition. */
public interface DefinitionSchema {

    /** One place that does not follow the schema; {@code pointer} is a JSON Pointer into the definition. */
    record Violation(String pointer, String message) {}

    /** Everything that does not follow the schema; empty if all does. */
    List<Violation> violations(JsonNode definition);

    /** The schema itself, as it is published. */
    String text();
}

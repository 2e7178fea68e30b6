package org.rostrum.stack.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rostrum.stack.StackFailure;

/** Puts consultation definitions to intake's API, as a manager would. */
public record Consultations(String intake, String token) {

    /** Applies one YAML definition and returns its consultation's id. */
    public String apply(Path file) {
        String definition = read(file);
        String id = id(file, definition);
        new Http()
                .bearing(token)
                .put(intake + "/api/v1/consultations/" + id, "application/yaml", definition)
                .orFail("Intake refused " + file);
        return id;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read: give the path of a consultation's YAML file.", e);
        }
    }

    private static String id(Path file, String definition) {
        try {
            JsonNode id =
                    new ObjectMapper(new YAMLFactory()).readTree(definition).path("id");
            if (!id.isTextual() || !id.asText().matches("[a-z0-9][a-z0-9-]*")) {
                throw new StackFailure(file + " has no id of lower-case letters, digits and hyphens: add one.");
            }
            return id.asText();
        } catch (JacksonException e) {
            throw new StackFailure(file + " is not valid YAML: " + e.getOriginalMessage() + ".", e);
        }
    }

    @Override
    public String toString() {
        return "Consultations[" + intake + "]";
    }
}

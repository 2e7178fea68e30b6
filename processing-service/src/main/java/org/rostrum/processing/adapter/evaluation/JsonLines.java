package org.rostrum.processing.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rostrum.contracts.Json;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;

/** Files of a set that hold one JSON object a line. */
final class JsonLines {
    private JsonLines() {}

    static List<JsonNode> of(Path file) {
        try {
            var lines = new ArrayList<JsonNode>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    lines.add(Json.mapper().readTree(line));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new Unusable("The set has no readable " + file.getFileName() + ".");
        }
    }
}

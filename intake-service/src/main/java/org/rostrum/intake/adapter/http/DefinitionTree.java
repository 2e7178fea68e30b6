package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Json;

/** A definition as a tree that managers' pages change here and there; what comes out is checked as if it had been sent whole. */
final class DefinitionTree {
    private static final String AREAS = "areas";

    private final ObjectNode root;

    private DefinitionTree(ObjectNode root) {
        this.root = root;
    }

    static DefinitionTree of(ConsultationDefinition definition) {
        ObjectNode root = Json.mapper().valueToTree(definition);
        root.path("rounds").forEach(round -> {
            if (round.has("instrumentOf")) {
                ((ObjectNode) round).remove("instrument"); // it comes with the other round
            }
        });
        return new DefinitionTree(root);
    }

    static DefinitionTree empty() {
        return new DefinitionTree(Json.mapper().createObjectNode());
    }

    ObjectNode root() {
        return root;
    }

    /** As organisers keep it in a file. */
    String yaml() {
        try {
            var text = Json.yamlMapper().writeValueAsString(root);
            return text.startsWith("---\n") ? text.substring(4) : text;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ArrayNode rounds() {
        return root.withArray("/rounds");
    }

    Optional<ObjectNode> round(String id) {
        return find(rounds(), "id", id).map(place -> (ObjectNode) place.list().get(place.index()));
    }

    int roundIndex(String id) {
        return find(rounds(), "id", id).map(Place::index).orElse(-1);
    }

    ObjectNode addRound() {
        return rounds().addObject();
    }

    void removeRound(String id) {
        find(rounds(), "id", id).ifPresent(place -> place.list().remove(place.index()));
    }

    /** Where something stands in a list. */
    record Place(ArrayNode list, int index, String pointer) {
        ObjectNode node() {
            return (ObjectNode) list.get(index);
        }

        void moveBy(int steps) {
            int to = index + steps;
            if (to >= 0 && to < list.size()) {
                JsonNode moved = list.remove(index);
                list.insert(to, moved);
            }
        }
    }

    /** The item of that number, however deep. */
    Optional<Place> item(String round, String number) {
        int index = roundIndex(round);
        return round(round)
                .flatMap(found -> item(found.withArray("/instrument"), number, "/rounds/" + index + "/instrument"));
    }

    private static Optional<Place> item(ArrayNode items, String number, String pointer) {
        for (int i = 0; i < items.size(); i++) {
            var here = items.get(i);
            if (here.path("number").asText().equals(number)) {
                return Optional.of(new Place(items, i, pointer + "/" + i));
            }
            if (here.path(AREAS) instanceof ArrayNode areas) {
                var found = item(areas, number, pointer + "/" + i + "/" + AREAS);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A new item at the end of the round, or of those below {@code parent}; empty if the parent is not there. */
    Optional<Place> addItem(String round, @Nullable String parent) {
        if (parent == null || parent.isEmpty()) {
            int index = roundIndex(round);
            return round(round).map(found -> added(found.withArray("/instrument"), "/rounds/" + index + "/instrument"));
        }
        return item(round, parent)
                .map(place -> added(place.node().withArray("/" + AREAS), place.pointer() + "/" + AREAS));
    }

    private static Place added(ArrayNode list, String pointer) {
        list.addObject();
        return new Place(list, list.size() - 1, pointer + "/" + (list.size() - 1));
    }

    private static Optional<Place> find(ArrayNode list, String field, String value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(field).asText().equals(value)) {
                return Optional.of(new Place(list, i, "/" + i));
            }
        }
        return Optional.empty();
    }
}

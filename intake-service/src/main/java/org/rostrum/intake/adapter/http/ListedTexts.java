package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rostrum.contracts.LocalizedText;

/**
 * Lists of short texts as managers type them: one a line, {@code English | fr: French | es: Spanish}; and lists of language
 * tags with commas between them.
 */
final class ListedTexts {
    private ListedTexts() {}

    static String lines(List<LocalizedText> texts) {
        return texts.stream().map(ListedTexts::line).collect(Collectors.joining("\n"));
    }

    private static String line(LocalizedText text) {
        return text.byLanguage().entrySet().stream()
                .map(entry -> entry.getKey().equals("en") ? entry.getValue() : entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(" | "));
    }

    static void texts(Fields fields, ObjectNode into, String name) {
        var list = into.arrayNode();
        fields.value(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var text = list.addObject();
                    Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .forEach(part -> {
                                boolean tagged = part.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?:\\s+\\S.*");
                                text.put(
                                        tagged ? part.substring(0, part.indexOf(':')) : "en",
                                        tagged
                                                ? part.substring(part.indexOf(':') + 1)
                                                        .strip()
                                                : part);
                            });
                });
        put(into, name, list);
    }

    static void tags(Fields fields, ObjectNode into, String name) {
        var list = into.arrayNode();
        Arrays.stream(fields.value(name).split("[,\\s]+", -1))
                .filter(tag -> !tag.isEmpty())
                .forEach(list::add);
        put(into, name, list);
    }

    private static void put(ObjectNode into, String name, ArrayNode list) {
        if (list.isEmpty()) {
            into.remove(name);
        } else {
            into.set(name, list);
        }
    }
}

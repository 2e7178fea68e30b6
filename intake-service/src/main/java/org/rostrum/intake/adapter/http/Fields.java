package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.usecase.DefinitionSchema.Violation;

/** The fields of a manager's form: what stands in them, and what is wrong with them. A text has one field for each language. */
public final class Fields {
    private static final List<String> USUAL = List.of("en", "fr", "es", "ar", "zh", "ru");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Fields() {}

    static Fields empty() {
        return new Fields();
    }

    static Fields posted(MultivaluedMap<String, String> form) {
        var fields = new Fields();
        form.forEach((name, given) -> fields.values.put(name, given.isEmpty() ? "" : given.getFirst()));
        return fields;
    }

    /** What a definition holds there: lines, texts in languages, and lists as ticked boxes. */
    static Fields of(JsonNode node) {
        var fields = new Fields();
        node.properties().forEach(entry -> fields.read(entry.getKey(), entry.getValue()));
        return fields;
    }

    private void read(String name, JsonNode value) {
        if (value.isValueNode()) {
            values.put(name, value.asText());
        } else if (value.isObject()) {
            value.properties()
                    .forEach(text -> values.put(
                            name + "." + text.getKey(), text.getValue().asText()));
        } else {
            value.forEach(one -> {
                if (one.isTextual()) {
                    values.put(name + "." + one.asText(), "on");
                }
            });
        }
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return !value(name).isBlank();
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** A complaint of the summary at the top, with the field that it leads to. */
    public record Complaint(String field, String message) {}

    public List<Complaint> complaints() {
        return errors.entrySet().stream()
                .map(error -> new Complaint(error.getKey(), error.getValue()))
                .toList();
    }

    /** Languages with a field each: the six of the interface, and whatever else is used. */
    public List<PageLanguage.Choice> languages() {
        Set<String> tags = new LinkedHashSet<>(USUAL);
        values.keySet().stream()
                .filter(name -> name.matches("(title|organiser|publication|followedBy|text|shortTitle|reason)\\..+"))
                .map(name -> name.substring(name.indexOf('.') + 1))
                .forEach(tags::add);
        return PageLanguage.chosen(null).choices(new ArrayList<>(tags));
    }

    /** Languages of a text that are in use, and English: these are shown at once. */
    public List<PageLanguage.Choice> languagesOf(String name) {
        return languages().stream().filter(language -> isShown(name, language)).toList();
    }

    /** The others: they fold out. */
    public List<PageLanguage.Choice> furtherLanguagesOf(String name) {
        return languages().stream().filter(language -> !isShown(name, language)).toList();
    }

    private boolean isShown(String name, PageLanguage.Choice language) {
        var field = name + "." + language.tag();
        return language.tag().equals("en") || has(field) || errors.containsKey(field);
    }

    public Fields with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Names the fields by what the schema says of the places below {@code base}; what is elsewhere is named by its place. */
    Fields mark(List<Violation> violations, String base) {
        violations.forEach(violation -> {
            var pointer = violation.pointer();
            var below = pointer.startsWith(base + "/") ? pointer.substring(base.length() + 1) : pointer;
            errors.putIfAbsent(below.replace('/', '.'), violation.message());
        });
        return this;
    }

    Fields wrong(String name, String message) {
        errors.put(name, message);
        return this;
    }

    /** Puts a line where it belongs; an empty one is left out. */
    void line(ObjectNode into, String name) {
        if (has(name)) {
            into.put(name, value(name).strip());
        } else {
            into.remove(name);
        }
    }

    void number(ObjectNode into, String name) {
        if (value(name).strip().matches("[0-9]{1,7}")) {
            into.put(name, Integer.parseInt(value(name).strip()));
        } else {
            line(into, name);
        }
    }

    /** Puts a text in all its languages where it belongs; those that stood there keep their order. */
    void text(ObjectNode into, String name) {
        var old = into.path(name);
        var tags = new LinkedHashSet<String>();
        old.fieldNames().forEachRemaining(tags::add);
        languages().forEach(language -> tags.add(language.tag()));
        var text = into.objectNode();
        tags.stream()
                .filter(tag -> has(name + "." + tag))
                .forEach(tag -> text.put(tag, value(name + "." + tag).strip().replace("\r\n", "\n")));
        if (text.isEmpty()) {
            into.remove(name);
        } else {
            into.set(name, text);
        }
    }

    /** Puts the ticked ones of these into a list. */
    void ticked(ObjectNode into, String name, List<String> choices) {
        var list = into.arrayNode();
        choices.stream().filter(choice -> has(name + "." + choice)).forEach(list::add);
        if (list.isEmpty()) {
            into.remove(name);
        } else {
            into.set(name, list);
        }
    }
}

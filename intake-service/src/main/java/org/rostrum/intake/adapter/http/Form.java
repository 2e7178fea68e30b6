package org.rostrum.intake.adapter.http;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;

/** The web form: what was typed into it, what is wrong with it, and how both become a draft. */
public final class Form {
    private static final String ANSWER = "answer.";
    private static final List<String> LINES = List.of(
            "givenName",
            "familyName",
            "jobTitle",
            "organisation",
            "country",
            "stakeholderGroup",
            "email",
            "onBehalfOf",
            "language",
            "kind",
            "publication",
            "declaration");

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private final List<String> items;

    private Form(List<String> items) {
        this.items = items;
    }

    static Form empty(List<String> items) {
        return new Form(items);
    }

    static Form posted(Parts parts, List<String> items) {
        var form = new Form(items);
        LINES.forEach(name -> form.take(name, parts.text(name)));
        List.of("text", "summary").forEach(name -> form.takeText(name, parts.text(name)));
        items.forEach(item -> form.takeText(ANSWER + item, parts.text(ANSWER + item)));
        return form;
    }

    private void take(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            typed.put(name, value);
        }
    }

    /** Browsers end lines of a form with CR LF (HTML, 4.10.21.4); people meant line ends. */
    private void takeText(String name, @Nullable String value) {
        take(name, value == null ? null : value.replace("\r\n", "\n"));
    }

    SubmissionDraft draft() {
        return new SubmissionDraft(
                typed.get("kind"),
                new SubmissionDraft.Person(
                        typed.get("givenName"),
                        typed.get("familyName"),
                        typed.get("jobTitle"),
                        typed.get("organisation"),
                        typed.get("country"),
                        typed.get("stakeholderGroup"),
                        typed.get("email")),
                typed.get("onBehalfOf"),
                typed.get("language"),
                typed.get("summary"),
                answered()
                        .map(item -> new SubmissionDraft.Box(item, typed.get(ANSWER + item)))
                        .toList(),
                typed.get("text"),
                typed.get("publication"),
                typed.containsKey("declaration") ? Boolean.TRUE : null);
    }

    private Stream<String> answered() {
        return items.stream().filter(item -> typed.containsKey(ANSWER + item));
    }

    /** Marks fields of this form; pointers go by the draft that it made. */
    void mark(List<WrongField> wrong) {
        var boxes = answered().toList();
        wrong.forEach(field -> errors.putIfAbsent(fieldId(field.pointer(), boxes), Words.fault(field.fault())));
    }

    private static String fieldId(String pointer, List<String> boxes) {
        var steps = pointer.split("/", -1);
        if (pointer.isEmpty()) {
            return "text";
        }
        return switch (steps[1]) {
            case "answers" -> ANSWER + boxes.get(Integer.parseInt(steps[2]));
            case "attachments" -> "attachment";
            default -> steps[steps.length - 1];
        };
    }

    /** What was typed into a field; empty if nothing. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What is wrong with a field; empty if nothing. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** The names under which {@link Messages} knows the fields' labels. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("text", "general_text"),
            Map.entry("summary", "summary"),
            Map.entry("attachment", "attachments"),
            Map.entry("givenName", "given_name"),
            Map.entry("familyName", "family_name"),
            Map.entry("jobTitle", "job_title"),
            Map.entry("organisation", "organisation"),
            Map.entry("country", "country"),
            Map.entry("stakeholderGroup", "stakeholder_group"),
            Map.entry("email", "email"),
            Map.entry("onBehalfOf", "on_behalf_of"),
            Map.entry("language", "language"),
            Map.entry("kind", "kind"),
            Map.entry("publication", "publication"),
            Map.entry("declaration", "declaration"));

    /** One wrong field, for the summary: an item's number, or the key of the label. */
    public record Complaint(String field, String item, String labelKey, String message) {}

    /** In the order of the form. */
    public List<Complaint> complaints() {
        var order = new ArrayList<String>();
        items.forEach(item -> order.add(ANSWER + item));
        order.addAll(List.of("text", "summary", "attachment"));
        order.addAll(LINES);
        return errors.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
                .map(entry -> complaint(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Complaint complaint(String field, String message) {
        var item = field.startsWith(ANSWER) ? field.substring(ANSWER.length()) : "";
        return new Complaint(field, item, LABELS.getOrDefault(field, "problem"), message);
    }

    /** One country to choose. */
    public record Country(String code, String name) {}

    static List<Country> countries(String language) {
        var locale = Locale.forLanguageTag(language);
        var byName = Collator.getInstance(locale);
        return DraftCheck.countryCodes()
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Country::name, byName))
                .toList();
    }
}

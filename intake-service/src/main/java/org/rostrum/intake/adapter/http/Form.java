package org.rostrum.intake.adapter.http;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.PlainText;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.FormGuard;

/** The web form: what was typed into it, what is wrong with it, and how both become a draft. */
public final class Form {
    private static final String ANSWER = "answer.";
    private static final String DECLARATION = "declaration";
    private static final List<String> TEXTS = List.of("text", "summary");
    private static final List<String> LINES = List.of(
            "givenName",
            "familyName",
            "jobTitle",
            "organisation",
            "onBehalfOf",
            "country",
            "stakeholderGroup",
            "email",
            "language",
            "publication",
            DECLARATION,
            "kind");

    /** What a browser posts. */
    @FunctionalInterface
    interface Posted {
        @Nullable
        String text(String name);
    }

    private final Map<String, String> typed;
    private final Map<String, String> errors = new HashMap<>();
    private final List<String> items;

    private Form(List<String> items, Map<String, String> typed) {
        this.items = items;
        this.typed = typed;
    }

    static Form empty(List<String> items) {
        return new Form(items, new LinkedHashMap<>());
    }

    /** As it was saved. */
    static Form saved(List<String> items, Map<String, String> fields) {
        return new Form(items, new LinkedHashMap<>(fields));
    }

    /** As it was posted: made plain, so that an invisible character from a word processor never refuses a text. */
    static Form posted(List<String> items, Posted parts) {
        var form = empty(items);
        items.forEach(item -> form.take(ANSWER + item, parts, PlainText::of));
        TEXTS.forEach(name -> form.take(name, parts, PlainText::of));
        LINES.forEach(name -> form.take(name, parts, name.equals("email") ? PlainText::address : PlainText::line));
        form.take(FormGuard.TRAP, parts, PlainText::line);
        return form;
    }

    private void take(String name, Posted parts, UnaryOperator<String> plain) {
        var given = parts.text(name);
        if (given != null && !given.isBlank()) {
            typed.put(name, plain.apply(given));
        }
    }

    /** Everything typed, by name of the field. */
    Map<String, String> fields() {
        return typed;
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
                typed.containsKey(DECLARATION) ? Boolean.TRUE : null);
    }

    private Stream<String> answered() {
        return items.stream().filter(item -> typed.containsKey(ANSWER + item));
    }

    /** How many items have an answer. */
    long answers() {
        return answered().count();
    }

    public boolean isAnswered(String item) {
        return typed.containsKey(ANSWER + item);
    }

    /** Marks fields of this form; pointers go by the draft that it made. */
    void mark(List<WrongField> wrong, FaultWords words) {
        var boxes = answered().toList();
        wrong.forEach(field -> errors.putIfAbsent(fieldId(field.pointer(), boxes), words.of(field)));
    }

    private static String fieldId(String pointer, List<String> boxes) {
        var steps = pointer.split("/", -1);
        if (pointer.isEmpty()) {
            return "text";
        }
        return switch (steps[1]) {
            case "answers" -> ANSWER + boxes.get(Integer.parseInt(steps[2]));
            case "attachments", "uploads", "keep" -> "attachment";
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

    /** The names under which {@link FormMessages} knows the fields' labels. */
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
            Map.entry("publication", "publication_question"),
            Map.entry(DECLARATION, "declaration"));

    /** One wrong field, for the summary: an item's number, or the key of the label. */
    public record Complaint(String field, String item, String labelKey, String message) {}

    /** In the order of the form. */
    public List<Complaint> complaints() {
        var order = new ArrayList<String>();
        items.forEach(item -> order.add(ANSWER + item));
        order.addAll(TEXTS);
        order.add("attachment");
        order.addAll(LINES);
        return errors.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
                .map(entry -> complaint(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Complaint complaint(String field, String message) {
        var item = field.startsWith(ANSWER) ? field.substring(ANSWER.length()) : "";
        var id = field.equals("publication") ? "public" : field; // a group is reached at its first choice
        return new Complaint(id, item, LABELS.getOrDefault(field, "your_response"), message);
    }

    /** One country to choose. */
    public record Country(String code, String name) {}

    static List<Country> countries(String language) {
        var locale = Locale.forLanguageTag(language);
        var byName = Collator.getInstance(locale);
        return DraftCheck.countryCodes()
                .map(code -> new Country(code, countryName(code, locale)))
                .sorted(Comparator.comparing(Country::name, byName))
                .toList();
    }

    static String countryName(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}

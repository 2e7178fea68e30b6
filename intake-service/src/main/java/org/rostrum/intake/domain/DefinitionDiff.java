package org.rostrum.intake.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionKind;

/** What differs between two definitions of one consultation, in words that managers read. */
public final class DefinitionDiff {
    private static final int LONGEST_QUOTE = 300;

    private final List<Change> changes = new ArrayList<>();

    private DefinitionDiff() {}

    /** In the order of the definition; empty if nothing differs. */
    public static List<Change> between(ConsultationDefinition before, ConsultationDefinition after) {
        var diff = new DefinitionDiff();
        diff.consultation(before, after);
        diff.rounds(before, after);
        return List.copyOf(diff.changes);
    }

    /** For the first revision, which differs from nothing. */
    public static List<Change> created(ConsultationDefinition definition) {
        var diff = new DefinitionDiff();
        diff.add("consultation", "defined for the first time: " + quoted(definition.title()));
        definition.rounds().forEach(round -> diff.add("round " + round.id(), "added: " + dates(round)));
        return List.copyOf(diff.changes);
    }

    private void consultation(ConsultationDefinition before, ConsultationDefinition after) {
        var where = "consultation";
        text(where, "title", before.title(), after.title());
        text(where, "organiser", before.organiser(), after.organiser());
        value(where, "reference", before.reference(), after.reference());
        value(where, "contact", before.contact(), after.contact());
        value(where, "time zone", before.zone(), after.zone());
        value(where, "languages", before.languages(), after.languages());
        value(where, "unofficial languages", before.unofficialLanguages(), after.unofficialLanguages());
        texts(where, "stakeholder groups", before.stakeholderGroups(), after.stakeholderGroups());
        text(where, "what is announced about publication", before.publication(), after.publication());
        value(where, "numbering of documents", before.documentNumbering(), after.documentNumbering());
        texts(where, "themes", before.themes(), after.themes());
    }

    private void rounds(ConsultationDefinition before, ConsultationDefinition after) {
        after.rounds()
                .forEach(round -> before.round(round.id())
                        .ifPresentOrElse(
                                old -> round(old, round), () -> add("round " + round.id(), "added: " + dates(round))));
        before.rounds().stream()
                .filter(round -> after.round(round.id()).isEmpty())
                .forEach(round -> add("round " + round.id(), "removed"));
        var order = before.rounds().stream().map(Round::id).toList();
        var kept =
                after.rounds().stream().map(Round::id).filter(order::contains).toList();
        if (!kept.equals(order.stream().filter(kept::contains).toList())) {
            add("consultation", "rounds put into another order");
        }
    }

    private void round(Round before, Round after) {
        var where = "round " + after.id();
        text(where, "title", before.title(), after.title());
        value(where, "audience", KebabCase.of(before.audience()), KebabCase.of(after.audience()));
        value(where, "accepted kinds", kinds(before.accepts()), kinds(after.accepts()));
        value(where, "opening", before.opens().value(), after.opens().value());
        closing(where, before, after);
        value(where, "grace", before.grace(), after.grace());
        value(
                where,
                "late submissions",
                before.takesLate() ? "accept" : "refuse",
                after.takesLate() ? "accept" : "refuse");
        value(where, "challenge above (a minute)", before.challengeAbove(), after.challengeAbove());
        text(where, "what follows", before.followedBy(), after.followedBy());
        value(where, "instrument shared with", before.instrumentOf(), after.instrumentOf());
        if (after.instrumentOf() == null || !Objects.equals(before.instrumentOf(), after.instrumentOf())) {
            items(where, before, after);
        }
    }

    private void closing(String where, Round before, Round after) {
        var announced =
                after.extensions().stream().skip(before.extensions().size()).toList();
        announced.forEach(extension -> add(
                where,
                "closing extended from %s to %s because %s"
                        .formatted(extension.from().value(), extension.to().value(), quoted(extension.reason()))));
        if (announced.isEmpty()) {
            value(where, "closing", boundary(before.closes()), boundary(after.closes()));
        }
    }

    private void items(String where, Round before, Round after) {
        after.items()
                .forEach(item -> before.item(item.number())
                        .ifPresentOrElse(
                                old -> item(where + ", item " + item.number(), old, item),
                                () -> add(where + ", item " + item.number(), "added: " + quoted(item.text()))));
        before.items()
                .filter(item -> after.item(item.number()).isEmpty())
                .forEach(item -> add(where + ", item " + item.number(), "removed: " + quoted(item.text())));
        var now = after.items().map(Item::number).toList();
        var kept = before.items().map(Item::number).filter(now::contains).toList();
        if (!kept.equals(now.stream().filter(kept::contains).toList())) {
            add(where, "items put into another order");
        }
    }

    private void item(String where, Item before, Item after) {
        text(where, "text", before.text(), after.text());
        text(where, "short title", before.shortTitle(), after.shortTitle());
        value(where, "kind", KebabCase.of(before.kind()), KebabCase.of(after.kind()));
        value(where, "accepted kinds", kinds(before.accepts()), kinds(after.accepts()));
        value(where, "direct sub-items", numbers(before), numbers(after));
    }

    private void text(String where, String what, @Nullable LocalizedText before, @Nullable LocalizedText after) {
        var languages = new LinkedHashSet<String>();
        Optional.ofNullable(before)
                .ifPresent(text -> languages.addAll(text.byLanguage().keySet()));
        Optional.ofNullable(after)
                .ifPresent(text -> languages.addAll(text.byLanguage().keySet()));
        languages.forEach(language ->
                value(where, "%s (%s)".formatted(what, language), word(before, language), word(after, language)));
    }

    private static @Nullable String word(@Nullable LocalizedText text, String language) {
        var words = text == null ? null : text.byLanguage().get(language);
        return words == null ? null : quoted(words);
    }

    private void texts(String where, String what, List<LocalizedText> before, List<LocalizedText> after) {
        value(where, what, all(before), all(after));
    }

    private static String all(List<LocalizedText> texts) {
        return texts.stream().map(text -> quoted(text.byLanguage().toString())).collect(Collectors.joining(", "));
    }

    private void value(String where, String what, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (isNothing(before)) {
            add(where, "%s set to %s".formatted(what, after));
        } else if (isNothing(after)) {
            add(where, "%s removed; it was %s".formatted(what, before));
        } else {
            add(where, "%s changed from %s to %s".formatted(what, before, after));
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.toString().isEmpty() || value.equals(List.of());
    }

    private void add(String where, String what) {
        changes.add(new Change(where, what));
    }

    private static String kinds(List<SubmissionKind> kinds) {
        return kinds.stream().map(KebabCase::of).collect(Collectors.joining(", "));
    }

    private static String numbers(Item item) {
        return item.areas().stream().map(area -> area.number().value()).collect(Collectors.joining(", "));
    }

    private static String dates(Round round) {
        return "opens %s, %s"
                .formatted(
                        round.opens().value(),
                        round.closes() == null
                                ? "no closing fixed"
                                : "closes " + round.closes().value());
    }

    private static @Nullable String boundary(@Nullable Boundary boundary) {
        return boundary == null ? null : boundary.value();
    }

    private static String quoted(LocalizedText text) {
        return quoted(text.byLanguage().firstEntry().getValue());
    }

    private static String quoted(String words) {
        return "“"
                + (words.length() <= LONGEST_QUOTE
                        ? words
                        : words.substring(0, LONGEST_QUOTE).strip() + "…")
                + "”";
    }
}

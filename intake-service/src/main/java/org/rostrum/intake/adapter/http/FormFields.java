package org.rostrum.intake.adapter.http;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.Limits;

/** What every form of a submission offers: what is asked, what can be chosen, and how much may be written. */
public record FormFields(
        LimitWords limits,
        List<String> kinds,
        List<Section> sections,
        List<Group> groups,
        List<Form.Country> countries,
        List<PageLanguage.Choice> writtenLanguages,
        PageLanguage language) {
    /** With so few items all their parts are in sight at once. */
    private static final int ITEMS_IN_SIGHT = 12;

    /** How much may be written and attached; all but {@code field} in words. */
    public record LimitWords(int field, String fieldWords, String texts, String attachments, String each, String all) {
        static LimitWords of(Limits limits, LocalWords words) {
            return new LimitWords(
                    limits.fieldCharacters(),
                    words.number(limits.fieldCharacters()),
                    words.size(limits.textsBytes()),
                    words.number(limits.attachments()),
                    words.size(limits.attachmentBytes()),
                    words.size(limits.attachmentsBytes()));
        }
    }

    /** A stakeholder group to choose. */
    public record Group(String value, PageLanguage.Text text) {}

    /** A question and its parts. */
    public record Section(
            Views.ItemView item, List<Views.ItemView> parts, boolean open, String answered, boolean any) {}

    static FormFields of(
            ConsultationDefinition definition, Round round, PageLanguage language, Form form, Limits limits) {
        return new FormFields(
                LimitWords.of(limits, language.words()),
                round.accepts().stream().map(KebabCase::of).toList(),
                sections(definition, round, language, form),
                definition.stakeholderGroups().stream()
                        .map(group -> new Group(group.in("en"), language.text(definition, group)))
                        .toList(),
                Form.countries(language.interfaceTag()),
                language.usualChoices(),
                language);
    }

    /** How long a saved text is, for browsers without script. */
    public String counted(Form form, String name) {
        int used = (int) form.value(name).codePoints().count();
        var words = language.words();
        var say = language.formMessages();
        return used > limits.field()
                ? say.too_many_characters(words.number(used), limits.fieldWords())
                : say.count(words.number(used), limits.fieldWords());
    }

    private static List<Section> sections(
            ConsultationDefinition definition, Round round, PageLanguage language, Form form) {
        boolean inSight = round.items().count() <= ITEMS_IN_SIGHT;
        return new Views(definition, language, Instant.EPOCH)
                .trees(round).stream()
                        .map(tree -> section(tree, language, form, inSight))
                        .toList();
    }

    private static Section section(List<Views.ItemView> tree, PageLanguage language, Form form, boolean inSight) {
        var parts = tree.subList(1, tree.size());
        var words = language.words();
        long answered =
                tree.stream().filter(item -> form.isAnswered(item.number())).count();
        boolean wanted = Stream.of(parts)
                .flatMap(List::stream)
                .anyMatch(item -> form.isAnswered(item.number())
                        || !form.error("answer." + item.number()).isEmpty());
        return new Section(
                tree.getFirst(),
                parts,
                inSight || wanted,
                language.formMessages().answered(words.number(answered), words.number(tree.size())),
                answered > 0);
    }
}

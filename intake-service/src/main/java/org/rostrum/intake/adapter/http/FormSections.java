package org.rostrum.intake.adapter.http;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.intake.adapter.http.FormPages.Section;

/** The questions of the form with their parts, opened where somebody wrote. */
final class FormSections {
    private static final int ITEMS_IN_SIGHT = 12;

    private FormSections() {}

    static List<Section> of(Visit visit, Form form) {
        boolean short_ = visit.items().size() <= ITEMS_IN_SIGHT;
        return new Views(visit.definition(), visit.language(), Instant.EPOCH)
                .trees(visit.round()).stream()
                        .map(tree -> section(tree, visit.language(), form, short_))
                        .toList();
    }

    private static Section section(List<Views.ItemView> tree, PageLanguage language, Form form, boolean open) {
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
                open || wanted,
                language.messages().answered(words.number(answered), words.number(tree.size())),
                answered > 0);
    }
}

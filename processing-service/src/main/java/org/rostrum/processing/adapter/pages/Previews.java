package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.processing.adapter.pages.CaseSheet.Fact;
import org.rostrum.processing.adapter.pages.CaseSheet.Preview;
import org.rostrum.processing.adapter.pages.CaseSheet.PreviewPassage;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.masking.Mask;
import org.rostrum.processing.domain.masking.MaskKind;
import org.rostrum.processing.domain.masking.MaskedText;
import org.rostrum.processing.domain.publicform.MaskedPassage;
import org.rostrum.processing.domain.publicform.PublicForm;

/** What would go public if staff cleared now, with what is hidden in it marked and counted. */
final class Previews {
    private Previews() {}

    static Preview of(Case file, Content content, List<LocalizedText> groups) {
        var form = PublicForm.of(file, content, groups);
        var texts = Stream.concat(
                        form.summary().stream(), form.passages().stream().map(MaskedPassage::text))
                .toList();
        return new Preview(
                contributor(form.contribution().contributor()),
                form.summary()
                        .map(masked -> Segment.masksIn(String.valueOf(content.summary()), masked))
                        .orElse(List.of()),
                form.passages().stream().map(masked -> passage(masked, content)).toList(),
                form.hiddenPlaces(),
                hidden(texts),
                texts.stream().mapToInt(text -> text.doubtful().size()).sum());
    }

    private static PreviewPassage passage(MaskedPassage masked, Content content) {
        var passage = masked.passage();
        var items = passage.filing().items();
        return new PreviewPassage(
                passage.ordinal(),
                items.isEmpty()
                        ? "Answers no question"
                        : items.stream().map(ItemNumber::value).collect(Collectors.joining(", ")),
                Tongue.of(passage.language()),
                Segment.masksIn(content.textOf(passage), masked.text()));
    }

    private static List<Fact> contributor(Contributor contributor) {
        var facts = new ArrayList<Fact>();
        fact(facts, "Name", contributor.name());
        fact(facts, "Function", contributor.jobTitle());
        fact(facts, "Organisation", contributor.organisation());
        fact(facts, "On behalf of", contributor.onBehalfOf());
        fact(facts, "Country", contributor.country());
        fact(facts, "Group", contributor.stakeholderGroup());
        return List.copyOf(facts);
    }

    private static void fact(List<Fact> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(label, value));
        }
    }

    /** Such as "2 e-mail addresses, 1 name". */
    private static String hidden(List<MaskedText> texts) {
        Map<MaskKind, Integer> counts = new EnumMap<>(MaskKind.class);
        texts.stream()
                .flatMap(text -> text.masks().stream())
                .map(Mask::kind)
                .forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> counted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String counted(MaskKind kind, int count) {
        boolean one = count == 1;
        return count + " "
                + switch (kind) {
                    case EMAIL -> one ? "e-mail address" : "e-mail addresses";
                    case NAME -> one ? "name" : "names";
                    case ORGANISATION -> one ? "organisation" : "organisations";
                    case COUNTRY -> one ? "country" : "countries";
                };
    }
}

package org.rostrum.publishing.domain.compilation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.SubmissionFlag;

/** Counts a round's contributions and passages. */
record Counting(ConsultationDefinition definition, List<ListedContribution> contributors, List<ItemSection> items) {
    private static final String NOT_STATED = "Not stated";
    private static final Comparator<Statistics.Count> MOST_FIRST =
            Comparator.comparingInt(Statistics.Count::contributions).reversed().thenComparing(Statistics.Count::label);

    Statistics statistics(Completeness completeness, List<QuotedPassage> unfiled, Accounting accounting) {
        return new Statistics(
                completeness.contributions(),
                completeness.passages(),
                completeness.placements(),
                unfiled.size(),
                (int) contributors.stream()
                        .filter(each -> each.flags().contains(SubmissionFlag.LATE))
                        .count(),
                byStakeholderGroup(),
                byCountry(),
                byItem(unfiled),
                byLanguage(),
                accounting);
    }

    /** In the organiser's order; groups that the organiser did not name come after, then those without one. */
    private List<Statistics.Count> byStakeholderGroup() {
        var organisers = definition.stakeholderGroups().stream()
                .map(group -> PrintableText.line(group.in("en")))
                .toList();
        return count(ListedContribution::stakeholderGroup).stream()
                .sorted(Comparator.<Statistics.Count>comparingInt(count -> rank(count, organisers))
                        .thenComparing(MOST_FIRST))
                .toList();
    }

    private static int rank(Statistics.Count count, List<String> organisers) {
        var place = organisers.indexOf(count.label());
        if (place >= 0) {
            return place;
        }
        return count.label().equals(NOT_STATED) ? Integer.MAX_VALUE : organisers.size();
    }

    private List<Statistics.Count> byCountry() {
        return notStatedLast(
                count(contributor -> contributor.anonymous() ? "Not shown (anonymous)" : contributor.country()));
    }

    private List<Statistics.Count> byLanguage() {
        return notStatedLast(
                count(contributor -> contributor.language() == null ? null : LanguageNames.of(contributor.language())));
    }

    private List<Statistics.Count> byItem(List<QuotedPassage> unfiled) {
        var filed = items.stream()
                .map(item -> new Statistics.Count(
                        item.heading(), item.contributions(), item.passages().size()));
        var rest = new Statistics.Count(
                Wording.ANSWERS_NO_QUESTION,
                (int) unfiled.stream().map(QuotedPassage::reference).distinct().count(),
                unfiled.size());
        return Stream.concat(filed, Stream.of(rest)).toList();
    }

    private static List<Statistics.Count> notStatedLast(List<Statistics.Count> counts) {
        return counts.stream()
                .sorted(Comparator.<Statistics.Count, Boolean>comparing(
                                count -> count.label().startsWith("Not "))
                        .thenComparing(MOST_FIRST))
                .toList();
    }

    private List<Statistics.Count> count(Function<ListedContribution, @Nullable String> common) {
        var counts = new LinkedHashMap<String, Statistics.Count>();
        for (var contributor : contributors) {
            var label = Objects.requireNonNullElse(common.apply(contributor), NOT_STATED);
            counts.merge(label, new Statistics.Count(label, 1, contributor.passages()), Counting::sum);
        }
        return List.copyOf(counts.values());
    }

    private static Statistics.Count sum(Statistics.Count one, Statistics.Count other) {
        return new Statistics.Count(
                one.label(), one.contributions() + other.contributions(), one.passages() + other.passages());
    }
}

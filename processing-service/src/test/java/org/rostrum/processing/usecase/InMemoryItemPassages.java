package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Trait;

/** What cases and contents in memory have filed where. */
record InMemoryItemPassages(Map<SubmissionId, Case> cases, Map<String, Content> contents, InMemoryWordings wordings)
        implements ItemPassages {
    private static final int OF_ONE = 20;
    private static final int LONGEST = 50_000;

    private Stream<Filed> all(RoundTexts.Of round, Predicate<FiledPassage> which) {
        return cases.values().stream()
                .filter(file -> !file.isClosed()
                        && file.consultation().equals(round.consultation())
                        && file.round().equals(round.round()))
                .flatMap(file -> Optional.ofNullable(contents.get(file.submission() + "/" + file.version())).stream()
                        .flatMap(content -> content.passages().stream()
                                .filter(which)
                                .sorted(Comparator.comparingDouble((FiledPassage passage) ->
                                                -passage.filing().confidence())
                                        .thenComparingInt(FiledPassage::ordinal))
                                .map(passage -> filed(round, file, content, passage))));
    }

    private Filed filed(RoundTexts.Of round, Case file, Content content, FiledPassage passage) {
        var respondent = content.respondent();
        return new Filed(
                file.submission(),
                file.reference(),
                new PassageId(file.version(), passage.ordinal()),
                content.textOf(passage),
                passage.language(),
                respondent(respondent, file)
                        + Optional.ofNullable(content.onBehalfOf())
                                .map(other -> " for " + other.toLowerCase(Locale.ROOT))
                                .orElse(""),
                wording(file)
                        .flatMap(hash -> wordings.familyOf(round, hash))
                        .orElse(file.submission().value()),
                new Profile(
                        given(respondent.stakeholderGroup()), given(respondent.country()), given(content.language())),
                ListKeyPassages.isQuotable(file),
                1,
                1);
    }

    private Optional<String> wording(Case file) {
        return Optional.ofNullable(wordings.members.get(file.submission()));
    }

    private static String given(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    private static String respondent(Respondent who, Case file) {
        if (!given(who.organisation()).isBlank()) {
            return "organisation " + given(who.organisation()).strip().toLowerCase(Locale.ROOT);
        }
        var name = (given(who.givenName()) + " " + given(who.familyName())).strip();
        return name.isEmpty()
                ? "submission " + file.submission()
                : "person " + name.toLowerCase(Locale.ROOT) + " " + given(who.country());
    }

    @Override
    public Tally tally(RoundTexts.Of round, ItemNumber item) {
        var said = all(round, isUnder(item)).toList();
        Map<String, List<Filed>> byRespondent =
                new TreeMap<>(said.stream().collect(Collectors.groupingBy(Filed::respondent)));
        var census = Census.empty();
        for (Trait trait : List.of(Trait.GROUP, Trait.COUNTRY, Trait.LANGUAGE)) {
            Map<String, Integer> counts = new HashMap<>();
            byRespondent
                    .values()
                    .forEach(mine -> counts.merge(
                            mine.stream()
                                    .map(one -> one.profile().of(trait))
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            1,
                            Integer::sum));
            census = census.with(trait, counts);
        }
        return new Tally(
                said.size(),
                (int) said.stream().map(Filed::submission).distinct().count(),
                byRespondent.size(),
                (int) said.stream().filter(Filed::quotable).count(),
                census);
    }

    private static Predicate<FiledPassage> isUnder(ItemNumber item) {
        return passage -> passage.filing().items().contains(item);
    }

    @Override
    public List<Filed> sample(RoundTexts.Of round, ItemNumber item, Set<SubmissionId> preferred, int most) {
        return sample(all(round, isUnder(item)).toList(), preferred, most);
    }

    @Override
    public List<Filed> elsewhere(RoundTexts.Of round, ItemNumber item, int most) {
        return sample(all(round, isUnder(item).negate()).toList(), Set.of(), most);
    }

    private List<Filed> sample(List<Filed> said, Set<SubmissionId> preferred, int most) {
        Map<String, Long> copies = said.stream()
                .collect(Collectors.groupingBy(
                        this::wordingOf,
                        Collectors.mapping(Filed::submission, Collectors.collectingAndThen(Collectors.toSet(), set ->
                                (long) set.size()))));
        var standing = Comparator.comparing((Filed one) -> !preferred.contains(one.submission()))
                .thenComparing(one -> !one.quotable())
                .thenComparingLong(one -> -copies.getOrDefault(wordingOf(one), 0L))
                .thenComparing(one -> one.submission().value());
        List<Family> families = new ArrayList<>();
        said.stream()
                .collect(Collectors.groupingBy(Filed::family))
                .forEach((family, members) -> families.add(new Family(
                        family,
                        members.stream()
                                .map(Filed::submission)
                                .collect(Collectors.toSet())
                                .size(),
                        members.stream()
                                .map(Filed::respondent)
                                .collect(Collectors.toSet())
                                .size(),
                        members.stream().anyMatch(one -> preferred.contains(one.submission())),
                        members.stream().min(standing).orElseThrow().submission())));
        families.sort(Comparator.comparingInt((Family family) -> family.isCampaign() ? -family.members() : 0)
                .thenComparing(Family::name));
        List<Turn> turns = new ArrayList<>();
        for (boolean preferredOnes : new boolean[] {true, false}) {
            for (boolean campaigns : new boolean[] {true, false}) {
                var kind = families.stream()
                        .filter(family -> family.preferred() == preferredOnes && family.isCampaign() == campaigns)
                        .toList();
                addTurns(kind, said, turns);
            }
        }
        return turns.stream()
                .sorted(Comparator.comparing((Turn turn) -> !turn.family().preferred())
                        .thenComparingInt(Turn::number)
                        .thenComparing(turn -> !turn.family().isCampaign()))
                .map(turn ->
                        with(turn.one(), turn.family().members(), turn.family().respondents()))
                .limit(most)
                .filter(one -> one.text().length() <= LONGEST)
                .sorted(Comparator.comparing(Filed::at))
                .toList();
    }

    private record Turn(Family family, Filed one, int number) {}

    private static void addTurns(List<Family> kind, List<Filed> said, List<Turn> turns) {
        int number = 0;
        for (int place = 0; place < OF_ONE; place++) {
            for (Family family : kind) {
                var mine = said.stream()
                        .filter(one -> one.submission().equals(family.standing()))
                        .toList();
                if (place < mine.size()) {
                    turns.add(new Turn(family, mine.get(place), number++));
                }
            }
        }
    }

    private record Family(String name, int members, int respondents, boolean preferred, SubmissionId standing) {
        boolean isCampaign() {
            return members > 1;
        }
    }

    private String wordingOf(Filed one) {
        return wordings.members.getOrDefault(one.submission(), one.submission().value());
    }

    private static Filed with(Filed one, int passages, int respondents) {
        return new Filed(
                one.submission(),
                one.reference(),
                one.passage(),
                one.text(),
                one.language(),
                one.respondent(),
                one.family(),
                one.profile(),
                one.quotable(),
                passages,
                respondents);
    }

    @Override
    public List<Filed> of(RoundTexts.Of round, ItemNumber item, Set<SubmissionId> submissions) {
        return all(round, isUnder(item))
                .filter(one -> submissions.contains(one.submission()))
                .sorted(Comparator.comparing(Filed::at))
                .toList();
    }

    @Override
    public long takenAway(RoundTexts.Of round) {
        return cases.values().stream()
                .filter(file -> file.consultation().equals(round.consultation())
                        && file.round().equals(round.round()))
                .filter(file -> file.isClosed() || file.state() == CaseState.WITHHELD || file.isDisputed())
                .mapToLong(file -> file.revision() + 1)
                .sum();
    }

    @Override
    public Map<ItemNumber, Integer> counts(RoundTexts.Of round) {
        Map<ItemNumber, Integer> counts = new LinkedHashMap<>();
        cases.values().stream()
                .filter(file -> !file.isClosed()
                        && file.consultation().equals(round.consultation())
                        && file.round().equals(round.round()))
                .map(file -> contents.get(file.submission() + "/" + file.version()))
                .filter(java.util.Objects::nonNull)
                .flatMap(content -> content.passages().stream())
                .flatMap(passage -> passage.filing().items().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((item, count) -> counts.put(item, count.intValue()));
        return counts;
    }
}

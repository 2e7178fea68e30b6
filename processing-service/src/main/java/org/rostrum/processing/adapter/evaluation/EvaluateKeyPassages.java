package org.rostrum.processing.adapter.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.adapter.evaluation.PastConsultation.Submission;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.duplicates.Families;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.filing.Terms;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.Heard;
import org.rostrum.processing.domain.keypassages.KeyPassages;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.keypassages.KeyPassages.Wishes;
import org.rostrum.processing.domain.keypassages.KeyTerms;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.keypassages.Said;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.domain.keypassages.Worded;
import org.rostrum.processing.usecase.DescribeTexts;
import org.rostrum.processing.usecase.WordTokens;

/**
 * Chooses key passages of each question of a past consultation from one half of its respondents, and asks how near they are to
 * what the other half said, beside choices by lot of as many passages, and beside the longest ones.
 */
public final class EvaluateKeyPassages {
    /** Of fewer passages people read all. */
    private static final int FEWEST = 24;

    private static final int LOTS = 200;
    private static final int ENCODED_TOGETHER = 256;

    private final DescribeTexts describe;
    private final WordTokens tokens;

    public EvaluateKeyPassages(DescribeTexts describe, WordTokens tokens) {
        this.describe = describe;
        this.tokens = tokens;
    }

    /** A way to choose, measured over all questions. */
    private static final class Way {
        private final List<Double> nearness = new ArrayList<>();
        private final List<Double> terms = new ArrayList<>();
        private final Map<Trait, List<Double>> distances = new TreeMap<>();

        static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }

        void put(String name, Figures figures) {
            figures.put(name + "_nearness_to_others", mean(nearness));
            figures.put(name + "_terms_of_others", mean(terms));
            distances.forEach((trait, values) ->
                    figures.put(name + "_distance_" + trait.name().toLowerCase(Locale.ROOT), mean(values)));
        }
    }

    public void run(Options options, PrintStream out) {
        var past = PastConsultation.read(options.set());
        var clock = new Stopwatch();
        var byItem = said(past);
        clock.lap("describing_seconds");
        Map<String, Way> ways = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int questions = 0;
        for (var entry : byItem.entrySet()) {
            if (entry.getValue().size() >= FEWEST) {
                questions++;
                var others = byItem.entrySet().stream()
                        .filter(other -> !other.getKey().equals(entry.getKey()))
                        .flatMap(other -> other.getValue().stream())
                        .toList();
                measure(entry.getValue(), others, options.seed(), ways);
                rows.add(row(past.id(entry.getKey()), entry.getValue()));
            }
        }
        if (questions == 0) {
            throw new Unusable("No question of the set has " + FEWEST + " passages or more.");
        }
        clock.lap("choosing_seconds");
        var figures = new Figures();
        ways.forEach((name, way) -> way.put(name, figures));
        figures.put("questions", questions);
        clock.laps().forEach(figures::put);
        figures.put("peak_memory_mib", Memory.peak());
        figures.byName().forEach((name, value) -> out.printf("  %-40s %12.4f%n", name, value));
        var json = options.json();
        if (json != null) {
            figures.write(json, rows, out);
        }
    }

    private Map<ItemNumber, List<Said>> said(PastConsultation past) {
        var families = families(past.submissions());
        List<DescribeTexts.Text> texts = new ArrayList<>();
        List<Submission> authors = new ArrayList<>();
        List<ItemNumber> items = new ArrayList<>();
        for (Submission submission : past.submissions()) {
            submission
                    .gold()
                    .forEach(gold -> gold.question().ifPresent(item -> {
                        texts.add(new DescribeTexts.Text(gold.text(), submission.language()));
                        authors.add(submission);
                        items.add(item);
                    }));
        }
        Map<ItemNumber, List<Said>> byItem = new LinkedHashMap<>();
        for (int from = 0; from < texts.size(); from += ENCODED_TOGETHER) {
            var batch = texts.subList(from, Math.min(texts.size(), from + ENCODED_TOGETHER));
            var features = describe.passages(batch);
            for (int i = 0; i < batch.size(); i++) {
                var author = authors.get(from + i);
                byItem.computeIfAbsent(items.get(from + i), _ -> new ArrayList<>())
                        .add(new Said(
                                new PassageAt(
                                        new SubmissionId(
                                                "1-%032x".formatted(author.id().hashCode() & 0xffffffffL)),
                                        new PassageId(1, from + i + 1)),
                                batch.get(i).words(),
                                author.language(),
                                author.id(),
                                families.getOrDefault(author.id(), author.id()),
                                new Profile(
                                        author.group(),
                                        author.country(),
                                        Optional.ofNullable(author.language()).orElse("")),
                                true,
                                1,
                                1,
                                features.get(i)));
            }
        }
        return byItem;
    }

    private static Map<String, String> families(List<Submission> submissions) {
        var families = new Families();
        var seen = new HashSet<String>();
        submissions.stream()
                .filter(one -> seen.add(one.id()))
                .forEach(one -> families.add(
                        one.id(),
                        Shingles.of(Terms.words(one.gold().stream()
                                .map(PastConsultation.Gold::text)
                                .collect(Collectors.joining("\n"))))));
        Map<String, String> byMember = new HashMap<>();
        families.families().forEach(family -> family.forEach(member -> byMember.put(member, family.getFirst())));
        return byMember;
    }

    private void measure(List<Said> all, List<Said> elsewhere, long seed, Map<String, Way> ways) {
        var respondents = all.stream().map(Said::respondent).distinct().sorted().collect(Collectors.toList());
        Collections.shuffle(respondents, new Random(seed));
        var half = Set.copyOf(respondents.subList(0, respondents.size() / 2));
        var mine = all.stream().filter(one -> half.contains(one.respondent())).toList();
        var theirs =
                all.stream().filter(one -> !half.contains(one.respondent())).toList();
        var heard = Heard.of(mine, Set.of());
        var census = census(mine);
        var trial = new Trial(
                Heard.of(all, Set.of()),
                half,
                KeyTerms.of(worded(theirs), worded(elsewhere), Set.of(), KeyTerms.MOST),
                census);
        var chosen = KeyPassages.choose(heard, census, Wishes.NONE, KeyPassages.USUAL);
        trial.measure(said(chosen), ways.computeIfAbsent("chosen", _ -> new Way()));
        var careless = KeyPassages.choose(heard, Census.empty(), Wishes.NONE, KeyPassages.USUAL);
        trial.measure(said(careless), ways.computeIfAbsent("whoever_says_it", _ -> new Way()));
        var longest = heard.all().stream()
                .sorted((one, other) -> other.text().length() - one.text().length())
                .limit(KeyPassages.USUAL)
                .toList();
        trial.measure(longest, ways.computeIfAbsent("longest", _ -> new Way()));
        var chance = new Random(seed);
        var lots = new Way();
        for (int lot = 0; lot < LOTS; lot++) {
            var drawn = new ArrayList<>(heard.all());
            Collections.shuffle(drawn, chance);
            trial.measure(drawn.subList(0, Math.min(KeyPassages.USUAL, drawn.size())), lots);
        }
        var byLot = ways.computeIfAbsent("by_lot", _ -> new Way());
        byLot.nearness.add(Way.mean(lots.nearness));
        byLot.terms.add(Way.mean(lots.terms));
        lots.distances.forEach((trait, values) ->
                byLot.distances.computeIfAbsent(trait, _ -> new ArrayList<>()).add(Way.mean(values)));
    }

    private static List<Said> said(KeyPassages key) {
        return key.chosen().stream().map(Chosen::said).toList();
    }

    private static Census census(List<Said> said) {
        var census = Census.empty();
        for (Trait trait : List.of(Trait.GROUP, Trait.COUNTRY, Trait.LANGUAGE)) {
            Map<String, Set<String>> byValue = new HashMap<>();
            said.forEach(one -> byValue.computeIfAbsent(one.profile().of(trait), _ -> new HashSet<>())
                    .add(one.respondent()));
            Map<String, Integer> counts = new HashMap<>();
            byValue.forEach((value, who) -> counts.put(value, who.size()));
            census = census.with(trait, counts);
        }
        return census;
    }

    private List<Worded> worded(List<Said> said) {
        return said.stream()
                .map(one -> new Worded(one, tokens.of(one.text(), one.language())))
                .toList();
    }

    /** One question, and the half of its respondents of which nothing was chosen. */
    private record Trial(Heard all, Set<String> half, List<Term> terms, Census census) {

        void measure(List<Said> chosen, Way way) {
            var at = chosen.stream().map(Said::at).collect(Collectors.toSet());
            var places = IntStream.range(0, all.size())
                    .filter(i -> at.contains(all.get(i).at()))
                    .boxed()
                    .toList();
            way.nearness.add(IntStream.range(0, all.size())
                    .filter(j -> !half.contains(all.get(j).respondent()))
                    .mapToDouble(j -> places.stream()
                            .mapToDouble(i -> all.alike().between(i, j))
                            .max()
                            .orElse(0))
                    .average()
                    .orElse(0));
            if (!terms.isEmpty()) {
                way.terms.add(terms.stream()
                                .filter(term -> chosen.stream()
                                        .anyMatch(one -> one.text()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(term.words().toLowerCase(Locale.ROOT))))
                                .count()
                        / (double) terms.size());
            }
            for (Trait trait : List.of(Trait.GROUP, Trait.COUNTRY, Trait.LANGUAGE)) {
                if (census.of(trait).size() > 1) {
                    var check = Representation.of(
                            trait,
                            census.of(trait),
                            chosen.stream().map(one -> one.profile().of(trait)).toList());
                    way.distances.computeIfAbsent(trait, _ -> new ArrayList<>()).add(check.distance());
                }
            }
        }
    }

    private static Map<String, @Nullable Object> row(String question, List<Said> said) {
        var heard = Heard.of(said, Set.of());
        var chosen = KeyPassages.choose(heard, census(said), Wishes.NONE, KeyPassages.USUAL)
                .chosen();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("question", question);
        row.put("passages", said.size());
        row.put(
                "chosen",
                chosen.stream()
                        .map(one -> Map.of(
                                "submission_id", one.said().respondent(),
                                "start", one.quote().start(),
                                "end", one.quote().end(),
                                "passages", one.passages(),
                                "respondents", one.respondents()))
                        .toList());
        return row;
    }
}

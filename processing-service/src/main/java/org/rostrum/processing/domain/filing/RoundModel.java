package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.content.Belief;
import org.rostrum.processing.domain.filing.content.Confirmed;
import org.rostrum.processing.domain.filing.content.DocumentReader;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.filing.content.Question;
import org.rostrum.processing.domain.filing.content.RoundReader;

/**
 * What filing knows of one round by now: what its items' texts say, and what its passages and people have taught. Never
 * changes; the same items and documents give the same model. May be shared between threads.
 */
public final class RoundModel {
    /** While fewer are known, what is to be filed is studied with them. House choice. */
    private static final int FEW = 50;
    /** More of one document are not studied. House choice. */
    private static final int MANY = 300;
    /** Below this the best item was right hardly more often than a blind guess, in two real consultations (2026-11-22). */
    private static final double NO_LIKENESS = 0.02;

    private final List<ItemNumber> items;
    private final List<Question> questions;
    private final List<List<Studied>> documents;
    private final int studied;
    private final RoundReader reader;
    /** Whoever is studied is not asked again: he would vouch for himself. */
    private final Map<Features.Mark, Belief> studiedBeliefs = new HashMap<>();

    private final DocumentReader together;

    private RoundModel(List<ItemNumber> items, List<Question> questions, List<List<Studied>> documents) {
        this.items = items;
        this.questions = questions;
        Map<String, Studied> open = new LinkedHashMap<>();
        Map<String, Studied> settled = new LinkedHashMap<>();
        documents.forEach(document -> document.forEach(
                passage -> (passage.settled() == null ? open : settled).putIfAbsent(passage.hash(), passage)));
        open.keySet().removeAll(settled.keySet());
        this.studied = open.size() + settled.size();
        this.documents = studied < FEW ? documents : List.of();
        List<Features> unsettled = open.values().stream().map(Studied::features).toList();
        List<List<Studied>> different = different(documents);
        this.reader = RoundReader.of(
                questions,
                unsettled,
                settled.values().stream().map(this::confirmed).toList(),
                places(different, open.keySet(), settled.keySet()));
        List<Belief> beliefs = reader.readSample(unsettled);
        for (int i = 0; i < unsettled.size(); i++) {
            studiedBeliefs.put(unsettled.get(i).mark(), beliefs.get(i));
        }
        this.together = DocumentReader.learned(items.size(), shares(different, settled));
    }

    /**
     * Learns from documents of the round.
     *
     * @param items under which passages can be filed, in printed order
     * @param questions how each of them is worded
     * @param documents a sample of the round's texts, each as its passages in their order
     */
    public static RoundModel of(List<ItemNumber> items, List<Question> questions, List<List<Studied>> documents) {
        if (items.size() != questions.size()) {
            throw new IllegalArgumentException(items.size() + " items with " + questions.size() + " wordings");
        }
        return new RoundModel(List.copyOf(items), List.copyOf(questions), List.copyOf(documents));
    }

    /** Those that say mostly what none before them says: of many copies, one shows how authors write. */
    private static List<List<Studied>> different(List<List<Studied>> documents) {
        Set<String> met = new HashSet<>();
        return documents.stream()
                .filter(document -> {
                    long fresh = document.stream()
                            .filter(passage -> met.add(passage.hash()))
                            .count();
                    return 2 * fresh > document.size();
                })
                .toList();
    }

    /** Of each document, where its passages stand among the open and behind them the settled ones. */
    private static List<int[]> places(List<List<Studied>> documents, Set<String> open, Set<String> settled) {
        Map<String, Integer> places = new HashMap<>();
        Stream.concat(open.stream(), settled.stream()).forEach(hash -> places.put(hash, places.size()));
        return documents.stream()
                .map(document -> document.stream()
                        .mapToInt(passage -> Objects.requireNonNull(places.get(passage.hash())))
                        .toArray())
                .toList();
    }

    private Confirmed confirmed(Studied passage) {
        return new Confirmed(passage.features(), place(passage.settled()));
    }

    private int place(@Nullable List<ItemNumber> settled) {
        return settled == null || settled.isEmpty() ? Confirmed.NOWHERE : items.indexOf(settled.getFirst());
    }

    private List<double[][]> shares(List<List<Studied>> all, Map<String, Studied> settled) {
        return all.stream()
                .map(document -> document.stream()
                        .map(passage -> shares(settled.getOrDefault(passage.hash(), passage)))
                        .toArray(double[][]::new))
                .toList();
    }

    private double[] shares(Studied passage) {
        return passage.settled() == null ? believed(passage.features()).shares() : certain(place(passage.settled()));
    }

    private Belief believed(Features passage) {
        Belief known = studiedBeliefs.get(passage.mark());
        return known == null ? reader.read(passage) : known;
    }

    /** Almost all for one place; the same for each where there is none. */
    private double[] certain(int place) {
        double[] shares = new double[items.size()];
        double rest = 0.01;
        for (int j = 0; j < shares.length; j++) {
            shares[j] = place < 0 ? 1.0 / shares.length : (j == place ? 1 - rest : 0) + rest / shares.length;
        }
        return shares;
    }

    /** The same model, or while it knows few passages one that has studied these as well. */
    RoundModel withAll(List<Features> passages) {
        if (studied >= FEW) {
            return this;
        }
        var more = new ArrayList<>(documents);
        more.add(studied(List.copyOf(new LinkedHashSet<>(passages))));
        return new RoundModel(items, questions, more);
    }

    /** Of a very long document, passages from all over it. */
    private static List<Studied> studied(List<Features> different) {
        int step = Math.ceilDiv(different.size(), MANY);
        return IntStream.range(0, different.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> new Studied("to be filed " + i, different.get(i), null))
                .toList();
    }

    /** Whether it was made for these items. */
    public boolean isFor(List<ItemNumber> places) {
        return items.equals(places);
    }

    /** Whether an encoder has read what is asked. */
    public boolean isUnderstood() {
        return questions.isEmpty()
                || questions.stream()
                        .flatMap(question -> question.wordings().stream())
                        .anyMatch(wording -> wording.own().isUnderstood());
    }

    List<ItemNumber> items() {
        return items;
    }

    /** How many different passages it has studied. */
    public int studied() {
        return studied;
    }

    /** Whether people have said of some passage that it answers no item. */
    boolean knowsNowhere() {
        return reader.knowsNowhere();
    }

    /** How likely each passage answers no item, by its content. */
    public List<Double> answersNone(List<Features> passages) {
        return read(passages).stream().map(Belief::nowhere).toList();
    }

    List<Belief> read(List<Features> passages) {
        return passages.stream().map(this::read).toList();
    }

    /** What shares no word with any item answers none, unless what people settled makes it sure of one. */
    private Belief read(Features passage) {
        Belief belief = believed(passage);
        double likeness = reader.nearestByWords(passage);
        if (reader.knowsNowhere() || likeness >= NO_LIKENESS) {
            return belief;
        }
        double surest = reader.isTaught() ? Arrays.stream(belief.shares()).max().orElse(0) : 0;
        double strange = (1 - likeness / NO_LIKENESS) * (1 - surest);
        return new Belief(belief.shares(), Math.max(strange, belief.nowhere()), belief.learned());
    }

    /** The shares of each item in each passage of one document, in the light of the others and their order. */
    double[][] inOrder(double[][] shares) {
        return together.read(shares);
    }
}

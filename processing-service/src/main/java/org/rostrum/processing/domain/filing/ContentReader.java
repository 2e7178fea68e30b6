package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;

/** Files passages by likeness of their words to the items' texts, and says how sure it is. */
final class ContentReader {

    /** Below this the best item was right no more often than a blind guess, in two real consultations (2026-11-22). */
    static final double NO_LIKENESS = 0.06;
    /** An area is chosen over the question that it is part of when it is this much likelier. House choice. */
    static final double CLEARLY = 1.1;
    /** Confidence is a plain softmax over standardised scores; sharper ones (.5, .3) promised too much where measured. */
    private static final double TEMPERATURE = 1;
    /** Staff choose from a handful. House choice. */
    private static final int RUNNERS_UP = 4;

    private final Instrument instrument;
    private final ItemLikeness likeness;

    ContentReader(Instrument instrument) {
        this.instrument = instrument;
        this.likeness = new ItemLikeness(instrument);
    }

    List<Filing> file(List<String> texts) {
        List<Terms> terms = texts.stream().map(Terms::of).toList();
        ItemLikeness.Scale scale = likeness.scale(terms);
        return terms.stream().map(text -> decide(scale.rank(text))).toList();
    }

    private Filing decide(List<ItemLikeness.Score> ranked) {
        List<Candidate> candidates = new ArrayList<>(confidences(ranked));
        if (ranked.isEmpty() || ranked.getFirst().likeness() < NO_LIKENESS) {
            double mass = ranked.isEmpty() ? 0 : ranked.getFirst().likeness() / NO_LIKENESS;
            return new Filing(List.of(), 1 - mass, FilingBasis.CONTENT, firstFew(candidates));
        }
        ItemNumber chosen = areaOrWhole(ranked).number();
        Candidate choice = candidates.stream()
                .filter(candidate -> candidate.item().equals(chosen))
                .findFirst()
                .orElseThrow();
        candidates.remove(choice);
        return new Filing(List.of(chosen), choice.confidence(), FilingBasis.CONTENT, firstFew(candidates));
    }

    private static List<Candidate> firstFew(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .limit(RUNNERS_UP)
                .toList();
    }

    private Entry areaOrWhole(List<ItemLikeness.Score> ranked) {
        ItemLikeness.Score best = ranked.getFirst();
        Optional<ItemLikeness.Score> whole = instrument
                .parentOf(best.item())
                .flatMap(parent -> ranked.stream()
                        .filter(score -> score.item().equals(parent))
                        .findFirst());
        return whole.filter(score -> best.likeness() < CLEARLY * score.likeness())
                .map(ItemLikeness.Score::item)
                .orElse(best.item());
    }

    private static List<Candidate> confidences(List<ItemLikeness.Score> ranked) {
        double mean = ranked.stream()
                .mapToDouble(ItemLikeness.Score::likeness)
                .average()
                .orElse(0);
        double variance = ranked.stream()
                .mapToDouble(score -> Math.pow(score.likeness() - mean, 2))
                .average()
                .orElse(0);
        double unit = TEMPERATURE * (variance > 0 ? Math.sqrt(variance) : 1);
        double sum = ranked.stream()
                .mapToDouble(score -> Math.exp((score.likeness() - mean) / unit))
                .sum();
        return ranked.stream()
                .map(score -> new Candidate(score.item().number(), Math.exp((score.likeness() - mean) / unit) / sum))
                .toList();
    }
}

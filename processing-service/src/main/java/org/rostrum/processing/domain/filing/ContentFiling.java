package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.content.Belief;
import org.rostrum.processing.domain.filing.content.Features;

/** Decides where the passages of one document are filed: what headings name, content suggests and order makes likely. */
final class ContentFiling {
    /** An area is chosen over the question that it is part of when it is this much likelier. House choice. */
    private static final double CLEARLY = 1.3;
    /** What a heading's word is worth beside content, in units of odds: e to the fourth (docs/quality.md). */
    private static final double NAMED = Math.exp(4);

    private static final double LIKELIER_THAN_NOT = 0.5;
    /** Staff choose from a handful. House choice. */
    private static final int RUNNERS_UP = 4;

    private final Instrument instrument;
    private final RoundModel round;

    ContentFiling(Instrument instrument, RoundModel round) {
        this.instrument = instrument;
        this.round = round;
    }

    /** One filing for each passage; where a heading names an item, it is filed there and supports its neighbours. */
    List<Filing> file(List<Features> passages, List<Optional<HeadingReader.Reading>> headings) {
        List<Belief> beliefs = round.read(passages);
        double[][] shares = shares(
                beliefs,
                headings.stream()
                        .map(heading -> heading.map(reading -> reading.item().number()))
                        .toList());
        return IntStream.range(0, passages.size())
                .mapToObj(i -> headings.get(i)
                        .map(heading -> underHeading(heading, beliefs.get(i)))
                        .orElseGet(() -> decide(beliefs.get(i), shares[i])))
                .toList();
    }

    /** The same for passages that are filed: what a box, a heading or a person said stays, the rest is decided anew. */
    List<Filing> fileAgain(List<Features> passages, List<Filing> now) {
        List<Belief> beliefs = round.read(passages);
        double[][] shares = shares(
                beliefs,
                now.stream()
                        .map(filing -> isGuess(filing)
                                ? Optional.<ItemNumber>empty()
                                : filing.items().stream().findFirst())
                        .toList());
        return IntStream.range(0, passages.size())
                .mapToObj(i -> isGuess(now.get(i)) ? decide(beliefs.get(i), shares[i]) : now.get(i))
                .toList();
    }

    private static boolean isGuess(Filing filing) {
        return switch (filing.basis()) {
            case CONTENT, ORDER -> true;
            case BOX, HEADING, STAFF -> false;
        };
    }

    private double[][] shares(List<Belief> beliefs, List<Optional<ItemNumber>> named) {
        double[][] evidence = new double[beliefs.size()][];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = supported(beliefs.get(i).shares(), named.get(i));
        }
        return round.inOrder(evidence);
    }

    private double[] supported(double[] shares, Optional<ItemNumber> item) {
        int named = item.map(number -> round.items().indexOf(number)).orElse(-1);
        if (named < 0) {
            return shares;
        }
        double[] supported = shares.clone();
        supported[named] *= NAMED;
        double sum = 1 - shares[named] + supported[named];
        for (int j = 0; j < supported.length; j++) {
            supported[j] /= sum;
        }
        return supported;
    }

    private Filing underHeading(HeadingReader.Reading heading, Belief belief) {
        ItemNumber item = heading.item().number();
        List<Candidate> others = candidates(belief.shares()).stream()
                .filter(candidate -> !candidate.item().equals(item))
                .limit(RUNNERS_UP)
                .toList();
        return new Filing(List.of(item), heading.confidence(), FilingBasis.HEADING, others);
    }

    private Filing decide(Belief belief, double[] shares) {
        List<Candidate> candidates = new ArrayList<>(candidates(shares));
        if (candidates.isEmpty()) {
            return new Filing(List.of(), 1, FilingBasis.CONTENT, List.of());
        }
        double somewhere = 1 - belief.nowhere();
        if (answersNone(belief.nowhere(), candidates.getFirst().confidence())) {
            return new Filing(List.of(), belief.nowhere(), FilingBasis.CONTENT, firstFew(candidates));
        }
        Candidate chosen = areaOrWhole(candidates);
        candidates.remove(chosen);
        return new Filing(
                List.of(chosen.item()), somewhere * chosen.confidence(), basis(belief, shares), firstFew(candidates));
    }

    /** Whoever was taught says so where it is likelier than not; before, only what has no word in common gets this far. */
    private boolean answersNone(double nowhere, double best) {
        return nowhere > (round.knowsNowhere() ? LIKELIER_THAN_NOT : (1 - nowhere) * best);
    }

    private FilingBasis basis(Belief belief, double[] inOrder) {
        boolean orderDecided = !best(inOrder).equals(best(belief.shares()));
        return orderDecided ? FilingBasis.ORDER : FilingBasis.CONTENT;
    }

    private ItemNumber best(double[] shares) {
        return candidates(shares).getFirst().item();
    }

    /** The likeliest first; equals in printed order. */
    private List<Candidate> candidates(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToObj(j -> new Candidate(round.items().get(j), shares[j]))
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .toList();
    }

    private static List<Candidate> firstFew(List<Candidate> candidates) {
        return candidates.stream().limit(RUNNERS_UP).toList();
    }

    private Candidate areaOrWhole(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        return instrument
                .parentOf(best.item())
                .flatMap(parent -> candidates.stream()
                        .filter(candidate -> candidate.item().equals(parent))
                        .findFirst())
                .filter(whole -> best.confidence() < CLEARLY * whole.confidence())
                .orElse(best);
    }
}

package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.content.ContentModel.Seen;

/**
 * Reads passages of one round by their content, as well as the round has taught it by now. What people settled is followed only
 * where that foresees their other choices clearly better. Never changes; the same questions, sample and choices give the same
 * reader. May be shared between threads.
 */
public final class RoundReader {
    /** Fewer choices teach nothing that could be checked. */
    private static final int FEWEST = 5;

    /** More choices are studied as examples, but not asked what to make of belief. House choice. */
    private static final int HEARD = 500;

    /** In so many parts choices are foreseen by what the others taught; more parts would take longer to learn. House choice. */
    private static final int HALVES = 2;

    private final ContentModel model;
    private final @Nullable Lessons lessons;
    private final Doubt doubt;

    private RoundReader(ContentModel model, @Nullable Lessons lessons, Doubt doubt) {
        this.model = model;
        this.lessons = lessons;
        this.doubt = doubt;
    }

    /**
     * Learns from the round as it is.
     *
     * @param open passages of the round that nobody has settled: a sample, each text once
     * @param confirmed what is settled
     * @param documents of each, where its passages stand among the open and behind them the confirmed ones
     */
    public static RoundReader of(
            List<Question> questions, List<Features> open, List<Confirmed> confirmed, List<int[]> documents) {
        var all = new ArrayList<>(open);
        confirmed.forEach(each -> all.add(each.passage()));
        var material = new Material(questions, all);
        var reader = of(material, new Choices(open.size(), confirmed), new Documents(documents, questions.size()));
        material.forget();
        return reader;
    }

    private static RoundReader of(Material material, Choices choices, Documents documents) {
        var untaught = documents.teach(new ContentModel(material, choices.untold()), choices.untold());
        int[] somewhere = choices.somewhere(HEARD);
        if (somewhere.length < FEWEST) {
            return new RoundReader(untaught, null, choices.doubt(untaught, HEARD));
        }
        var known = choices.known(untaught, somewhere);
        var plain = Lessons.plain(known);
        return Stream.concat(
                        Stream.of(known),
                        plain.areBeatenBy(foreseen(material, choices, documents, somewhere), known)
                                ? Stream.of(choices.known(taught(material, choices.told(), documents), somewhere))
                                : Stream.empty())
                .flatMap(
                        each -> Lessons.better(each, plain).stream().map(lessons -> new Learned(each.model(), lessons)))
                .min(Comparator.comparingDouble(learned -> learned.lessons().surprise()))
                .map(learned ->
                        new RoundReader(learned.model(), learned.lessons(), choices.doubt(learned.model(), HEARD)))
                .orElseGet(() -> new RoundReader(untaught, plain, choices.doubt(untaught, HEARD)));
    }

    private static ContentModel taught(Material material, int[] told, Documents documents) {
        return documents.teach(new ContentModel(material, told), told);
    }

    /** The scores of settled passages by a model that was taught the other half of them: none may vouch for itself. */
    private static double[][] foreseen(Material material, Choices choices, Documents documents, int[] somewhere) {
        double[][] scores = new double[somewhere.length][];
        for (int half = 0; half < HALVES; half++) {
            int parity = half;
            int[] left = IntStream.range(0, somewhere.length)
                    .filter(i -> i % HALVES == parity)
                    .toArray();
            int[] hidden = Arrays.stream(left).map(i -> somewhere[i]).toArray();
            var model = taught(material, choices.toldBut(hidden), documents);
            for (int i : left) {
                scores[i] = model.sample().get(choices.place(somewhere[i])).scores();
            }
        }
        return scores;
    }

    private record Learned(ContentModel model, Lessons lessons) {}

    /** What this passage answers. */
    public Belief read(Features passage) {
        Seen seen = model.see(passage);
        return belief(seen, lessons == null ? Numbers.softmax(seen.scores(), 1) : lessons.shares(seen), doubt.of(seen));
    }

    /** The same for the open passages of the sample, in their order; cheaper and fairer than asking for each. */
    public List<Belief> readSample(List<Features> open) {
        List<double[]> shares = lessons == null
                ? model.sample().stream()
                        .map(seen -> Numbers.softmax(seen.scores(), 1))
                        .toList()
                : lessons.sample();
        double[] nowhere = doubt.sample();
        return IntStream.range(0, open.size())
                .mapToObj(i -> belief(model.sample().get(i), shares.get(i), nowhere[i]))
                .toList();
    }

    private static Belief belief(Seen seen, double[] shares, double nowhere) {
        return new Belief(shares, nowhere, Numbers.highest(shares) != Numbers.highest(seen.scores()));
    }

    /** Whether what people settled is followed. */
    public boolean isTaught() {
        return lessons != null && lessons.areBold();
    }

    /** Whether it was learned from people which passages answer no question. */
    public boolean knowsNowhere() {
        return doubt.isTaught();
    }

    /** How alike the passage's words are to those of the question nearest to it, 0 to 1. */
    public double nearestByWords(Features passage) {
        return model.nearestByWords(passage);
    }
}

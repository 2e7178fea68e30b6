package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How alike passages are to the texts of the items, in whichever of the organiser's languages fits best. */
final class ItemLikeness {

    /** What stands above an item colours it, but half as strongly as its own words. House choice. */
    private static final double CONTEXT = 0.5;

    private final List<Wording> wordings = new ArrayList<>();
    private final List<Entry> items;

    ItemLikeness(Instrument instrument) {
        items = instrument.entries().stream().filter(Entry::takesContributions).toList();
        for (Entry item : items) {
            for (Map.Entry<String, String> text : item.texts().entrySet()) {
                List<Terms> context = new ArrayList<>();
                for (Entry above : instrument.pathTo(item)) {
                    String wording = above.texts().get(text.getKey());
                    if (!above.equals(item) && wording != null) {
                        context.add(Terms.of(wording));
                    }
                }
                wordings.add(new Wording(item, Terms.of(text.getValue()), context));
            }
        }
    }

    /** Weighs words by their rarity among the items and these texts together. */
    Scale scale(List<Terms> texts) {
        List<Terms> corpus = new ArrayList<>(texts);
        wordings.forEach(wording -> corpus.add(wording.own()));
        return new Scale(new TfIdf(corpus));
    }

    private record Wording(Entry item, Terms own, List<Terms> context) {}

    record Score(Entry item, double likeness) {}

    final class Scale {
        private final TfIdf tfIdf;
        private final List<Weighed> weighed;

        private record Weighed(Entry item, TfIdf.Vector vector) {}

        private Scale(TfIdf tfIdf) {
            this.tfIdf = tfIdf;
            this.weighed = wordings.stream().map(this::weigh).toList();
        }

        private Weighed weigh(Wording wording) {
            TfIdf.Vector vector = tfIdf.vector(wording.own());
            for (Terms context : wording.context()) {
                vector = vector.withContext(tfIdf.vector(context), CONTEXT);
            }
            return new Weighed(wording.item(), vector);
        }

        /** All items that take responses, the likest first; equals in printed order. */
        List<Score> rank(Terms text) {
            TfIdf.Vector vector = tfIdf.vector(text);
            double[] best = new double[items.size()];
            for (Weighed candidate : weighed) {
                int index = items.indexOf(candidate.item());
                best[index] = Math.max(best[index], candidate.vector().likeness(vector));
            }
            List<Score> scores = new ArrayList<>();
            for (int i = 0; i < best.length; i++) {
                scores.add(new Score(items.get(i), best[i]));
            }
            scores.sort(Comparator.comparingDouble(Score::likeness).reversed());
            return scores;
        }
    }
}

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
        for (int i = 0; i < items.size(); i++) {
            for (Map.Entry<String, String> text : items.get(i).texts().entrySet()) {
                wordings.add(
                        new Wording(i, Terms.of(text.getValue()), context(instrument, items.get(i), text.getKey())));
            }
        }
    }

    private static List<Terms> context(Instrument instrument, Entry item, String language) {
        return instrument.pathTo(item).stream()
                .filter(above -> !above.equals(item) && above.texts().containsKey(language))
                .map(above -> Terms.of(above.texts().getOrDefault(language, "")))
                .toList();
    }

    /** Weighs words by their rarity among the items and these texts together. */
    Scale scale(List<Terms> texts) {
        List<Terms> corpus = new ArrayList<>(texts);
        wordings.forEach(wording -> corpus.add(wording.own()));
        return new Scale(new TfIdf(corpus));
    }

    /**
     * One item's text in one language.
     *
     * @param item its place among the items
     */
    private record Wording(int item, Terms own, List<Terms> context) {}

    record Score(Entry item, double likeness) {}

    final class Scale {
        private final TfIdf tfIdf;
        private final TfIdf.Index index;

        private Scale(TfIdf tfIdf) {
            this.tfIdf = tfIdf;
            this.index = new TfIdf.Index(wordings.stream().map(this::weigh).toList());
        }

        private TfIdf.Vector weigh(Wording wording) {
            TfIdf.Vector vector = tfIdf.vector(wording.own());
            for (Terms context : wording.context()) {
                vector = vector.withContext(tfIdf.vector(context), CONTEXT);
            }
            return vector;
        }

        /** All items that take contributions, the likest first; equals in printed order. */
        List<Score> rank(Terms text) {
            double[] likenesses = index.likenesses(tfIdf.vector(text));
            double[] best = new double[items.size()];
            for (int i = 0; i < likenesses.length; i++) {
                int item = wordings.get(i).item();
                best[item] = Math.max(best[item], likenesses[i]);
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

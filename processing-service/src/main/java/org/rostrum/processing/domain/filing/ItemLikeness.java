package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How alike passages are to the texts of the items, in whichever of the organiser's languages fits best. */
final class ItemLikeness {

    /** What stands above an item colours it, but half as strongly as its own words. House choice. */
    private static final double CONTEXT = 0.5;

    private final List<Entry> items;
    private final Map<String, List<Wording>> byLanguage = new TreeMap<>();

    ItemLikeness(Instrument instrument) {
        items = instrument.entries().stream().filter(Entry::takesContributions).toList();
        for (int i = 0; i < items.size(); i++) {
            Entry item = items.get(i);
            for (Map.Entry<String, String> text : item.texts().entrySet()) {
                byLanguage
                        .computeIfAbsent(text.getKey(), _ -> new ArrayList<>())
                        .add(new Wording(i, Terms.of(text.getValue()), context(instrument, item, text.getKey())));
            }
        }
    }

    private static List<Terms> context(Instrument instrument, Entry item, String language) {
        return instrument.pathTo(item).stream()
                .filter(above -> !above.equals(item) && above.texts().containsKey(language))
                .map(above -> Terms.of(above.texts().getOrDefault(language, "")))
                .toList();
    }

    /**
     * Weighs words by their rarity among the items and these texts together. Each of the organiser's languages has weights
     * of its own: among six translations the commonest word of one language would look rare.
     */
    Scale scale(List<Terms> texts) {
        return new Scale(byLanguage.values().stream()
                .map(wordings -> new Translation(wordings, texts))
                .toList());
    }

    /**
     * One item's text in one language.
     *
     * @param item its place among the items
     */
    private record Wording(int item, Terms own, List<Terms> context) {}

    record Score(Entry item, double likeness) {}

    /** All items' texts in one language, weighed. */
    private static final class Translation {
        private final List<Wording> wordings;
        private final TfIdf tfIdf;
        private final TfIdf.Index index;

        Translation(List<Wording> wordings, List<Terms> texts) {
            List<Terms> corpus = new ArrayList<>(texts);
            wordings.forEach(wording -> corpus.add(wording.own()));
            this.wordings = wordings;
            this.tfIdf = new TfIdf(corpus);
            this.index = new TfIdf.Index(wordings.stream().map(this::weigh).toList());
        }

        private TfIdf.Vector weigh(Wording wording) {
            TfIdf.Vector vector = tfIdf.vector(wording.own());
            for (Terms context : wording.context()) {
                vector = vector.withContext(tfIdf.vector(context), CONTEXT);
            }
            return vector;
        }

        void raise(double[] best, Terms text) {
            double[] likenesses = index.likenesses(tfIdf.vector(text));
            for (int i = 0; i < likenesses.length; i++) {
                int item = wordings.get(i).item();
                best[item] = Math.max(best[item], likenesses[i]);
            }
        }
    }

    final class Scale {
        private final List<Translation> translations;

        private Scale(List<Translation> translations) {
            this.translations = translations;
        }

        /** All items that take contributions, the likest first; equals in printed order. */
        List<Score> rank(Terms text) {
            double[] best = new double[items.size()];
            translations.forEach(translation -> translation.raise(best, text));
            List<Score> scores = new ArrayList<>();
            for (int i = 0; i < best.length; i++) {
                scores.add(new Score(items.get(i), best[i]));
            }
            scores.sort(Comparator.comparingDouble(Score::likeness).reversed());
            return scores;
        }
    }
}

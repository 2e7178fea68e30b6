package org.rostrum.processing.adapter.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.adapter.evaluation.Documents.Prepared;
import org.rostrum.processing.adapter.evaluation.Documents.Row;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.usecase.DescribeTexts;
import org.rostrum.processing.usecase.FileRound;
import org.rostrum.processing.usecase.FileRound.Described;
import org.rostrum.processing.usecase.Languages;

/** Files a past consultation as the service would, and compares with where its passages truly belong. */
public final class EvaluateClassification {
    private final DescribeTexts describe;
    private final Languages languages;

    public EvaluateClassification(DescribeTexts describe, Languages languages) {
        this.describe = describe;
        this.languages = languages;
    }

    /**
     * A passage.
     *
     * @param prediction where it was filed
     * @param byContent where it would have been filed by its content alone
     * @param answersNone how likely it answers no question
     */
    private record Filed(Row row, Prediction prediction, Prediction byContent, double answersNone) {
        boolean truthIsKnown() {
            return row.gold().question().isPresent() || row.gold().offTopic();
        }
    }

    public void run(Options options, PrintStream out) {
        var past = PastConsultation.read(options.set());
        var documents = new Documents(new Filer(past.instrument()), languages, options).of(past.submissions());
        if (documents.isEmpty()) {
            throw new Unusable("No submission of the set has passages with their questions (gold).");
        }
        var round = new FileRound(describe, past.instrument());
        var clock = new Stopwatch();
        var described =
                round.describe(documents.stream().map(Prepared::document).toList());
        clock.lap("describing_seconds");
        if (options.inDoubt()) {
            var asked = new AskedInDoubt(round, documents, described).settle(options.labels());
            documents = asked.documents();
            described = asked.described();
            clock.skip();
        }
        file(options, past, round, documents, described, clock, out);
    }

    private static void file(
            Options options,
            PastConsultation past,
            FileRound round,
            List<Prepared> documents,
            List<Described> described,
            Stopwatch clock,
            PrintStream out) {
        var model = round.learn(described);
        clock.lap("learning_seconds");
        var filings = described.stream().map(each -> round.file(each, model)).toList();
        clock.lap("filing_seconds");
        var alone = described.stream()
                .map(each -> round.fileByContentAlone(each, model))
                .toList();
        var none = described.stream()
                .map(each -> model.answersNone(each.features()))
                .toList();
        var counted = counted(documents, filings, alone, none, options);
        report(options, past, documents, model, clock, counted, out);
    }

    private static List<Filed> counted(
            List<Prepared> documents,
            List<List<Filing>> filings,
            List<List<Filing>> alone,
            List<List<Double>> none,
            Options options) {
        var counted = new ArrayList<Filed>();
        for (int d = 0; d < documents.size(); d++) {
            var rows = documents.get(d).rows();
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                String language = row.submission().language();
                boolean asked = options.languages().isEmpty()
                        || (language != null && options.languages().contains(language));
                if (!row.settled() && asked && (row.spared() || !options.spareHalf())) {
                    counted.add(new Filed(
                            row,
                            Prediction.of(filings.get(d).get(i)),
                            Prediction.of(alone.get(d).get(i)),
                            none.get(d).get(i)));
                }
            }
        }
        return counted;
    }

    private static Scores scores(List<Filed> filed, boolean byContent) {
        return new Scores(filed.stream()
                .filter(each -> each.row().gold().question().isPresent())
                .map(each -> new Scores.Case(
                        each.row().submission().id(),
                        each.row().gold().text(),
                        each.row().gold().question().orElseThrow(),
                        byContent ? each.byContent() : each.prediction()))
                .toList());
    }

    private static void report(
            Options options,
            PastConsultation past,
            List<Prepared> documents,
            RoundModel model,
            Stopwatch clock,
            List<Filed> counted,
            PrintStream out) {
        var scores = scores(counted, false);
        if (scores.count() == 0) {
            throw new Unusable("No passage is left to be counted: fewer labels, or other languages?");
        }
        var figures = new Figures();
        figures.put("", scores);
        figures.put("accuracy_margin", scores.margin());
        figures.put("content_", scores(counted, true));
        figures.put("passages", scores.count());
        figures.put("labels", options.labels());
        figures.put("studied", model.studied());
        byLanguage(counted).forEach((language, some) -> {
            figures.put("accuracy_" + language, some.accuracy());
            figures.put("macro_f1_" + language, some.macroF1());
            figures.put("passages_" + language, some.count());
        });
        figures.put("answers_no_question_auroc", auroc(counted));
        counted.forEach(each -> figures.put(basis(each), figures.byName().getOrDefault(basis(each), 0.0) + 1));
        clock.laps().forEach(figures::put);
        double seconds =
                clock.laps().values().stream().mapToDouble(Double::doubleValue).sum();
        figures.put("passages_per_second", Documents.different(documents) / seconds);
        figures.put("peak_memory_mib", Memory.peak());
        new Tables(out).print(past, scores, figures.byName());
        var json = options.json();
        if (json != null) {
            figures.write(json, predictions(past, counted), out);
        }
    }

    private static String basis(Filed filed) {
        return "by_" + filed.prediction().basis().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Scores> byLanguage(List<Filed> counted) {
        Map<String, List<Filed>> byLanguage = new TreeMap<>();
        counted.forEach(each -> byLanguage
                .computeIfAbsent(
                        Optional.ofNullable(each.row().submission().language()).orElse("unknown"),
                        _ -> new ArrayList<>())
                .add(each));
        Map<String, Scores> scores = new TreeMap<>();
        byLanguage.forEach((language, some) -> scores.put(language, scores(some, false)));
        return scores;
    }

    /** How well the likelihood of answering no question tells passages that answer none: 0.5 is chance, 1 is perfect. */
    private static double auroc(List<Filed> counted) {
        double[] off = doubts(counted, true);
        double[] on = doubts(counted, false);
        double wins = 0;
        for (double one : off) {
            for (double other : on) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / ((double) off.length * on.length);
    }

    private static double[] doubts(List<Filed> counted, boolean offTopic) {
        return counted.stream()
                .filter(each -> each.truthIsKnown() && each.row().gold().offTopic() == offTopic)
                .mapToDouble(Filed::answersNone)
                .toArray();
    }

    private static List<Map<String, @Nullable Object>> predictions(PastConsultation past, List<Filed> counted) {
        return counted.stream()
                .map(each -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("submission_id", each.row().submission().id());
                    row.put("index", each.row().gold().index());
                    row.put("gold", each.row().gold().question().map(past::id).orElse(null));
                    row.put("predicted", ids(past, each.prediction()));
                    row.put("confidence", each.prediction().confidence());
                    row.put("answers_no_question", each.answersNone());
                    row.put("basis", each.prediction().basis().name().toLowerCase(Locale.ROOT));
                    row.put("predicted_by_content", ids(past, each.byContent()));
                    row.put("confidence_by_content", each.byContent().confidence());
                    return row;
                })
                .toList();
    }

    private static List<@Nullable String> ids(PastConsultation past, Prediction prediction) {
        List<@Nullable String> ids = new ArrayList<>();
        IntStream.range(0, prediction.best().size()).forEach(i -> {
            @Nullable ItemNumber number = prediction.best().get(i);
            ids.add(number == null ? null : past.id(number));
        });
        return ids;
    }
}

package org.rostrum.processing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.rostrum.processing.adapter.evaluation.EvaluateClassification;
import org.rostrum.processing.adapter.evaluation.EvaluateDuplicates;
import org.rostrum.processing.adapter.evaluation.EvaluateEncoder;
import org.rostrum.processing.adapter.evaluation.EvaluateExtraction;
import org.rostrum.processing.adapter.evaluation.EvaluateKeyPassages;
import org.rostrum.processing.adapter.evaluation.EvaluateSplitting;
import org.rostrum.processing.adapter.evaluation.Options;
import org.rostrum.processing.adapter.extraction.WorkerPool;
import org.rostrum.processing.adapter.lingua.LinguaLanguages;
import org.rostrum.processing.adapter.lucene.LuceneStems;
import org.rostrum.processing.adapter.lucene.LuceneTokens;
import org.rostrum.processing.usecase.DescribeTexts;

/** The command behind {@code ./rostrum evaluate}: measures filing on a past consultation, with the service's own classes. */
public final class Evaluate {
    private static final String HELP = """
            ./rostrum evaluate classification --set DIR [options]
                                 file a past consultation as the service would, and compare with the truth:
                                 DIR holds consultation.json and items*.jsonl (see docs/quality.md)
              --labels K         let a person have settled K passages beforehand, drawn by lot; they are not counted
              --ask in-doubt     let it be those that the dashboard would suggest, ten at a time, learning from each ten
              --spare-half       settle none of one half of the passages, drawn by lot, and count only that half
              --seed S           which ones, and which order when shuffled (1)
              --shuffle          put the passages of each submission into another order first
              --languages fr,de  count only passages in these languages
              --json FILE        write figures and predictions as JSON

            ./rostrum evaluate duplicates --set DIR [--json FILE]
                                 find families of copied and reworded answers, and compare with judged pairs: DIR holds
                                 answers.jsonl and pairs.jsonl, and consultation.json or a neighbour that has it

            ./rostrum evaluate extraction --set DIR [--json FILE]
                                 read the files that DIR/items.jsonl names as the service would, and compare with their
                                 texts as somebody else read them

            ./rostrum evaluate splitting --set DIR [--json FILE]
                                 split whole submissions as the service would, and compare with where their answers
                                 (gold in items*.jsonl) begin and end

            ./rostrum evaluate key-passages --set DIR [--seed S] [--json FILE]
                                 choose key passages of each question from half of its respondents, and say how near they
                                 are to what the other half said, beside choices by lot: the set of a classification

            ./rostrum evaluate encoder --set DIR [--json FILE]
                                 texts per second that the encoder places by itself: one a line in DIR/texts.txt

            The encoder is the built-in one; ROSTRUM_ENCODER_KIND, _MODEL and so on choose another, as for the service.""";

    private Evaluate() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        String what = words.isEmpty() ? "help" : words.getFirst();
        try {
            switch (what) {
                case "classification" -> classification(words.subList(1, words.size()));
                case "duplicates" ->
                    new EvaluateDuplicates().run(Options.parse(words.subList(1, words.size())), System.out);
                case "extraction" -> extraction(words.subList(1, words.size()));
                case "splitting" ->
                    new EvaluateSplitting().run(Options.parse(words.subList(1, words.size())), System.out);
                case "key-passages" -> keyPassages(words.subList(1, words.size()));
                case "encoder" ->
                    new EvaluateEncoder(Encoders.of(config().encoder()))
                            .run(Options.parse(words.subList(1, words.size())), System.out);
                case "help", "--help", "-h" -> System.out.println(HELP);
                default -> {
                    System.err.println("rostrum: There is no evaluation of " + what + ": ./rostrum evaluate help.");
                    return 2;
                }
            }
            return 0;
        } catch (Options.Unusable e) {
            System.err.println("rostrum: " + e.getMessage());
            return 2;
        }
    }

    private static void classification(List<String> words) {
        var options = Options.parse(words);
        var describe = new DescribeTexts(Encoders.of(config().encoder()), new LuceneStems());
        new EvaluateClassification(describe, new LinguaLanguages()).run(options, System.out);
    }

    private static void keyPassages(List<String> words) {
        var options = Options.parse(words);
        var describe = new DescribeTexts(Encoders.of(config().encoder()), new LuceneStems());
        new EvaluateKeyPassages(describe, new LuceneTokens()).run(options, System.out);
    }

    private static void extraction(List<String> words) {
        var options = Options.parse(words);
        var settings = Wiring.workers(config().extraction());
        try (var pool = new WorkerPool(settings)) {
            pool.prepare();
            new EvaluateExtraction(pool, settings.workers()).run(options, System.out);
        }
    }

    /** The service's own configuration, without starting the service. */
    private static ProcessingConfig config() {
        var properties = Evaluate.class.getResource("/application.properties");
        if (properties == null) {
            throw new IllegalStateException("application.properties is not part of this installation.");
        }
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .addSystemSources()
                    .withSources(new PropertiesConfigSource(properties, 100))
                    .withMapping(ProcessingConfig.class)
                    .build()
                    .getConfigMapping(ProcessingConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException("application.properties cannot be read.", e);
        }
    }
}

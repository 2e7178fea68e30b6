package org.rostrum.processing.adapter.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.adapter.evaluation.Options.Unusable;
import org.rostrum.processing.adapter.evaluation.PastConsultation.Gold;
import org.rostrum.processing.adapter.evaluation.PastConsultation.Submission;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.domain.text.Splitting;

/**
 * Splits the whole text of past submissions as the service would, and compares with where their answers truly begin and end. A
 * passage smaller than an answer is no fault, since several may be filed under one question; one that mixes answers is.
 */
public final class EvaluateSplitting {
    /** A boundary may be off by a bullet or a quotation mark. */
    private static final int CLOSE = 3;

    /** A true answer and where it stands in the normalised text. */
    private record Answer(Gold gold, Span span) {}

    /** A submission's passages beside its true answers. */
    private record Split(Submission submission, NormalisedText text, List<Passage> passages, List<Answer> answers) {

        List<Answer> answersIn(Passage passage) {
            return answers.stream()
                    .filter(answer -> overlap(answer.span(), passage.span()) > 0)
                    .toList();
        }

        /** The most of a passage that belongs to one question. */
        int purest(Passage passage) {
            Map<ItemNumber, Integer> parts = new LinkedHashMap<>();
            answersIn(passage)
                    .forEach(answer -> parts.merge(
                            answer.gold().question().orElseThrow(),
                            overlap(answer.span(), passage.span()),
                            Integer::sum));
            return parts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        int answered(Passage passage) {
            return answersIn(passage).stream()
                    .mapToInt(answer -> overlap(answer.span(), passage.span()))
                    .sum();
        }

        Set<ItemNumber> questions(Passage passage) {
            var questions = new HashSet<ItemNumber>();
            answersIn(passage)
                    .forEach(answer -> questions.add(answer.gold().question().orElseThrow()));
            return questions;
        }

        boolean beginsAt(int place) {
            return passages.stream().anyMatch(passage -> Math.abs(passage.span().start() - place) <= CLOSE);
        }

        boolean isAnswered(int place) {
            return answers.stream().anyMatch(answer -> Math.abs(answer.span().start() - place) <= CLOSE);
        }

        private static int overlap(Span one, Span other) {
            return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
        }
    }

    public void run(Options options, PrintStream out) {
        var past = PastConsultation.read(options.set());
        var filer = new Filer(past.instrument());
        var clock = new Stopwatch();
        var splits = past.submissions().stream()
                .filter(submission -> submission.text() != null)
                .map(submission -> split(submission, filer))
                .filter(split -> !split.answers().isEmpty())
                .toList();
        clock.lap("splitting_seconds");
        if (splits.isEmpty()) {
            throw new Unusable("No submission of the set has a text in which its answers (gold) stand.");
        }
        var figures = figures(splits);
        clock.laps().forEach(figures::put);
        figures.put("peak_memory_mib", Memory.peak());
        figures.byName().forEach((name, value) -> out.printf("  %-32s %12.4f%n", name, value));
        var json = options.json();
        if (json != null) {
            figures.write(json, predictions(splits, past), out);
        }
    }

    private static Split split(Submission submission, Filer filer) {
        var text = NormalisedText.ofTyped(Objects.requireNonNullElse(submission.text(), ""));
        var answers = new ArrayList<Answer>();
        int from = 0;
        for (Gold gold : submission.gold()) {
            var words = NormalisedText.ofTyped(gold.text()).text();
            int at = words.isEmpty() || gold.question().isEmpty()
                    ? -1
                    : text.text().indexOf(words, from);
            if (at >= 0) {
                from = at + words.length();
                answers.add(new Answer(gold, new Span(at, from)));
            }
        }
        return new Split(submission, text, Splitting.document(text, filer.outline()), answers);
    }

    private static Figures figures(List<Split> splits) {
        int boundaries = 0;
        int found = 0;
        int begins = 0;
        int right = 0;
        int passages = 0;
        int mixed = 0;
        long answered = 0;
        long pure = 0;
        int answers = 0;
        for (Split split : splits) {
            answers += split.answers().size();
            for (Answer answer : split.answers().subList(1, split.answers().size())) {
                boundaries++;
                found += split.beginsAt(answer.span().start()) ? 1 : 0;
            }
            for (int i = 0; i < split.passages().size(); i++) {
                var passage = split.passages().get(i);
                if (i > 0) {
                    begins++;
                    right += split.isAnswered(passage.span().start()) ? 1 : 0;
                }
                passages++;
                mixed += split.questions(passage).size() > 1 ? 1 : 0;
                answered += split.answered(passage);
                pure += split.purest(passage);
            }
        }
        var figures = new Figures();
        figures.put("pure", (double) pure / answered);
        figures.put("mixed_passages", (double) mixed / passages);
        figures.put("boundaries_found", (double) found / boundaries);
        figures.put("passages_an_answer", (double) passages / answers);
        figures.put("beginnings_that_are_boundaries", (double) right / begins);
        figures.put("submissions", splits.size());
        figures.put("answers", answers);
        figures.put("passages", passages);
        return figures;
    }

    private static List<Map<String, @Nullable Object>> predictions(List<Split> splits, PastConsultation past) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Split split : splits) {
            for (int i = 0; i < split.passages().size(); i++) {
                var passage = split.passages().get(i);
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("submission_id", split.submission().id());
                row.put("index", i);
                row.put("start", passage.span().start());
                row.put("end", passage.span().end());
                row.put("text", passage.text());
                row.put(
                        "gold",
                        split.questions(passage).stream().map(past::id).sorted().toList());
                rows.add(row);
            }
        }
        return rows;
    }
}

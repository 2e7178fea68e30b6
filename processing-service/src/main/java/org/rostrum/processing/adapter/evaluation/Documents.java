package org.rostrum.processing.adapter.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.adapter.evaluation.PastConsultation.Gold;
import org.rostrum.processing.adapter.evaluation.PastConsultation.Submission;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.domain.text.Splitting;
import org.rostrum.processing.usecase.FileRound;
import org.rostrum.processing.usecase.Languages;

/** Past submissions as documents: the true passages, each under the headings that stand above it in the whole text. */
final class Documents {
    private static final int LONGEST_LABEL = 20;

    private final Filer filer;
    private final Languages languages;
    private final Options options;
    private final Random chance;
    private final Set<Gold> spared = Collections.newSetFromMap(new IdentityHashMap<>());

    Documents(Filer filer, Languages languages, Options options) {
        this.filer = filer;
        this.languages = languages;
        this.options = options;
        this.chance = new Random(options.seed());
    }

    /**
     * A passage that is filed and may be counted.
     *
     * @param spared whether nobody may be asked about it
     */
    record Row(Submission submission, Gold gold, boolean settled, boolean spared) {
        /** Whether a person could say where it belongs, and we know what he would say. */
        boolean mayBeAsked() {
            return !spared && (gold.question().isPresent() || gold.offTopic());
        }

        List<ItemNumber> answer() {
            return gold.offTopic() ? List.of() : List.of(gold.question().orElseThrow());
        }
    }

    /** A document and, for each of its passages, what is true of it. */
    record Prepared(FileRound.Document document, List<Row> rows) {

        /** The same, with exactly these settled. */
        Prepared settling(Set<Gold> settled) {
            var told = rows.stream()
                    .map(row -> new Row(row.submission(), row.gold(), settled.contains(row.gold()), row.spared()))
                    .toList();
            Map<Integer, List<ItemNumber>> choices = new HashMap<>();
            for (int i = 0; i < told.size(); i++) {
                if (told.get(i).settled()) {
                    choices.put(i, told.get(i).answer());
                }
            }
            return new Prepared(new FileRound.Document(document.passages(), document.languages(), choices), told);
        }
    }

    List<Prepared> of(List<Submission> submissions) {
        spare(submissions);
        Set<Gold> settled = options.inDoubt() ? Set.of() : settled(submissions);
        return submissions.stream()
                .filter(submission -> !submission.gold().isEmpty())
                .map(submission -> prepared(submission, settled))
                .toList();
    }

    /** The passages that a person has settled beforehand, drawn by lot. */
    private Set<Gold> settled(List<Submission> submissions) {
        var all = judged(submissions);
        Collections.shuffle(all, chance);
        Set<Gold> settled = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream()
                .filter(gold -> !spared.contains(gold))
                .limit(options.labels())
                .forEach(settled::add);
        return settled;
    }

    /** Half of them by a lot of its own, so that the same are spared whatever is asked. */
    private void spare(List<Submission> submissions) {
        if (options.spareHalf()) {
            var all = judged(submissions);
            Collections.shuffle(all, new Random(-1 - options.seed()));
            spared.addAll(all.subList(0, all.size() / 2));
        }
    }

    private static List<Gold> judged(List<Submission> submissions) {
        var all = new ArrayList<Gold>();
        submissions.forEach(submission -> submission.gold().stream()
                .filter(gold -> gold.question().isPresent() || gold.offTopic())
                .forEach(all::add));
        return all;
    }

    private Prepared prepared(Submission submission, Set<Gold> settled) {
        var passages = passages(submission);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < passages.size(); i++) {
            order.add(i);
        }
        if (options.shuffle()) {
            Collections.shuffle(order, chance);
        }
        var inOrder = new ArrayList<Passage>();
        var rows = new ArrayList<Row>();
        for (int i : order) {
            Gold gold = submission.gold().get(i);
            inOrder.add(passages.get(i));
            rows.add(new Row(submission, gold, false, spared.contains(gold)));
        }
        var spoken = new ArrayList<@Nullable String>();
        inOrder.forEach(passage -> spoken.add(languages.detect(passage.text()).orElse(submission.language())));
        var document = new FileRound.Document(inOrder, Collections.unmodifiableList(spoken), Map.of());
        return new Prepared(document, rows).settling(settled);
    }

    private List<Passage> passages(Submission submission) {
        String whole = submission.text() == null ? "" : submission.text();
        var text = NormalisedText.ofTyped(whole);
        List<Passage> split = text.text().isEmpty() ? List.of() : Splitting.document(text, filer.outline());
        var passages = new ArrayList<Passage>();
        int from = 0;
        for (Gold gold : submission.gold()) {
            String words = normalised(gold.text());
            int at = text.text().indexOf(words, from);
            if (at < 0) {
                passages.add(new Passage(new Span(0, words.length()), words, 0, List.of()));
            } else {
                from = at + words.length();
                passages.add(underHeadings(new Span(at, from), words, split));
            }
        }
        return passages;
    }

    private static String normalised(String text) {
        String normalised = NormalisedText.ofTyped(text).text();
        return normalised.isEmpty() ? text : normalised;
    }

    private static Passage underHeadings(Span span, String words, List<Passage> split) {
        return split.stream()
                .filter(part -> part.span().end() > span.start())
                .findFirst()
                .map(part -> new Passage(span, labelOf(part, span) + words, part.page(), part.headings()))
                .orElseGet(() -> new Passage(span, words, 0, List.of()));
    }

    /** What the author wrote before the answer in the same paragraph, "Q2: " say, as the service would see it. */
    private static String labelOf(Passage part, Span answer) {
        int length = answer.start() - part.span().start();
        return length > 0 && length <= LONGEST_LABEL ? part.text().substring(0, length) : "";
    }

    /** How many different texts there are. */
    static int different(List<Prepared> documents) {
        var texts = new HashSet<String>();
        documents.forEach(each -> each.document().passages().forEach(passage -> texts.add(passage.text())));
        return texts.size();
    }
}

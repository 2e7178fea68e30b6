package org.rostrum.processing.adapter.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.rostrum.processing.adapter.evaluation.Documents.Prepared;
import org.rostrum.processing.adapter.evaluation.Documents.Row;
import org.rostrum.processing.adapter.evaluation.PastConsultation.Gold;
import org.rostrum.processing.domain.filing.Asking;
import org.rostrum.processing.domain.filing.Asking.Open;
import org.rostrum.processing.usecase.FileRound;
import org.rostrum.processing.usecase.FileRound.Described;

/**
 * Lets a person settle the passages that the dashboard would suggest, ten at a time, and files anew after each ten. The only
 * difference to the dashboard: here one submission counts as one family.
 */
final class AskedInDoubt {
    /** As many as the dashboard shows. */
    private static final int AT_ONCE = 10;

    private final FileRound round;
    private final List<Prepared> documents;
    private final List<Described> described;
    private final Set<Gold> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A passage by the place of its document, and its own in it. */
    private record At(int document, int passage) {}

    /** What is settled, in documents that say so. */
    record Outcome(List<Prepared> documents, List<Described> described) {}

    AskedInDoubt(FileRound round, List<Prepared> documents, List<Described> described) {
        this.round = round;
        this.documents = documents;
        this.described = described;
    }

    Outcome settle(int labels) {
        var now = outcome();
        while (settled.size() < labels) {
            var next = next(now, Math.min(AT_ONCE, labels - settled.size()));
            if (next.isEmpty()) {
                break;
            }
            next.forEach(at -> settled.add(row(at).gold()));
            now = outcome();
        }
        return now;
    }

    private Row row(At at) {
        return documents.get(at.document()).rows().get(at.passage());
    }

    private Outcome outcome() {
        var told = documents.stream().map(each -> each.settling(settled)).toList();
        var again = new ArrayList<Described>();
        for (int d = 0; d < told.size(); d++) {
            again.add(new Described(told.get(d).document(), described.get(d).features()));
        }
        return new Outcome(told, again);
    }

    private List<At> next(Outcome now, int many) {
        var open = open(now);
        var doubtful = Asking.doubtful(open.keySet());
        var features = doubtful.stream()
                .map(open::get)
                .map(at -> described.get(at.document()).features().get(at.passage()))
                .toList();
        return Asking.next(doubtful, features, many).stream().map(open::get).toList();
    }

    /** Each text once, as long as none of its copies is settled. */
    private Map<Open, At> open(Outcome now) {
        var model = round.learn(now.described());
        Map<Open, At> open = new LinkedHashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        Set<String> seen = new HashSet<>();
        each(at -> {
            copies.merge(row(at).gold().text(), 1, Integer::sum);
            if (settled.contains(row(at).gold())) {
                seen.add(row(at).gold().text());
            }
        });
        for (int d = 0; d < documents.size(); d++) {
            var filings = round.file(now.described().get(d), model);
            for (int i = 0; i < filings.size(); i++) {
                var row = documents.get(d).rows().get(i);
                if (row.mayBeAsked() && seen.add(row.gold().text())) {
                    open.put(
                            new Open(
                                    "%s %06d"
                                            .formatted(
                                                    row.submission().id(),
                                                    row.gold().index()),
                                    row.submission().id(),
                                    filings.get(i),
                                    copies.getOrDefault(row.gold().text(), 1)),
                            new At(d, i));
                }
            }
        }
        return open;
    }

    private void each(Consumer<At> what) {
        for (int d = 0; d < documents.size(); d++) {
            for (int i = 0; i < documents.get(d).rows().size(); i++) {
                what.accept(new At(d, i));
            }
        }
    }
}

package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Comparison.Difference;
import org.rostrum.processing.domain.content.Comparison.Edit;
import org.rostrum.processing.domain.content.Comparison.Piece;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.usecase.CaseView;

/**
 * What changed since an earlier version, as its page shows it.
 *
 * @param since the earlier version
 * @param isPublic whether that version is the one that is public
 * @param facts what changed beside the passages, in words
 * @param passages passages in reading order; of runs of the same ones, how many
 * @param before the earlier version's texts, whole
 */
record Changes(int since, boolean isPublic, List<String> facts, List<Passage> passages, List<Text> before) {

    /**
     * One passage that changed, or a run of passages that did not.
     *
     * @param label what happened, in words
     * @param look modifier
     * @param ordinal of the passage in this version; 0 if it has none
     */
    record Passage(String label, String look, int ordinal, List<Bit> bits) {}

    /** Some words of it. */
    record Bit(String text, boolean added, boolean removed) {
        @Override
        public String toString() {
            return "Bit[not shown]";
        }
    }

    /** One text of the earlier version. */
    record Text(String title, String text) {
        @Override
        public String toString() {
            return "Text[" + title + "]";
        }
    }

    static @Nullable Changes of(CaseView view) {
        var before = view.before().orElse(null);
        var now = view.content().orElse(null);
        if (before == null || now == null) {
            return null;
        }
        return new Changes(
                before.version(),
                view.file().earlier() != null,
                facts(before.content(), now),
                passages(Comparison.of(before.content(), now)),
                before.content().sources().stream()
                        .map(source -> new Text(PlaceWords.of(source), source.text()))
                        .toList());
    }

    private static List<String> facts(Content before, Content now) {
        var facts = new ArrayList<String>();
        fact(facts, "Summary", before.summary(), now.summary());
        fact(facts, "Name", name(before.respondent()), name(now.respondent()));
        fact(facts, "Function", before.respondent().jobTitle(), now.respondent().jobTitle());
        fact(
                facts,
                "Organisation",
                before.respondent().organisation(),
                now.respondent().organisation());
        fact(facts, "On behalf of", before.onBehalfOf(), now.onBehalfOf());
        fact(facts, "Country", before.respondent().country(), now.respondent().country());
        fact(
                facts,
                "Group",
                before.respondent().stakeholderGroup(),
                now.respondent().stakeholderGroup());
        var files = digests(before);
        if (!files.equals(digests(now))) {
            facts.add("Attachments: %d before, %d now, %d of them the same."
                    .formatted(
                            files.size(),
                            now.attachments().size(),
                            digests(now).stream().filter(files::contains).count()));
        }
        return List.copyOf(facts);
    }

    private static List<String> digests(Content content) {
        return content.attachments().stream()
                .map(file -> file.object().sha256())
                .toList();
    }

    private static void fact(List<String> facts, String what, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) {
            facts.add("%s: %s before, %s now."
                    .formatted(what, before == null ? "none" : before, now == null ? "none" : now));
        }
    }

    private static String name(Respondent respondent) {
        return (Objects.requireNonNullElse(respondent.givenName(), "") + " "
                        + Objects.requireNonNullElse(respondent.familyName(), ""))
                .strip();
    }

    static List<Passage> passages(Comparison comparison) {
        var passages = new ArrayList<Passage>();
        int same = 0;
        for (var difference : comparison.differences()) {
            if (difference instanceof Difference.Same) {
                same++;
            } else {
                same = flush(passages, same);
                passages.add(passage(difference));
            }
        }
        flush(passages, same);
        return List.copyOf(passages);
    }

    private static int flush(List<Passage> passages, int same) {
        if (same > 0) {
            passages.add(new Passage(
                    same == 1 ? "1 passage is unchanged" : same + " passages are unchanged", "same", 0, List.of()));
        }
        return 0;
    }

    private static Passage passage(Difference difference) {
        return switch (difference) {
            case Difference.Same same -> throw new IllegalArgumentException("the same ones are counted");
            case Difference.Added added ->
                new Passage(
                        "Added: passage " + added.now().ordinal(),
                        "added",
                        added.now().ordinal(),
                        List.of(new Bit(added.text(), true, false)));
            case Difference.Removed removed ->
                new Passage("Removed", "removed", 0, List.of(new Bit(removed.text(), false, true)));
            case Difference.Reworded reworded ->
                new Passage(
                        "Reworded: passage " + reworded.now().ordinal(),
                        "reworded",
                        reworded.now().ordinal(),
                        reworded.pieces().stream().map(Changes::bit).toList());
        };
    }

    private static Bit bit(Piece piece) {
        return new Bit(piece.text(), piece.edit() == Edit.ADDED, piece.edit() == Edit.REMOVED);
    }
}

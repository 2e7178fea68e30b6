package org.rostrum.processing.adapter.http.api;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Comparison.Difference;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.usecase.CaseView;

@Schema(name = "Changes", description = "What changed between two versions, passage by passage.")
public record ChangesJson(
        @Schema(description = "The earlier version") int since,

        @Schema(description = "What the earlier version says, normalised")
        List<String> earlierTexts,

        @Schema(description = "In reading order of both versions")
        List<DifferenceJson> differences) {

    @Schema(name = "Difference")
    public record DifferenceJson(
            @Schema(description = "same, added, removed or reworded")
            String change,

            @Schema(description = "Ordinal of the passage in the earlier version") @Nullable
            Integer before,

            @Schema(description = "Ordinal of the passage in this version") @Nullable
            Integer now,

            @Schema(description = "Of a reworded passage, in order: what was kept, removed and added")
            List<PieceJson> pieces) {}

    @Schema(name = "Piece")
    public record PieceJson(
            @Schema(description = "kept, added or removed") String edit, String text) {
        @Override
        public String toString() {
            return "PieceJson[" + edit + "]";
        }
    }

    static Optional<ChangesJson> of(CaseView view) {
        return view.before()
                .flatMap(before -> view.changes()
                        .map(changes -> new ChangesJson(
                                before.version(),
                                before.content().sources().stream()
                                        .map(Source::text)
                                        .toList(),
                                changes.differences().stream()
                                        .map(ChangesJson::difference)
                                        .toList())));
    }

    private static DifferenceJson difference(Difference difference) {
        return switch (difference) {
            case Difference.Same same ->
                new DifferenceJson("same", same.before().ordinal(), same.now().ordinal(), List.of());
            case Difference.Added added ->
                new DifferenceJson("added", null, added.now().ordinal(), List.of());
            case Difference.Removed removed ->
                new DifferenceJson("removed", removed.before().ordinal(), null, List.of());
            case Difference.Reworded reworded ->
                new DifferenceJson(
                        "reworded",
                        reworded.before().ordinal(),
                        reworded.now().ordinal(),
                        reworded.pieces().stream().map(ChangesJson::piece).toList());
        };
    }

    private static PieceJson piece(Comparison.Piece piece) {
        return new PieceJson(KebabCase.of(piece.edit()), piece.text());
    }

    /** Leaves the texts out of logs. */
    @Override
    public String toString() {
        return "ChangesJson[" + since + "]";
    }
}

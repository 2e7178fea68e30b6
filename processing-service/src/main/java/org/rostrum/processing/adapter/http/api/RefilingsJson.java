package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.usecase.Refilings;
import org.rostrum.processing.usecase.ViewRefilings.View;

@Schema(name = "Refilings", description = "What the machine filed elsewhere as it learned, the newest first.")
public record RefilingsJson(List<Refiling> refilings) {

    @Schema(name = "Refiling")
    public record Refiling(
            Instant at,

            @Schema(description = "Which encoder the new model rests on")
            String model,

            @Schema(description = "How many different passages it has studied")
            int studied,

            @Schema(description = "How many passages stand elsewhere since")
            int moved,

            @Schema(description = "The first 500 of them") List<Move> moves) {}

    @Schema(name = "RefiledPassage")
    public record Move(
            String reference,
            String passage,

            @Schema(description = "Items; empty: answers no question")
            List<String> from,

            List<String> to) {}

    static RefilingsJson of(View view) {
        return new RefilingsJson(view.refilings().stream()
                .map(refiling -> new Refiling(
                        refiling.at(),
                        refiling.model(),
                        refiling.studied(),
                        refiling.moved(),
                        refiling.moves().stream().map(RefilingsJson::move).toList()))
                .toList());
    }

    private static Move move(Refilings.Move move) {
        return new Move(move.reference().value(), move.passage().toString(), numbers(move.from()), numbers(move.to()));
    }

    private static List<String> numbers(List<ItemNumber> items) {
        return items.stream().map(ItemNumber::value).toList();
    }
}

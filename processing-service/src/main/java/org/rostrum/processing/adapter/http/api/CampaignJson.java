package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Comparison.Difference;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.ViewCampaign.Copy;
import org.rostrum.processing.usecase.ViewCampaign.View;

@Schema(name = "Campaign")
public record CampaignJson(
        CampaignListJson.Line campaign,
        Template template,

        @Schema(description = "The newest first") List<Member> members,

        @Schema(description = "Value of `cursor` for the next page; absent on the last") @Nullable
        String next) {

    @Schema(name = "CampaignTemplate", description = "The first submission of the wording that most chose")
    public record Template(String reference, List<String> texts) {
        @Override
        public String toString() {
            return "Template[" + reference + "]";
        }
    }

    @Schema(name = "CampaignMember")
    public record Member(
            String reference,
            String state,
            Instant receivedAt,

            @Schema(description = "Whether it differs from the template in nothing but names and capitals")
            boolean sameWords,

            @Schema(description = "What it says otherwise, passage by passage")
            List<Deviation> deviations) {}

    @Schema(name = "Deviation", description = "One passage that is added, removed or reworded.")
    public record Deviation(
            @Schema(description = "added, removed or reworded")
            String kind,

            @Schema(description = "Its words in order") List<Piece> pieces) {}

    @Schema(name = "DeviationPiece")
    public record Piece(
            @Schema(description = "kept, added or removed") String edit, String text) {
        @Override
        public String toString() {
            return "Piece[" + edit + "]";
        }
    }

    static CampaignJson of(View view) {
        return new CampaignJson(
                CampaignListJson.Line.of(view.campaign()),
                new Template(
                        view.template().reference().value(),
                        view.content().sources().stream()
                                .map(source -> source.text())
                                .toList()),
                view.members().stream().map(CampaignJson::member).toList(),
                view.next().map(CaseCursor::token).orElse(null));
    }

    private static Member member(Copy copy) {
        return new Member(
                copy.member().reference().value(),
                KebabCase.of(copy.member().state()),
                copy.member().receivedAt(),
                copy.sameWords(),
                copy.sameWords() ? List.of() : deviations(copy.differences()));
    }

    static List<Deviation> deviations(Comparison comparison) {
        return comparison.differences().stream()
                .filter(difference -> !(difference instanceof Difference.Same))
                .map(CampaignJson::deviation)
                .toList();
    }

    private static Deviation deviation(Difference difference) {
        return switch (difference) {
            case Difference.Same _ -> throw new IllegalArgumentException("what is the same is no deviation");
            case Difference.Added added -> new Deviation("added", List.of(new Piece("added", added.text())));
            case Difference.Removed removed -> new Deviation("removed", List.of(new Piece("removed", removed.text())));
            case Difference.Reworded reworded ->
                new Deviation(
                        "reworded",
                        reworded.pieces().stream()
                                .map(piece -> new Piece(KebabCase.of(piece.edit()), piece.text()))
                                .toList());
        };
    }
}

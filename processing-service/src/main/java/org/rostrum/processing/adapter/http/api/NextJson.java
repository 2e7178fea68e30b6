package org.rostrum.processing.adapter.http.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Asked;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Next;

@Schema(name = "Next", description = "What staff should look at next, what teaches filing most first.")
public record NextJson(
        String consultation,
        String round,

        @Schema(description = "How many passages that nobody has settled the choice was made from")
        int unsettled,

        List<Passage> passages) {

    @Schema(name = "PassageToLookAt")
    public record Passage(
            String reference,

            @Schema(description = "Revision of the case, for If-Match")
            int revision,

            @Schema(description = "Id of the passage, for moves")
            String passage,

            String text,
            @Nullable String language,

            @Schema(description = "Where it is filed now; empty: answers no question")
            List<String> items,

            @Schema(description = "0 to 1") double confidence,

            @Schema(description = "order or content") String basis,

            @Schema(description = "Other items, best first") List<CaseJson.CandidateJson> runnersUp,

            @Schema(
                    description =
                            "How many submissions are worded like this one, itself among them; of very large rounds, "
                                    + "in a sample")
            int copies) {
        /** Leaves the text out of logs. */
        @Override
        public String toString() {
            return "Passage[" + reference + " " + passage + "]";
        }
    }

    static NextJson of(Next next) {
        return new NextJson(
                next.definition().id().value(),
                next.round().id().value(),
                next.unsettled(),
                next.asked().stream().map(NextJson::passage).toList());
    }

    private static Passage passage(Asked asked) {
        var filing = asked.passage().filing();
        return new Passage(
                asked.file().reference().value(),
                asked.file().revision(),
                new PassageId(asked.file().version(), asked.passage().ordinal()).toString(),
                asked.content().textOf(asked.passage()),
                asked.passage().language(),
                filing.items().stream().map(ItemNumber::value).toList(),
                filing.confidence(),
                KebabCase.of(filing.basis()),
                filing.runnersUp().stream()
                        .map(candidate ->
                                new CaseJson.CandidateJson(candidate.item().value(), candidate.confidence()))
                        .toList(),
                asked.copies());
    }
}

package org.rostrum.processing.adapter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.masking.MaskedText;
import org.rostrum.processing.domain.publicform.PublicForm;

@Schema(name = "Preview", description = "What would go public if the case were cleared now, and what would be hidden.")
public record PreviewJson(
        @Schema(description = "The public form, as publishing would get it", implementation = Object.class)
        JsonNode contribution,

        @Schema(description = "Places that are hidden in it")
        List<MaskJson> hidden,

        @Schema(description = "Places that look like an address in disguise and are NOT hidden")
        List<MaskJson> doubtful) {

    @Schema(name = "Mask")
    public record MaskJson(
            @Schema(description = "Ordinal of the passage; absent for the summary") @Nullable
            Integer passage,

            @Schema(description = "email, name, organisation, country or doubtful")
            String kind,

            @Schema(description = "First character in the passage's own text")
            int start,

            @Schema(description = "One after the last") int end) {}

    static PreviewJson of(PublicForm form) {
        var hidden = new ArrayList<MaskJson>();
        var doubtful = new ArrayList<MaskJson>();
        form.summary().ifPresent(summary -> collect(null, summary, hidden, doubtful));
        form.passages().forEach(masked -> collect(masked.passage().ordinal(), masked.text(), hidden, doubtful));
        return new PreviewJson(Json.mapper().valueToTree(form.contribution()), hidden, doubtful);
    }

    private static void collect(
            @Nullable Integer passage, MaskedText text, List<MaskJson> hidden, List<MaskJson> doubtful) {
        text.masks()
                .forEach(mask -> hidden.add(new MaskJson(
                        passage,
                        KebabCase.of(mask.kind()),
                        mask.hidden().start(),
                        mask.hidden().end())));
        text.doubtful().forEach(span -> doubtful.add(new MaskJson(passage, "doubtful", span.start(), span.end())));
    }
}

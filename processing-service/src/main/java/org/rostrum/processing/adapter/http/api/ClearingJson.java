package org.rostrum.processing.adapter.http.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Clearing")
public record ClearingJson(
        @Schema(required = true, description = "The exact version that may go public", examples = "1") @Nullable
        Integer version,

        @Schema(
                description = "Kinds of findings that somebody looked at; all that would go public are needed",
                examples = "[\"telephone\"]")
        @Nullable
        List<String> seen) {}

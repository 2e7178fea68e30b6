package org.rostrum.processing.adapter.http.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Clearing")
public record ClearingJson(
        @Schema(required = true, description = "The exact version that may go public", examples = "1") @Nullable
        Integer version) {}

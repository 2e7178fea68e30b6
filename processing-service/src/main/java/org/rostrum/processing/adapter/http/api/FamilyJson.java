package org.rostrum.processing.adapter.http.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Family")
public record FamilyJson(
        @Schema(required = true, description = "Reference of the other case", examples = "7K3QX-9MPAD") @Nullable
        String other,

        @Schema(required = true, description = "Whether both belong to one campaign") @Nullable
        Boolean same) {}

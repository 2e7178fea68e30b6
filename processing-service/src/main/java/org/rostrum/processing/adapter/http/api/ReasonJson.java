package org.rostrum.processing.adapter.http.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reason")
public record ReasonJson(
        @Schema(required = true, description = "1 to 2000 characters; the respondent reads them") @Nullable
        String reason) {

    String given() {
        return reason == null ? "" : reason;
    }
}

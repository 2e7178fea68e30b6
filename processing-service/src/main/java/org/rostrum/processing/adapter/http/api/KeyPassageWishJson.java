package org.rostrum.processing.adapter.http.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyPassageWish")
record KeyPassageWishJson(
        @Schema(description = "true to pin it, false to drop it") @Nullable
        Boolean pinned) {}

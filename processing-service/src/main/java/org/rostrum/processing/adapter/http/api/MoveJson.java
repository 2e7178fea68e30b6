package org.rostrum.processing.adapter.http.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Move")
public record MoveJson(
        @Schema(
                required = true,
                description = "Printed numbers of the items it answers; empty: answers no question",
                examples = "[\"2.e\"]")
        @Nullable
        List<String> items) {}

package org.rostrum.processing.adapter.postgres;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.ExtractionFlag;

/** A flag as it is kept: what is empty is absent. */
record StoredFlag(
        ExtractionFlag.Kind kind, int count, @Nullable String detail) {

    static Sql.JsonValue of(List<ExtractionFlag> flags) {
        return new Sql.JsonValue(flags.stream()
                .map(flag -> new StoredFlag(flag.kind(), flag.count(), flag.detail()))
                .toList());
    }

    static List<ExtractionFlag> toFlags(StoredFlag... stored) {
        return Arrays.stream(stored)
                .map(flag -> new ExtractionFlag(flag.kind, flag.count, flag.detail == null ? "" : flag.detail))
                .toList();
    }
}

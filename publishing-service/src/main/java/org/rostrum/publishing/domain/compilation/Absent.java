package org.rostrum.publishing.domain.compilation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in what canonical JSON leaves out when it is read back. */
final class Absent {
    private Absent() {}

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}

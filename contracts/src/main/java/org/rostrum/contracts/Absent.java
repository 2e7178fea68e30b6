package org.rostrum.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in what a JSON or YAML document left out. */
final class Absent {
    private Absent() {}

    static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}

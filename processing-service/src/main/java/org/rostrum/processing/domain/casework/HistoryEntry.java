package org.rostrum.processing.domain.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param by who did it; absent for what the system did
 * @param details what exactly, such as {@code passage}, {@code from}, {@code to} of a move; never the words of an answer
 */
public record HistoryEntry(
        Happening what, int version, Instant at, @Nullable StaffMember by, Map<String, String> details) {
    public HistoryEntry {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public Optional<StaffMember> who() {
        return Optional.ofNullable(by);
    }
}

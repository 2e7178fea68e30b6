package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;

/**
 * Some cases.
 *
 * @param next where the next page begins, if there is one
 */
public record CasePage(List<CaseSummary> cases, Optional<CaseCursor> next) {
    public CasePage {
        cases = List.copyOf(cases);
    }

    /** A page of a list that was read one beyond the limit, to know whether more follows. */
    public static CasePage of(List<CaseSummary> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new CasePage(oneMore, Optional.empty());
        }
        var last = oneMore.get(limit - 1).file();
        return new CasePage(
                oneMore.subList(0, limit), Optional.of(new CaseCursor(last.receivedAt(), last.reference())));
    }
}

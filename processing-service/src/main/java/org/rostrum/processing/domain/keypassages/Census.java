package org.rostrum.processing.domain.keypassages;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many respondents there are of each kind; a respondent counts once for each trait. */
public final class Census {
    private final Map<Trait, SortedMap<String, Integer>> counts = new EnumMap<>(Trait.class);

    public static Census empty() {
        return new Census();
    }

    /** Nothing is known of who they are but this. */
    public Census with(Trait trait, Map<String, Integer> respondents) {
        var next = new Census();
        next.counts.putAll(counts);
        next.counts.put(trait, Collections.unmodifiableSortedMap(new TreeMap<>(respondents)));
        return next;
    }

    public SortedMap<String, Integer> of(Trait trait) {
        return counts.getOrDefault(trait, Collections.emptySortedMap());
    }

    int total(Trait trait) {
        return of(trait).values().stream().mapToInt(Integer::intValue).sum();
    }

    double share(Trait trait, String value) {
        int total = total(trait);
        return total == 0 ? 0 : of(trait).getOrDefault(value, 0) / (double) total;
    }
}

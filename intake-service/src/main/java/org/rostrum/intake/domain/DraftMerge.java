package org.rostrum.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.rostrum.intake.domain.Draft.OtherText;

/**
 * Joins what one window posts with what another has saved since both began from the same text, field by field: whoever
 * changed a field alone is heard; where both did, the later text stands and the other is kept beside it.
 *
 * @param fields the joined texts
 * @param others texts that stand beside
 * @param taken fields that the poster does not know yet, because another window changed them
 */
public record DraftMerge(Map<String, String> fields, List<OtherText> others, List<String> taken) {

    /**
     * Absent fields are empty ones.
     *
     * @param base what both began from; empty if it is not known any more, so that every difference counts as made by both
     * @param theirs what is saved
     * @param mine what is posted now
     */
    public static DraftMerge of(
            Map<String, String> base, Map<String, String> theirs, Map<String, String> mine, Instant theirsSavedAt) {
        var names = new LinkedHashSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        var joined = new LinkedHashMap<String, String>();
        var others = new ArrayList<OtherText>();
        var taken = new ArrayList<String>();
        for (var name : names) {
            var before = base.getOrDefault(name, "");
            var their = theirs.getOrDefault(name, "");
            var my = mine.getOrDefault(name, "");
            boolean onlyTheyChanged = my.equals(before) && !their.equals(my);
            var stands = onlyTheyChanged ? their : my;
            if (onlyTheyChanged) {
                taken.add(name);
            } else if (!their.equals(my) && !their.equals(before) && !their.isEmpty()) {
                others.add(new OtherText(name, their, theirsSavedAt));
            }
            if (!stands.isEmpty()) {
                joined.put(name, stands);
            }
        }
        return new DraftMerge(joined, others, taken);
    }

    public boolean isConflict() {
        return !others.isEmpty();
    }
}

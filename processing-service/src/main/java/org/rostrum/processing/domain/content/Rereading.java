package org.rostrum.processing.domain.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.ItemNumber;

/**
 * How a version that was read again differs from what was read before.
 *
 * @param same passages that say the same and are filed the same
 * @param moved passages that say the same and are filed elsewhere
 * @param appeared passages whose words were in no passage before
 * @param vanished passages whose words are in no passage now
 * @param files whether another attachment is unreadable now, or is so for another reason
 */
public record Rereading(int same, List<Move> moved, int appeared, int vanished, boolean files) {
    public Rereading {
        moved = List.copyOf(moved);
    }

    /** Where a passage stood, and where it stands; its ordinal is the new one. */
    public record Move(int passage, List<ItemNumber> from, List<ItemNumber> to) {
        public Move {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    public static Rereading of(Content before, Content after) {
        Map<Words, Deque<FiledPassage>> known = new HashMap<>();
        before.passages()
                .forEach(passage -> known.computeIfAbsent(Words.of(before, passage), _ -> new ArrayDeque<>())
                        .add(passage));
        var moved = new ArrayList<Move>();
        int found = 0;
        for (FiledPassage passage : after.passages()) {
            var waiting = known.getOrDefault(Words.of(after, passage), new ArrayDeque<>());
            if (!waiting.isEmpty()) {
                found++;
                var from = waiting.remove().filing().items();
                if (!from.equals(passage.filing().items())) {
                    moved.add(new Move(passage.ordinal(), from, passage.filing().items()));
                }
            }
        }
        return new Rereading(
                found - moved.size(),
                moved,
                after.passages().size() - found,
                before.passages().size() - found,
                !before.quarantined().equals(after.quarantined()));
    }

    /** Whether staff would see anything else than before. */
    public boolean isDifferent() {
        return !moved.isEmpty() || appeared > 0 || vanished > 0 || files;
    }
}

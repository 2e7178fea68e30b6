package org.rostrum.processing.domain.filing;

import java.util.List;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;

/**
 * Where a passage is filed.
 *
 * @param items numbers of the items that it answers; empty means "answers no question", which is a place too
 * @param confidence 0 to 1; 1 is a certainty (the author's or a person's own choice)
 * @param runnersUp other items, best first, for staff to choose from
 */
public record Filing(List<ItemNumber> items, double confidence, FilingBasis basis, List<Candidate> runnersUp) {

    public Filing {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence lies between 0 and 1, got " + confidence);
        }
        items = List.copyOf(items);
        runnersUp = List.copyOf(runnersUp);
    }

    public static Filing inBox(ItemNumber item) {
        return new Filing(List.of(item), 1, FilingBasis.BOX, List.of());
    }

    public static Filing byStaff(List<ItemNumber> items) {
        return new Filing(items, 1, FilingBasis.STAFF, List.of());
    }

    public boolean answersNoQuestion() {
        return items.isEmpty();
    }
}

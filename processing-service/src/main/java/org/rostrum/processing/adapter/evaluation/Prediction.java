package org.rostrum.processing.adapter.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.Candidate;
import org.rostrum.processing.domain.filing.Filing;

/**
 * Where a passage was filed.
 *
 * @param best the likeliest first; null stands for "answers no question"
 * @param confidence in the first, 0 to 1
 */
record Prediction(List<@Nullable ItemNumber> best, double confidence, FilingBasis basis) {

    static Prediction of(Filing filing) {
        List<@Nullable ItemNumber> best = new ArrayList<>(filing.items());
        if (filing.answersNoQuestion()) {
            best.add(null);
        }
        filing.runnersUp().stream().map(Candidate::item).forEach(best::add);
        return new Prediction(best, filing.confidence(), filing.basis());
    }

    @Nullable
    ItemNumber first() {
        return best.getFirst();
    }

    boolean isRight(ItemNumber gold) {
        return gold.equals(first());
    }

    boolean hasAmongThree(ItemNumber gold) {
        return best.stream().limit(3).anyMatch(gold::equals);
    }
}

package org.rostrum.processing.domain.keypassages;

import java.util.Comparator;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;

/** A passage of a round. Submissions' ids tell nothing of who sent them or when, so that their order prefers nobody. */
public record PassageAt(SubmissionId submission, PassageId passage) implements Comparable<PassageAt> {
    private static final Comparator<PassageAt> ORDER = Comparator.comparing(
                    (PassageAt at) -> at.submission().value())
            .thenComparingInt(at -> at.passage().version())
            .thenComparingInt(at -> at.passage().ordinal());

    @Override
    public int compareTo(PassageAt other) {
        return ORDER.compare(this, other);
    }
}

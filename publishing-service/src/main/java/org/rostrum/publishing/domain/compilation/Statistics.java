package org.rostrum.publishing.domain.compilation;

import java.util.List;

/**
 * The round in numbers.
 *
 * @param passages distinct passages
 * @param placements passages as printed: one under two items counts twice
 * @param unfiled passages that answer no question
 * @param late contributions that arrived after the closing
 */
public record Statistics(
        int contributions,
        int passages,
        int placements,
        int unfiled,
        int late,
        List<Count> byStakeholderGroup,
        List<Count> byCountry,
        List<Count> byItem,
        List<Count> byLanguage,
        Accounting accounting) {

    /**
     * How many contributions and passages have something in common.
     *
     * @param label what they have in common, as printed
     */
    public record Count(String label, int contributions, int passages) {}

    public Statistics {
        byStakeholderGroup = Absent.list(byStakeholderGroup);
        byCountry = Absent.list(byCountry);
        byItem = Absent.list(byItem);
        byLanguage = Absent.list(byLanguage);
    }
}

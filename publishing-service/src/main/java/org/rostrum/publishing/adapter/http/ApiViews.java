package org.rostrum.publishing.adapter.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionKind;

/** What the API answers. */
final class ApiViews {
    private ApiViews() {}

    record ConsultationList(List<ConsultationSummary> consultations) {}

    record ConsultationSummary(
            String id, ConsultationDefinition definition, int contributions, String url, String feed) {}

    /**
     * One page of contributions, newest first.
     *
     * @param next cursor of the page after this one; absent on the last
     */
    record ContributionPage(
            List<Contribution> contributions, @Nullable String next) {}

    record Contribution(
            String reference,
            String consultation,
            String round,
            int version,
            SubmissionKind kind,
            Publication publication,
            Contributor contributor,
            @Nullable String language,
            Instant receivedAt,
            Instant clearedAt,
            @Nullable String summary,
            List<PublicPassage> passages,
            String url) {
        static Contribution of(PublicContribution content, Instant clearedAt, String url) {
            return new Contribution(
                    content.reference().value(),
                    content.consultation().value(),
                    content.round().value(),
                    content.version(),
                    content.kind(),
                    content.publication(),
                    content.contributor(),
                    content.language(),
                    content.receivedAt(),
                    clearedAt,
                    content.summary(),
                    content.passages(),
                    url);
        }
    }

    record AccountingList(String consultation, Instant asOf, List<RoundAccounting> rounds) {}

    /** received = the sum of all the others; {@code balances} says whether that holds. */
    record RoundAccounting(
            String round,
            int received,
            int published,
            int withheld,
            int confidential,
            int duplicate,
            int quarantined,
            int parked,
            int withdrawn,
            int erased,
            int inFlight,
            boolean balances) {}
}

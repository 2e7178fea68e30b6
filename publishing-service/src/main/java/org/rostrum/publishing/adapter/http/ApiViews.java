package org.rostrum.publishing.adapter.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.publishing.domain.ReplacedVersion;

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

    /**
     * One contribution.
     *
     * @param replaces the version that was public before; absent if this is the first
     * @param flags late or in-grace, if it was
     */
    record Contribution(
            String reference,
            String consultation,
            String round,
            int version,
            @Nullable Replaced replaces,
            List<SubmissionFlag> flags,
            SubmissionKind kind,
            Publication publication,
            Contributor contributor,
            @Nullable String language,
            Instant receivedAt,
            Instant clearedAt,
            @Nullable String summary,
            List<PublicPassage> passages,
            String url) {
        static Contribution of(
                PublicContribution content, @Nullable ReplacedVersion replaces, Instant clearedAt, String url) {
            return new Contribution(
                    content.reference().value(),
                    content.consultation().value(),
                    content.round().value(),
                    content.version(),
                    replaces == null ? null : new Replaced(replaces.version(), replaces.receivedAt()),
                    content.flags(),
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

    /** The version that was public before. */
    record Replaced(int version, Instant receivedAt) {}

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

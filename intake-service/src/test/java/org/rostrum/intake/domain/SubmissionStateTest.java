package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;

class SubmissionStateTest {
    private static final SubmissionId ID = new SubmissionId("1-00112233445566778899aabbccddeeff");
    private static final Reference REFERENCE = Reference.fromDigest(new byte[8]);
    private static final ConsultationId CONSULTATION = new ConsultationId("broadband-2026");
    private static final RoundId ROUND = new RoundId("first");
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final List<QuarantinedAttachment> BROKEN = List.of(new QuarantinedAttachment(1, "encrypted"));
    private static final ProcessingEvent PROCESSED =
            new SubmissionProcessed(ID, REFERENCE, CONSULTATION, ROUND, 1, 3, 0, BROKEN, NOW);
    private static final ClearanceEvent CLEARED = new SubmissionCleared(
            ID, REFERENCE, CONSULTATION, ROUND, 1, new ObjectRef("b", "k", "0".repeat(64), 1), "staff", NOW);
    private static final PublicationEvent PUBLISHED =
            new ContributionPublished(ID, REFERENCE, CONSULTATION, ROUND, 1, "ab".repeat(32), "/c/1", NOW);

    @Test
    void is_received_until_anybody_says_more() {
        assertThat(state(null, null, null)).isEqualTo(new SubmissionState.Received());
    }

    @Test
    void is_with_staff_once_processed_and_names_unreadable_attachments() {
        assertThat(state(PROCESSED, null, null)).isEqualTo(new SubmissionState.WithStaff(BROKEN));
    }

    @Test
    void is_published_once_cleared_and_on_the_site() {
        assertThat(state(PROCESSED, CLEARED, null)).isEqualTo(new SubmissionState.Cleared());
        assertThat(state(PROCESSED, CLEARED, PUBLISHED)).isEqualTo(new SubmissionState.Published("/c/1"));
    }

    @Test
    void publication_may_be_heard_of_before_the_clearance() {
        assertThat(state(null, null, PUBLISHED)).isEqualTo(new SubmissionState.Published("/c/1"));
    }

    @Test
    void what_is_withheld_later_is_not_called_published() {
        var withheld = new SubmissionWithheld(ID, REFERENCE, CONSULTATION, ROUND, 1, "insults", "staff", NOW);

        assertThat(state(PROCESSED, withheld, PUBLISHED)).isEqualTo(new SubmissionState.Withheld("insults"));
    }

    @Test
    void a_recalled_clearance_goes_back_to_staff() {
        var recalled = new ClearanceRecalled(ID, REFERENCE, CONSULTATION, ROUND, 1, "mistake", "staff", NOW);

        assertThat(state(PROCESSED, recalled, PUBLISHED)).isEqualTo(new SubmissionState.WithStaff(BROKEN));
    }

    @Test
    void what_was_said_of_an_earlier_version_says_nothing_of_the_one_that_stands() {
        var last = last(PROCESSED, CLEARED, PUBLISHED);

        assertThat(SubmissionState.of(last, 2, Optional.empty())).isEqualTo(new SubmissionState.Received());
        assertThat(last.stillPublic(2)).contains("/c/1");
        assertThat(last.stillPublic(1)).isEmpty();
    }

    @Test
    void an_earlier_version_is_public_only_as_long_as_staff_have_not_decided_otherwise() {
        var withheld = new SubmissionWithheld(ID, REFERENCE, CONSULTATION, ROUND, 2, "insults", "staff", NOW);
        var recalled = new ClearanceRecalled(ID, REFERENCE, CONSULTATION, ROUND, 1, "mistake", "staff", NOW);

        assertThat(last(PROCESSED, withheld, PUBLISHED).stillPublic(2)).isEmpty();
        assertThat(last(PROCESSED, recalled, PUBLISHED).stillPublic(2)).isEmpty();
    }

    @Test
    void is_held_from_the_dispute_until_staff_decide() {
        var disputed = Optional.of(NOW.plusSeconds(1));
        var withheld = new SubmissionWithheld(
                ID, REFERENCE, CONSULTATION, ROUND, 1, "not theirs", "staff", NOW.plusSeconds(2));

        assertThat(SubmissionState.of(last(PROCESSED, CLEARED, PUBLISHED), 1, disputed))
                .isEqualTo(new SubmissionState.Held(NOW.plusSeconds(1)));
        assertThat(SubmissionState.of(last(null, null, null), 1, disputed))
                .isEqualTo(new SubmissionState.Held(NOW.plusSeconds(1)));
        assertThat(SubmissionState.of(last(PROCESSED, withheld, null), 1, disputed))
                .isEqualTo(new SubmissionState.Withheld("not theirs"));
    }

    private static SubmissionState state(
            @Nullable ProcessingEvent processing,
            @Nullable ClearanceEvent clearance,
            @Nullable PublicationEvent publication) {
        return SubmissionState.of(last(processing, clearance, publication), 1, Optional.empty());
    }

    private static LastEvents last(
            @Nullable ProcessingEvent processing,
            @Nullable ClearanceEvent clearance,
            @Nullable PublicationEvent publication) {
        return new LastEvents(
                Optional.ofNullable(processing), Optional.ofNullable(clearance), Optional.ofNullable(publication));
    }
}

package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.EventType;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.ProcessingEvent.SubmissionQuarantined;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;

class HandleEventsTest {
    private final Workplace workplace = new Workplace();

    @Test
    void brings_a_submission_to_staff_filed_by_its_boxes() {
        workplace.with(Publication.PUBLIC);

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        var content = workplace.view().content().orElseThrow();
        var passage = content.passages().getFirst();
        assertThat(content.textOf(passage)).isEqualTo(Workplace.ANSWER);
        assertThat(passage.filing().items()).containsExactly(new ItemNumber("1"));
        assertThat(passage.filing().basis()).isEqualTo(FilingBasis.BOX);
        assertThat(workplace.transactions.emitted())
                .singleElement()
                .isInstanceOfSatisfying(
                        SubmissionProcessed.class,
                        event -> assertThat(event.passages()).isEqualTo(1));
        assertThat(workplace.transactions.emittedIds())
                .containsExactly(Workplace.SUBMISSION + "/1/" + EventType.SUBMISSION_PROCESSED.wireName());
    }

    @Test
    void gives_an_event_its_effect_once_however_often_it_comes() {
        workplace.with(Publication.PUBLIC);
        int revision = workplace.file().revision();

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        workplace.handle("received-1-produced-again", workplace.receivedEvent(Publication.PUBLIC, 0));

        assertThat(workplace.file().revision()).isEqualTo(revision);
        assertThat(workplace.transactions.emitted()).hasSize(1);
    }

    @Test
    void counts_a_confidential_submission_and_offers_no_clearance() {
        workplace.with(Publication.CONFIDENTIAL);

        assertThat(workplace.file().state()).isEqualTo(CaseState.CONFIDENTIAL);
    }

    @Test
    void keeps_the_text_when_an_attachment_cannot_be_read() {
        workplace.isDefined();
        workplace.filesAreUnreadable();

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 2));

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.transactions.emitted())
                .singleElement()
                .isInstanceOfSatisfying(
                        SubmissionProcessed.class,
                        event -> assertThat(event.quarantined())
                                .extracting("ordinal", "reason")
                                .containsExactly(tuple(1, "encrypted"), tuple(2, "encrypted")));
    }

    @Test
    void quarantines_a_submission_of_which_nothing_can_be_read() {
        workplace.isDefined();
        workplace.filesAreUnreadable();
        var file = new Attachment(1, "a.pdf", "application/pdf", Workplace.object("file-1"));

        workplace.handle("received-1", workplace.received(Publication.PUBLIC, List.of(), null, List.of(file)));

        assertThat(workplace.file().state()).isEqualTo(CaseState.QUARANTINED);
        assertThat(workplace.transactions.emitted()).singleElement().isInstanceOf(SubmissionQuarantined.class);
    }

    @Test
    void waits_for_a_neighbour_as_long_as_it_takes() {
        workplace.isDefined();
        for (int i = 0; i < 50; i++) {
            workplace.failures.add(new Unavailable("away", new IllegalStateException()));
        }

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.pauses).hasSize(50).isSorted();
    }

    @Test
    void parks_what_keeps_failing_and_lets_the_next_wait_behind_it() {
        workplace.isDefined();
        var received = workplace.receivedEvent(Publication.PUBLIC, 0);
        workplace.manifests.clear();

        workplace.handle("received-1", received);
        workplace.handle(
                "published-1",
                new ContributionPublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        "0".repeat(64),
                        "/x",
                        Workplace.NOON));

        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);
        assertThat(workplace.transactions.emitted())
                .singleElement()
                .isInstanceOfSatisfying(
                        SubmissionParked.class,
                        event -> assertThat(event.reason()).isEqualTo("manifest-missing"));
        assertThat(workplace.events.resume()).isFalse();
    }

    @Test
    void processes_in_order_what_staff_release() {
        workplace.isDefined();
        var received = workplace.receivedEvent(Publication.PUBLIC, 0);
        workplace.manifests.clear();
        workplace.handle("received-1", received);
        workplace.receivedEvent(Publication.PUBLIC, 0);

        var decision = workplace.releasing.release(Workplace.REFERENCE, Workplace.ADA, Expected.ANY);
        while (workplace.events.resume()) {}

        assertThat(decision).isInstanceOf(Decision.Taken.class);
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.view().history())
                .extracting(HistoryEntry::what)
                .containsSubsequence(Happening.PARKED, Happening.RELEASED, Happening.PROCESSED);
    }

    @Test
    void parks_again_what_fails_again_after_its_release() {
        workplace.isDefined();
        var received = workplace.receivedEvent(Publication.PUBLIC, 0);
        workplace.manifests.clear();
        workplace.handle("received-1", received);

        workplace.releasing.release(Workplace.REFERENCE, Workplace.ADA, Expected.ANY);
        workplace.events.resume();

        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);
        assertThat(workplace.transactions.emitted()).hasSize(2);
        assertThat(workplace.events.resume()).isFalse();
    }

    @Test
    void releases_by_itself_what_only_lacked_a_definition() {
        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);

        workplace.isDefined();
        while (workplace.events.resume()) {}

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
    }

    @Test
    void does_not_park_what_lacked_a_definition_that_came_meanwhile() {
        var received = workplace.receivedEvent(Publication.PUBLIC, 0);
        workplace.isDefined();

        new ParkSubmission(workplace.transactions, () -> Workplace.NOON)
                .park(received, Workplace.raw("received-1", received), "received-1", "consultation-unknown");
        assertThat(workplace.file().state()).isEqualTo(CaseState.IN_PROCESS);
        while (workplace.events.resume()) {}

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.transactions.emitted()).singleElement().isInstanceOf(SubmissionProcessed.class);
    }

    @Test
    void does_not_park_again_what_lacked_a_definition_that_came_meanwhile() {
        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        workplace.releasing.release(Workplace.REFERENCE, Workplace.ADA, Expected.ANY);
        workplace.isDefined();

        new ParkSubmission(workplace.transactions, () -> Workplace.NOON)
                .parkAgain(Workplace.SUBMISSION, "consultation-unknown");
        while (workplace.events.resume()) {}

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
    }

    @Test
    void parks_what_belongs_to_a_round_that_the_definition_does_not_have() {
        workplace.isDefined();
        workplace.round = new RoundId("second");

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));

        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);
    }

    @Test
    void refuses_what_is_no_event() {
        var malformed = new RawEvent("submissions.v1", "x", Map.of(), "{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> workplace.events.handle(malformed)).isInstanceOf(EventCodec.Undecodable.class);
    }

    @Test
    void tells_listeners_only_of_what_was_committed() {
        workplace.with(Publication.PUBLIC);

        assertThat(workplace.transactions.told())
                .last()
                .isEqualTo(new CaseChanges.CaseChanged(
                        Workplace.REFERENCE,
                        CaseState.WITH_STAFF,
                        workplace.file().revision()));
    }
}

package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.content.Rereading;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.RawBlock;
import org.rostrum.processing.usecase.ReplayReport.Outcome;

/** What reading everything again changes, and what it must not. */
class ReplaySubmissionsTest {
    private static final ItemNumber TWO = new ItemNumber("2");
    private static final String CABLES =
            "Cables should be laid on the ground of the sea. ".repeat(8).strip();
    private static final String SATELLITES =
            "Satellites should be paid by those who launch them. ".repeat(8).strip();

    private static final String GARBLED =
            "G a r b l e d by a reader of before. ".repeat(8).strip();

    private final Workplace workplace = new Workplace();

    private ReplayReport replay() {
        assertThat(workplace.replays.begin("Max")).isTrue();
        return workplace.replays.report().orElseThrow();
    }

    private void fileSays(String... paragraphs) {
        workplace.extraction = new Extraction.Extracted(
                "application/pdf",
                List.of(paragraphs).stream().map(RawBlock::paragraph).toList());
    }

    private void arrivesWithFile(String... paragraphs) {
        workplace.isDefined();
        fileSays(paragraphs);
        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 1));
    }

    private Content content() {
        return workplace
                .transactions
                .inOne(books -> books.contents().find(Workplace.SUBMISSION, 1))
                .orElseThrow();
    }

    private FiledPassage saying(String words) {
        var content = content();
        return content.passages().stream()
                .filter(passage -> content.textOf(passage).equals(words))
                .findFirst()
                .orElseThrow();
    }

    private List<Happening> history() {
        return workplace.transactions.inOne(books -> books.histories().of(Workplace.SUBMISSION)).stream()
                .map(HistoryEntry::what)
                .toList();
    }

    private void settle(String words, ItemNumber item) {
        var id = new PassageId(1, saying(words).ordinal());
        assertThat(workplace.moving.move(Workplace.REFERENCE, id, List.of(item), Workplace.ADA, Expected.ANY))
                .isInstanceOf(Decision.Taken.class);
    }

    @Test
    void the_same_program_reads_the_same_and_changes_nothing() {
        arrivesWithFile(CABLES, SATELLITES);
        var before = content();
        var revision = workplace.file().revision();

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.SAME, 1));
        assertThat(report.changes()).isEmpty();
        assertThat(report.isFinished()).isTrue();
        assertThat(report.fault()).isNull();
        assertThat(content()).isEqualTo(before);
        assertThat(workplace.file().revision()).isEqualTo(revision);
    }

    @Test
    void what_the_program_reads_better_now_replaces_what_it_read_and_the_history_says_so() {
        arrivesWithFile(GARBLED);
        fileSays(CABLES, SATELLITES);

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.CHANGED, 1));
        assertThat(report.changes())
                .extracting(ReplayReport.Change::rereading)
                .containsExactly(new Rereading(1, List.of(), 2, 1, false));
        assertThat(saying(CABLES)).isNotNull();
        assertThat(history()).endsWith(Happening.READ_AGAIN);
        assertThat(replay().outcomes()).isEqualTo(Map.of(Outcome.SAME, 1));
    }

    @Test
    void what_a_person_settled_is_as_it_was_while_the_rest_is_read_again() {
        arrivesWithFile(GARBLED, CABLES);
        settle(CABLES, TWO);
        fileSays(SATELLITES, CABLES);

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.CHANGED, 1));
        assertThat(saying(CABLES).confirmed()).isTrue();
        assertThat(saying(CABLES).carriedFrom()).isZero();
        assertThat(saying(CABLES).filing().items()).containsExactly(TWO);
        assertThat(saying(SATELLITES).confirmed()).isFalse();
    }

    @Test
    void nothing_is_read_again_where_a_settled_passage_would_be_lost() {
        arrivesWithFile(CABLES);
        settle(CABLES, TWO);
        var before = content();
        fileSays(CABLES + " And more.");

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.SETTLED, 1));
        assertThat(report.changes()).hasSize(1);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void what_staff_decided_about_is_compared_and_left() {
        arrivesWithFile(CABLES);
        workplace.clearing.clear(Workplace.REFERENCE, 1, Workplace.ADA, Expected.ANY, Set.of());
        var before = content();
        fileSays(SATELLITES);

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.DECIDED, 1));
        assertThat(content()).isEqualTo(before);
        assertThat(workplace.file().state()).isEqualTo(CaseState.CLEARED);
    }

    @Test
    void a_file_that_can_be_read_now_leaves_quarantine() {
        workplace.isDefined();
        workplace.filesAreUnreadable();
        var file = new Attachment(1, "cables.pdf", "application/pdf", Workplace.object("file-1"));
        workplace.handle("received-1", workplace.received(Publication.PUBLIC, List.of(), null, List.of(file)));
        assertThat(workplace.file().state()).isEqualTo(CaseState.QUARANTINED);
        fileSays(CABLES);

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.CHANGED, 1));
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.transactions.emitted())
                .filteredOn(SubmissionProcessed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void what_stays_unreadable_stays_in_quarantine() {
        arrivesWithFile(CABLES);
        workplace.filesAreUnreadable();

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.CHANGED, 1));
        assertThat(content().quarantined())
                .extracting(attachment -> attachment.reason())
                .containsExactly(QuarantineReason.ENCRYPTED.code());
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
    }

    @Test
    void what_the_database_has_lost_comes_back_from_the_log() {
        workplace.isDefined();
        workplace.log.add(workplace.typed(7, CABLES));

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.REBUILT, 1));
        assertThat(replay().outcomes()).isEqualTo(Map.of(Outcome.SAME, 1));
    }

    @Test
    void the_withdrawn_are_not_read_and_only_the_newest_version_counts() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("amended-2", workplace.amended(2, Publication.PUBLIC, CABLES));
        assertThat(replay().outcomes()).isEqualTo(Map.of(Outcome.SAME, 1));

        workplace.handle("withdrawn-1", Workplace.withdrawn(2));

        assertThat(replay().outcomes()).isEqualTo(Map.of(Outcome.CLOSED, 1));
    }

    @Test
    void one_that_fails_is_named_and_the_others_are_read() {
        workplace.with(Publication.PUBLIC);
        workplace.log.add(workplace.typed(8, SATELLITES));
        workplace.failures.add(new Unprocessable("manifest-missing", "gone"));

        var report = replay();

        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.FAILED, 1, Outcome.REBUILT, 1));
        assertThat(report.changes().getFirst().fault()).isEqualTo("manifest-missing");
    }

    @Test
    void a_neighbour_that_is_away_ends_it_and_another_can_begin() {
        workplace.with(Publication.PUBLIC);
        workplace.failures.add(new Unavailable("The store is away.", new IllegalStateException()));

        var report = replay();

        assertThat(report.fault()).isEqualTo("Unavailable");
        assertThat(report.isFinished()).isTrue();
        assertThat(replay().outcomes()).isEqualTo(Map.of(Outcome.SAME, 1));
    }
}

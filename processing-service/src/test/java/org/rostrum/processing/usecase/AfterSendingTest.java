package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.Comparison.Difference;
import org.rostrum.processing.domain.content.PassageId;

/** What becomes of a case when its respondent amends, withdraws, or says that they never sent it. */
class AfterSendingTest {
    private static final ItemNumber TWO = new ItemNumber("2");
    private static final String OTHER = "Nobody should pay for satellites.";

    private final Workplace workplace = new Workplace();

    private Decision clear(int version) {
        return workplace.clearing.clear(Workplace.REFERENCE, version, Workplace.ADA, Expected.ANY, Set.of());
    }

    private Decision dismiss(String reason) {
        return workplace.dismissing.dismiss(Workplace.REFERENCE, reason, Workplace.ADA, Expected.ANY);
    }

    private Decision withhold() {
        return workplace.withholding.withhold(Workplace.REFERENCE, "Off topic.", Workplace.ADA, Expected.ANY);
    }

    private void amend(int version, String... answers) {
        workplace.handle("amended-" + version, workplace.amended(version, Publication.PUBLIC, answers));
    }

    private void published(int version) {
        workplace.handle(
                "published-" + version,
                new ContributionPublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        version,
                        emitted(SubmissionCleared.class).getLast().artefact().sha256(),
                        "/consultations/demo/contributions/x",
                        Workplace.NOON));
    }

    private <E> List<E> emitted(Class<E> type) {
        return workplace.transactions.emitted().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<Happening> history() {
        return workplace.view().history().stream().map(HistoryEntry::what).toList();
    }

    @Test
    void brings_a_newer_version_to_staff_while_the_published_one_stands() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        published(1);

        amend(2, Workplace.ANSWER, OTHER);

        var file = workplace.file();
        assertThat(file.state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(file.version()).isEqualTo(2);
        assertThat(file.earlier()).isInstanceOf(Stage.Published.class);
        assertThat(file.publicPath()).contains("/consultations/demo/contributions/x");
        assertThat(emitted(ClearanceRecalled.class)).isEmpty();
    }

    @Test
    void refuses_to_clear_a_version_that_is_no_longer_the_newest() {
        workplace.with(Publication.PUBLIC);
        amend(2, Workplace.ANSWER, OTHER);

        assertThat(clear(1)).isEqualTo(new Decision.WrongVersion(2));

        assertThat(emitted(SubmissionCleared.class)).isEmpty();
    }

    @Test
    void replaces_the_earlier_version_when_the_newer_one_is_cleared() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        published(1);
        amend(2, Workplace.ANSWER, OTHER);

        assertThat(clear(2)).isInstanceOf(Decision.Taken.class);

        assertThat(emitted(SubmissionCleared.class).getLast().version()).isEqualTo(2);
        assertThat(workplace.file().earlier()).isNull();
        assertThat(workplace.file().standing().orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void takes_the_earlier_version_down_when_the_newer_one_is_withheld() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        amend(2, OTHER);

        withhold();

        assertThat(emitted(SubmissionWithheld.class).getLast().version()).isEqualTo(2);
        assertThat(workplace.file().standing()).isEmpty();
    }

    @Test
    void recalls_the_earlier_version_while_the_newer_one_is_with_staff() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        amend(2, OTHER);

        workplace.recalling.recall(Workplace.REFERENCE, "A name slipped in.", Workplace.ADA, Expected.ANY);

        assertThat(emitted(ClearanceRecalled.class)).singleElement().satisfies(recalled -> {
            assertThat(recalled.version()).isEqualTo(1);
            assertThat(recalled.recalledBy()).isEqualTo("ada-subject");
        });
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.file().standing()).isEmpty();
    }

    @Test
    void takes_down_what_was_public_when_the_newer_version_allows_less() {
        workplace.with(Publication.PUBLIC);
        clear(1);

        workplace.handle("amended-2", workplace.amended(2, Publication.ANONYMOUS, OTHER));

        assertThat(emitted(ClearanceRecalled.class))
                .singleElement()
                .satisfies(recalled -> assertThat(recalled.recalledBy()).isEqualTo("system"));
        assertThat(workplace.file().standing()).isEmpty();
    }

    @Test
    void follows_what_publishing_says_of_an_earlier_version_that_stands() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        amend(2, OTHER);
        published(1);
        assertThat(workplace.file().earlier()).isInstanceOf(Stage.Published.class);

        workplace.handle(
                "unpublished-1",
                new ContributionUnpublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        Workplace.NOON));

        assertThat(workplace.file().earlier()).isInstanceOf(Stage.Cleared.class);
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
    }

    @Test
    void keeps_what_staff_confirmed_where_the_words_are_the_same() {
        workplace.with(Publication.PUBLIC);
        workplace.moving.move(Workplace.REFERENCE, new PassageId(1, 1), List.of(TWO), Workplace.ADA, Expected.ANY);

        amend(2, Workplace.ANSWER, OTHER);

        var passages = workplace.view().content().orElseThrow().passages();
        assertThat(passages.getFirst().filing().items()).containsExactly(TWO);
        assertThat(passages.getFirst().confirmed()).isTrue();
        assertThat(passages.getFirst().carriedFrom()).isEqualTo(1);
        assertThat(passages.getLast().carriedFrom()).isZero();
    }

    @Test
    void files_anew_what_was_reworded_though_staff_had_confirmed_it() {
        workplace.with(Publication.PUBLIC);
        workplace.moving.move(Workplace.REFERENCE, new PassageId(1, 1), List.of(TWO), Workplace.ADA, Expected.ANY);

        amend(2, Workplace.ANSWER + " And more.");

        assertThat(workplace
                        .view()
                        .content()
                        .orElseThrow()
                        .passages()
                        .getFirst()
                        .confirmed())
                .isFalse();
    }

    @Test
    void shows_staff_what_changed() {
        workplace.with(Publication.PUBLIC);

        amend(2, Workplace.ANSWER, OTHER);

        assertThat(workplace.view().before().orElseThrow().version()).isEqualTo(1);
        assertThat(workplace.view().changes().orElseThrow().differences())
                .hasExactlyElementsOfTypes(Difference.Same.class, Difference.Added.class);
    }

    @Test
    void compares_with_the_version_that_is_public() {
        workplace.with(Publication.PUBLIC);
        clear(1);

        amend(2, OTHER);
        amend(3, OTHER, OTHER);

        assertThat(workplace.view().before().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void lets_a_later_version_stand_that_came_before_the_earlier_one() {
        workplace.isDefined();
        amend(2, OTHER);

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));

        assertThat(workplace.file().version()).isEqualTo(2);
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(workplace.view().before().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void waits_with_an_amendment_behind_what_is_parked() {
        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);

        amend(2, OTHER);
        assertThat(workplace.file().version()).isEqualTo(1);
        workplace.isDefined();
        while (workplace.events.resume()) {}

        assertThat(workplace.file().version()).isEqualTo(2);
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
    }

    @Test
    void keeps_the_published_version_when_the_newer_one_is_parked() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        var amended = workplace.amended(2, Publication.PUBLIC, OTHER);
        workplace.manifests.remove("manifest-2");

        workplace.handle("amended-2", amended);

        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);
        assertThat(workplace.file().standing().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void closes_a_withdrawn_case_and_recalls_its_clearance_by_itself() {
        workplace.with(Publication.PUBLIC);
        clear(1);

        workplace.handle("withdrawn", Workplace.withdrawn(1));

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(emitted(ClearanceRecalled.class)).singleElement().satisfies(recalled -> {
            assertThat(recalled.recalledBy()).isEqualTo("system");
            assertThat(recalled.reason()).contains("withdrew");
        });
        assertThat(history()).endsWith(Happening.RECALLED, Happening.WITHDRAWN);
        assertThat(clear(1)).isEqualTo(new Decision.NotAtThisStage(CaseState.WITHDRAWN));
        assertThat(withhold()).isEqualTo(new Decision.NotAtThisStage(CaseState.WITHDRAWN));
    }

    @Test
    void recalls_an_earlier_version_of_a_withdrawn_case_too() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        amend(2, OTHER);

        workplace.handle("withdrawn", Workplace.withdrawn(2));

        assertThat(emitted(ClearanceRecalled.class).getLast().version()).isEqualTo(1);
    }

    @Test
    void shows_nobody_what_a_withdrawn_submission_said() {
        workplace.with(Publication.PUBLIC);

        workplace.handle("withdrawn", Workplace.withdrawn(1));

        assertThat(workplace.view().content()).isEmpty();
        assertThat(new PreviewContribution(workplace.transactions).preview(Workplace.REFERENCE))
                .isEmpty();
        var line = new ListCases(workplace.transactions)
                .list(CaseFilter.ALL, Optional.empty(), 10)
                .cases()
                .getFirst();
        assertThat(line.from()).isNull();
        assertThat(workplace.moving.move(
                        Workplace.REFERENCE, new PassageId(1, 1), List.of(TWO), Workplace.ADA, Expected.ANY))
                .isInstanceOf(Decision.NotAtThisStage.class);
    }

    @Test
    void changes_nothing_when_it_is_withdrawn_again_or_an_old_event_comes_again() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("withdrawn", Workplace.withdrawn(1));
        int revision = workplace.file().revision();

        workplace.handle("withdrawn-again", Workplace.withdrawn(1));
        amend(2, OTHER);
        workplace.handle("received-again", workplace.receivedEvent(Publication.PUBLIC, 0));
        workplace.handle("disputed", Workplace.disputed(90));

        assertThat(workplace.file().revision()).isEqualTo(revision);
        assertThat(workplace.file().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void withdraws_what_is_parked_without_waiting_for_its_release() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        var amended = workplace.amended(2, Publication.PUBLIC, OTHER);
        workplace.manifests.remove("manifest-2");
        workplace.handle("amended-2", amended);

        workplace.handle("withdrawn", Workplace.withdrawn(2));
        while (workplace.events.resume()) {}

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(emitted(ClearanceRecalled.class)).hasSize(1);
    }

    @Test
    void remembers_a_withdrawal_that_comes_before_the_submission() {
        workplace.isDefined();
        workplace.handle("withdrawn", Workplace.withdrawn(1));

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        while (workplace.events.resume()) {}

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void holds_a_disputed_case_until_staff_dismiss_the_dispute() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("disputed", Workplace.disputed(10));

        assertThat(clear(1)).isInstanceOf(Decision.Disputed.class);
        assertThat(dismiss("She called: it was her.")).isInstanceOf(Decision.Taken.class);

        assertThat(clear(1)).isInstanceOf(Decision.Taken.class);
        assertThat(emitted(DisputeDismissed.class)).singleElement().satisfies(dismissed -> {
            assertThat(dismissed.disputedAt()).isEqualTo(Workplace.NOON.plusSeconds(10));
            assertThat(dismissed.dismissedBy()).isEqualTo("ada-subject");
            assertThat(dismissed.reason()).isEqualTo("She called: it was her.");
        });
    }

    @Test
    void recalls_what_is_public_when_it_is_disputed() {
        workplace.with(Publication.PUBLIC);
        clear(1);
        published(1);

        workplace.handle("disputed", Workplace.disputed(10));

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(emitted(ClearanceRecalled.class))
                .singleElement()
                .satisfies(recalled -> assertThat(recalled.recalledBy()).isEqualTo("system"));
    }

    @Test
    void lets_staff_withhold_what_is_disputed_and_clear_it_only_after_dismissing() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("disputed", Workplace.disputed(10));

        assertThat(withhold()).isInstanceOf(Decision.Taken.class);

        assertThat(clear(1)).isInstanceOf(Decision.Disputed.class);
    }

    @Test
    void counts_two_disputes_as_one_while_the_first_is_open() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("disputed-1", Workplace.disputed(10));
        workplace.handle("disputed-2", Workplace.disputed(20));

        assertThat(history()).containsOnlyOnce(Happening.DISPUTED);
        dismiss("It was her.");
        assertThat(dismiss("Again.")).isInstanceOf(Decision.NotDisputed.class);
    }

    @Test
    void asks_for_a_reason_to_dismiss_a_dispute() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("disputed", Workplace.disputed(10));

        assertThat(dismiss(" ")).isInstanceOf(Decision.ReasonNeeded.class);
    }

    @Test
    void stays_disputed_when_it_is_amended() {
        workplace.with(Publication.PUBLIC);
        workplace.handle("disputed", Workplace.disputed(10));

        amend(2, OTHER);

        assertThat(clear(2)).isInstanceOf(Decision.Disputed.class);
    }

    @Test
    void finds_cases_by_what_intake_noticed_and_tells_the_public_of_it_only_what_is_public() {
        workplace.flags = List.of(SubmissionFlag.LATE, SubmissionFlag.TRAP_FILLED);
        workplace.with(Publication.PUBLIC);

        clear(1);

        assertThat(CaseMark.of(workplace.file())).containsExactly(CaseMark.LATE, CaseMark.TRAP_FILLED);
        assertThat(found(CaseMark.TRAP_FILLED)).hasSize(1);
        assertThat(found(CaseMark.FLOOD)).isEmpty();
        assertThat(workplace.artefacts.values())
                .singleElement()
                .satisfies(form -> assertThat(form.flags()).containsExactly(SubmissionFlag.LATE));
    }

    private List<CaseSummary> found(CaseMark mark) {
        return new ListCases(workplace.transactions)
                .list(
                        new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(mark)),
                        Optional.empty(),
                        10)
                .cases();
    }
}

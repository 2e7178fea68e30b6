package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Clearance;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.flags.FlagKind;

class DecisionsTest {
    private static final PassageId FIRST = new PassageId(1, 1);
    private static final ItemNumber TWO = new ItemNumber("2");

    private final Workplace workplace = new Workplace();

    private Decision clear(int version, Expected expected) {
        return workplace.clearing.clear(Workplace.REFERENCE, version, Workplace.ADA, expected, Set.of());
    }

    private Decision move(PassageId passage, ItemNumber... items) {
        return workplace.moving.move(Workplace.REFERENCE, passage, List.of(items), Workplace.ADA, Expected.ANY);
    }

    private void isPublished() {
        isPublished(clearedForms().getLast(), Workplace.NOON);
    }

    private List<String> clearedForms() {
        return emitted(SubmissionCleared.class).stream()
                .map(event -> event.artefact().sha256())
                .toList();
    }

    private void isPublished(String artefactSha256, Instant publishedAt) {
        workplace.handle(
                "published-" + workplace.file().revision(),
                new ContributionPublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        artefactSha256,
                        "/consultations/demo/contributions/x",
                        publishedAt));
    }

    private void isRefused(String artefactSha256, Instant refusedAt) {
        workplace.handle(
                "refused-" + workplace.file().revision(),
                new PublicationRefused(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        artefactSha256,
                        "leak-found",
                        refusedAt));
    }

    private void isUnpublished(Instant unpublishedAt) {
        workplace.handle(
                "unpublished-" + workplace.file().revision(),
                new ContributionUnpublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        unpublishedAt));
    }

    private <E> List<E> emitted(Class<E> type) {
        return workplace.transactions.emitted().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void clears_one_exact_version_in_one_exact_form() {
        workplace.with(Publication.PUBLIC);

        var decision = clear(1, Expected.ANY);

        assertThat(decision).isInstanceOf(Decision.Taken.class);
        assertThat(workplace.file().state()).isEqualTo(CaseState.CLEARED);
        var event = emitted(SubmissionCleared.class).getFirst();
        assertThat(event.clearedBy()).isEqualTo("ada-subject");
        assertThat(workplace.artefacts).containsOnlyKeys(event.artefact().sha256());
    }

    @Test
    void hides_e_mail_addresses_in_what_is_public() {
        workplace.with(Publication.PUBLIC);

        clear(1, Expected.ANY);

        assertThat(publicJson())
                .contains("[e-mail address removed]", "Zoë Müller", "Digital Rights")
                .doesNotContain("rights.example");
    }

    @Test
    void names_nobody_in_what_is_anonymous() {
        workplace.with(Publication.ANONYMOUS);

        clear(1, Expected.ANY);

        assertThat(publicJson())
                .contains("Civil society", "[name removed]", "[organisation removed]", "[country removed]")
                .doesNotContain(
                        "Zoë", "Müller", "Digital Rights", "Switzerland", "Counsel", "\"CH\"", "rights.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Government of Switzerland", "Friends of Zoë", "civil society of Bern", "Digital Rights"})
    void keeps_a_group_of_their_own_invention_out_of_what_is_anonymous(String invented) {
        workplace.stakeholderGroup = invented;
        workplace.with(Publication.ANONYMOUS);

        clear(1, Expected.ANY);

        assertThat(publicJson()).doesNotContain("stakeholderGroup", invented, "Bern");
    }

    @Test
    void shows_the_group_of_an_anonymous_one_in_whatever_language_it_was_chosen() {
        workplace.stakeholderGroup = "Société civile";
        workplace.with(Publication.ANONYMOUS);

        clear(1, Expected.ANY);

        assertThat(publicJson()).contains("Société civile");
    }

    @Test
    void shows_a_group_of_their_own_invention_of_those_who_signed() {
        workplace.stakeholderGroup = "Friends of Zoë";
        workplace.with(Publication.PUBLIC);

        clear(1, Expected.ANY);

        assertThat(publicJson()).contains("Friends of Zoë");
    }

    private String publicJson() {
        var only = workplace.artefacts.values().iterator().next();
        return new String(Json.writeCanonical(only), StandardCharsets.UTF_8);
    }

    @Test
    void never_clears_a_confidential_submission() {
        workplace.with(Publication.CONFIDENTIAL);

        assertThat(clear(1, Expected.ANY)).isEqualTo(new Decision.Confidential());
        assertThat(workplace.artefacts).isEmpty();
        assertThat(new PreviewContribution(workplace.transactions).preview(Workplace.REFERENCE))
                .isEmpty();
    }

    @Test
    void hostile_55_refuses_to_clear_what_nobody_has_looked_at() {
        workplace.isDefined();
        var text = "Send the fee to CH93 0076 2011 6238 5295 7, as agreed.";
        workplace.handle(
                "received-1",
                workplace.received(
                        Publication.PUBLIC, List.of(new Answer(new ItemNumber("1"), text)), null, List.of()));

        assertThat(clear(1, Expected.ANY)).isEqualTo(new Decision.FlagsUnseen(List.of(FlagKind.BANK_ACCOUNT)));
        assertThat(clearHavingSeen(FlagKind.EMAIL)).isEqualTo(new Decision.FlagsUnseen(List.of(FlagKind.BANK_ACCOUNT)));
        assertThat(workplace.artefacts).isEmpty();
        assertThat(clearHavingSeen(FlagKind.BANK_ACCOUNT)).isInstanceOf(Decision.Taken.class);
    }

    private Decision clearHavingSeen(FlagKind kind) {
        return workplace.clearing.clear(Workplace.REFERENCE, 1, Workplace.ADA, Expected.ANY, Set.of(kind));
    }

    @Test
    void refuses_to_clear_another_version_than_the_current_one() {
        workplace.with(Publication.PUBLIC);

        assertThat(clear(2, Expected.ANY)).isEqualTo(new Decision.WrongVersion(1));
    }

    @Test
    void refuses_a_decision_on_a_case_that_somebody_else_changed() {
        workplace.with(Publication.PUBLIC);
        int seen = workplace.file().revision();
        move(FIRST, TWO);

        assertThat(clear(1, Expected.revision(seen))).isEqualTo(new Decision.Outdated(seen + 1));
    }

    @Test
    void changes_nothing_when_the_same_form_is_cleared_again() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);
        int revision = workplace.file().revision();

        var decision = clear(1, Expected.ANY);

        assertThat(decision).isInstanceOf(Decision.Taken.class);
        assertThat(workplace.file().revision()).isEqualTo(revision);
        assertThat(emitted(SubmissionCleared.class)).hasSize(1);
    }

    @Test
    void moves_a_passage_and_remembers_who_did() {
        workplace.with(Publication.PUBLIC);

        move(FIRST, TWO);

        var moved = workplace.view().content().orElseThrow().passages().getFirst();
        assertThat(moved.filing().items()).containsExactly(TWO);
        assertThat(moved.filing().basis()).isEqualTo(FilingBasis.STAFF);
        assertThat(moved.confirmed()).isTrue();
        var entry = workplace.view().history().getLast();
        assertThat(entry.who()).contains(Workplace.ADA);
        assertThat(entry.details()).containsEntry("from", "1").containsEntry("to", "2");
    }

    @Test
    void files_a_passage_under_no_question() {
        workplace.with(Publication.PUBLIC);

        move(FIRST);

        assertThat(workplace.view().byItem())
                .singleElement()
                .satisfies(group -> assertThat(group.item()).isEmpty());
    }

    @Test
    void refuses_to_move_what_or_where_there_is_nothing() {
        workplace.with(Publication.PUBLIC);

        assertThat(move(new PassageId(1, 99), TWO)).isEqualTo(new Decision.NoSuchPassage());
        assertThat(move(FIRST, new ItemNumber("9"))).isEqualTo(new Decision.NoSuchItem(new ItemNumber("9")));
        assertThat(move(new PassageId(2, 1), TWO)).isEqualTo(new Decision.WrongVersion(1));
    }

    @Test
    void shows_that_a_published_case_changed_and_publishes_the_change_when_it_is_cleared_again() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);
        isPublished();
        assertThat(workplace.file().state()).isEqualTo(CaseState.PUBLISHED);

        move(FIRST, TWO);
        assertThat(workplace.file().stage().standing().map(Clearance::changedSince))
                .contains(true);
        clear(1, Expected.ANY);

        assertThat(workplace.file().state()).isEqualTo(CaseState.CLEARED);
        assertThat(emitted(SubmissionCleared.class))
                .extracting(event -> event.artefact().sha256())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(workplace.transactions.emittedIds()).doesNotHaveDuplicates();
    }

    @Test
    void withholds_for_a_reason_only() {
        workplace.with(Publication.PUBLIC);

        var without = workplace.withholding.withhold(Workplace.REFERENCE, "  ", Workplace.ADA, Expected.ANY);
        var with = workplace.withholding.withhold(Workplace.REFERENCE, "Insults.", Workplace.ADA, Expected.ANY);

        assertThat(without).isEqualTo(new Decision.ReasonNeeded());
        assertThat(with).isInstanceOf(Decision.Taken.class);
        assertThat(emitted(SubmissionWithheld.class)).extracting("reason").containsExactly("Insults.");
    }

    @Test
    void takes_a_clearance_back() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);

        workplace.recalling.recall(Workplace.REFERENCE, "Too early.", Workplace.ADA, Expected.ANY);

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITH_STAFF);
        assertThat(emitted(ClearanceRecalled.class)).hasSize(1);
    }

    @Test
    void ignores_news_of_a_publication_that_staff_took_back_meanwhile() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);
        workplace.withholding.withhold(Workplace.REFERENCE, "Insults.", Workplace.ADA, Expected.ANY);

        isPublished();

        assertThat(workplace.file().state()).isEqualTo(CaseState.WITHHELD);
    }

    @Test
    void believes_publishing_whose_clock_is_slow() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);
        var slow = Workplace.NOON.minusSeconds(60);

        isPublished(clearedForms().getLast(), slow);
        assertThat(workplace.file().state()).isEqualTo(CaseState.PUBLISHED);
        isUnpublished(slow);
        assertThat(workplace.file().state()).isEqualTo(CaseState.CLEARED);
        isRefused(clearedForms().getLast(), slow);

        assertThat(workplace.file().stage())
                .isInstanceOfSatisfying(
                        Stage.Cleared.class,
                        cleared -> assertThat(cleared.refusal()).isEqualTo("leak-found"));
    }

    @Test
    void ignores_news_of_another_form_than_the_one_that_is_cleared() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);
        move(FIRST, TWO);
        clear(1, Expected.ANY);
        var stage = workplace.file().stage();
        var earlier = clearedForms().getFirst();
        var fast = Workplace.NOON.plusSeconds(60);

        isPublished(earlier, fast);
        assertThat(workplace.file().stage()).isEqualTo(stage);
        isRefused(earlier, fast);
        assertThat(workplace.file().stage()).isEqualTo(stage);
        isUnpublished(fast);
        assertThat(workplace.file().stage()).isEqualTo(stage);
    }

    @Test
    void keeps_why_the_form_was_refused_when_the_one_before_it_is_taken_down() {
        workplace.with(Publication.PUBLIC);
        clear(1, Expected.ANY);
        isRefused(clearedForms().getLast(), Workplace.NOON);
        var refused = workplace.file().stage();

        isUnpublished(Workplace.NOON);

        assertThat(workplace.file().stage()).isEqualTo(refused);
    }

    @Test
    void knows_nothing_of_a_case_that_never_came() {
        assertThat(clear(1, Expected.ANY)).isEqualTo(new Decision.NoSuchCase());
    }
}

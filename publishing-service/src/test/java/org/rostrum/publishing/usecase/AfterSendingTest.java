package org.rostrum.publishing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.publishing.Chronicle.CONSULTATION;
import static org.rostrum.publishing.Chronicle.ROUND;
import static org.rostrum.publishing.Chronicle.bytes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.Chronicle.Told;
import org.rostrum.publishing.domain.RefusalReason;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.Accounting;

/** What the public sees when a respondent amends, withdraws, disputes, or comes late. */
class AfterSendingTest {
    private final Rehearsal publishing = new Rehearsal();
    private final Chronicle it = Chronicle.ofPublic(1);
    private final byte[] first = bytes(it.content(1, "First words.", List.of()));
    private final byte[] second = bytes(it.content(2, "Second words.", List.of()));

    @BeforeEach
    void define() {
        publishing.store(it, first).store(it, second).take(Chronicle.definition());
    }

    @AfterEach
    void close() {
        publishing.close();
    }

    private void publishFirst() {
        publishing.take(it.received(), it.processed(), it.cleared(3, 1, first)).settle();
        assertThat(page()).contains("First words.");
    }

    private String page() {
        return shown(SitePath.contribution(CONSULTATION, it.reference()));
    }

    private String shown(SitePath path) {
        return publishing.page(path).orElseThrow(() -> new AssertionError("nothing at " + path));
    }

    private boolean isGone() {
        return publishing.fingerprints().containsKey(SitePath.contribution(CONSULTATION, it.reference()) + " gone");
    }

    private Accounting accounting() {
        return publishing.record.read(r -> r.find(CONSULTATION).orElseThrow().accounting(ROUND));
    }

    @Test
    void keeps_the_earlier_version_until_the_newer_one_is_cleared() {
        publishFirst();

        publishing.take(it.amended(2, Publication.PUBLIC)).settle();

        assertThat(page()).contains("First words.");
        assertThat(accounting().published()).isEqualTo(1);
    }

    @Test
    void shows_the_newer_version_at_the_same_address_and_says_what_it_replaces() {
        publishFirst();

        publishing
                .take(it.amended(2, Publication.PUBLIC), it.cleared(5, 2, second))
                .settle();

        assertThat(page())
                .contains("Second words.", "2, replaces version 1 of 1 March 2026")
                .doesNotContain("First words.");
        assertThat(publishing.announced.values().stream()
                        .filter(ContributionPublished.class::isInstance)
                        .map(event -> ((ContributionPublished) event).version()))
                .containsExactly(1, 2);
    }

    @Test
    void never_goes_back_to_a_version_after_a_later_one_was_cleared() {
        publishFirst();
        publishing
                .take(it.amended(2, Publication.PUBLIC), it.cleared(5, 2, second))
                .settle();

        publishing.take(it.cleared(6, 1, first)).settle();

        assertThat(page()).contains("Second words.");
    }

    @Test
    void takes_the_earlier_version_down_when_the_newer_one_is_withheld() {
        publishFirst();

        publishing.take(it.amended(2, Publication.PUBLIC), it.withheld(5, 2)).settle();

        assertThat(isGone()).isTrue();
        assertThat(accounting().withheld()).isEqualTo(1);
    }

    @Test
    void counts_a_newer_version_of_what_was_withheld_as_in_flight() {
        publishing.take(it.received(), it.processed(), it.withheld(3)).settle();
        assertThat(accounting().withheld()).isEqualTo(1);

        publishing.take(it.amended(2, Publication.PUBLIC)).settle();

        assertThat(accounting().withheld()).isZero();
        assertThat(accounting().inFlight()).isEqualTo(1);
    }

    @Test
    void takes_down_at_once_what_the_newer_version_does_not_allow_any_more() {
        publishFirst();

        publishing.take(it.amended(2, Publication.ANONYMOUS)).settle();

        assertThat(isGone()).isTrue();
        assertThat(accounting().inFlight()).isEqualTo(1);
    }

    @Test
    void takes_a_withdrawn_one_down_without_waiting_for_processing() {
        publishFirst();

        publishing.take(it.withdrawn(4)).settle();

        assertThat(isGone()).isTrue();
        assertThat(page()).contains("No longer public").doesNotContain("First words.", "staff decided");
        assertThat(accounting()).isEqualTo(new Accounting(1, 0, 0, 0, 0, 0, 0, 1, 0, 0));
        assertThat(publishing.announced.values()).hasAtLeastOneElementOfType(ContributionUnpublished.class);
    }

    @Test
    void tells_readers_of_the_feeds_to_drop_it() {
        publishFirst();

        publishing.take(it.withdrawn(4)).settle();

        assertThat(shown(SitePath.atom(CONSULTATION)))
                .contains("<at:deleted-entry", "when=\"2026-03-01T09:14:00Z\"")
                .doesNotContain("<entry>", "First words.");
        assertThat(shown(SitePath.jsonFeed(CONSULTATION))).doesNotContain("First words.");
    }

    @Test
    void shows_a_withdrawn_one_never_again_whatever_clearance_arrives() {
        publishFirst();
        publishing.take(it.withdrawn(4)).settle();

        publishing.take(it.recalled(5), it.cleared(6, 1, first)).settle();
        publishing
                .take(it.amended(2, Publication.PUBLIC), it.cleared(7, 2, second))
                .settle();

        assertThat(isGone()).isTrue();
        assertThat(accounting().withdrawn()).isEqualTo(1);
    }

    @Test
    void holds_no_trace_of_what_was_withdrawn_before_anybody_saw_it() {
        publishing.take(it.received(), it.processed(), it.withdrawn(4)).settle();

        assertThat(publishing.page(SitePath.contribution(CONSULTATION, it.reference())))
                .isEmpty();
        assertThat(shown(SitePath.atom(CONSULTATION))).doesNotContain("<at:deleted-entry");
    }

    @Test
    void shows_nothing_that_is_disputed_until_that_is_settled_and_it_is_cleared_anew() {
        publishFirst();
        publishing.take(it.disputed(4)).settle();
        assertThat(isGone()).isTrue();
        assertThat(accounting().inFlight()).isEqualTo(1);

        publishing.take(it.recalled(5), it.dismissed(6, 4)).settle();
        assertThat(isGone()).isTrue();
        publishing.take(it.cleared(7, 1, first)).settle();

        assertThat(page()).contains("First words.");
        assertThat(shown(SitePath.atom(CONSULTATION))).doesNotContain("<at:deleted-entry");
    }

    @Test
    void fails_closed_when_a_clearance_comes_though_nobody_settled_the_dispute() {
        publishFirst();

        publishing.take(it.disputed(4), it.cleared(9, 1, first)).settle();

        assertThat(isGone()).isTrue();
    }

    @Test
    void marks_late_ones_wherever_they_appear() {
        var late = Chronicle.ofPublic(2);
        var form = bytes(late.content(1, "Sorry to be late.", List.of(SubmissionFlag.LATE)));
        publishing.store(late, form);

        publishing
                .take(late.received(List.of(SubmissionFlag.LATE, SubmissionFlag.FLOOD)), late.cleared(3, 1, form))
                .settle();

        assertThat(shown(SitePath.contribution(CONSULTATION, late.reference()))).contains("Late: after the round");
        assertThat(shown(SitePath.contributions(CONSULTATION))).contains(">Late<");
        assertThat(shown(SitePath.consultation(CONSULTATION))).contains(">Late<");
        assertThat(shown(SitePath.atom(CONSULTATION))).contains("term=\"late\"");
        assertThat(shown(SitePath.jsonFeed(CONSULTATION)))
                .contains("\"flags\":[\"late\"]")
                .doesNotContain("flood");
    }

    @Test
    void refuses_a_form_that_hides_that_it_was_late() {
        var late = Chronicle.ofPublic(2);
        var form = bytes(late.content(1, "In time, really.", List.of()));
        publishing.store(late, form);

        publishing
                .take(late.received(List.of(SubmissionFlag.LATE)), late.cleared(3, 1, form))
                .settle();

        assertThat(publishing.alarms).containsExactly(RefusalReason.ARTEFACT_TAMPERED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_account_balances_after_every_event_and_any_interleaving_ends_alike(long seed) {
        var random = new Random(seed);
        var stories = new ArrayList<List<List<Told>>>();
        for (int i = 10; i < 40; i++) {
            stories.add(story(Chronicle.ofPublic(i), random));
        }

        try (var inOrder = store(new Rehearsal());
                var mixed = store(new Rehearsal())) {
            stories.forEach(story -> story.forEach(topic -> topic.forEach(inOrder::take)));
            inOrder.take(Chronicle.definition());
            mixed.take(Chronicle.definition());
            for (var told : mixed(stories, random)) {
                mixed.take(told);
                assertThat(balances(mixed)).isTrue();
                if (random.nextInt(5) == 0) {
                    mixed.settle();
                }
            }
            inOrder.settle();
            mixed.settle();

            assertThat(balances(mixed)).isTrue();
            assertThat(mixed.fingerprints()).isEqualTo(inOrder.fingerprints());
        }
    }

    private static boolean balances(Rehearsal rehearsal) {
        return rehearsal.record.read(
                r -> r.find(CONSULTATION).orElseThrow().accounting(ROUND).balances());
    }

    private static Rehearsal store(Rehearsal rehearsal) {
        for (int i = 10; i < 40; i++) {
            var it = Chronicle.ofPublic(i);
            rehearsal
                    .store(it, bytes(it.content(1, "One.", List.of())))
                    .store(it, bytes(it.content(2, "Two.", List.of())));
        }
        return rehearsal;
    }

    /** What may happen to one submission: per topic, in order; the acknowledgement first. */
    private static List<List<Told>> story(Chronicle it, Random random) {
        var submissions = new ArrayList<Told>(List.of(it.received()));
        var clearances = new ArrayList<Told>();
        if (random.nextBoolean()) {
            clearances.add(
                    random.nextBoolean() ? it.cleared(3, 1, bytes(it.content(1, "One.", List.of()))) : it.withheld(3));
        }
        if (random.nextBoolean()) {
            submissions.add(it.amended(2, random.nextInt(4) == 0 ? Publication.CONFIDENTIAL : Publication.PUBLIC));
            if (random.nextBoolean()) {
                clearances.add(
                        random.nextBoolean()
                                ? it.cleared(4, 2, bytes(it.content(2, "Two.", List.of())))
                                : it.withheld(4, 2));
            }
        }
        if (random.nextInt(3) == 0) {
            submissions.add(it.disputed(5));
            clearances.add(it.recalled(6));
            if (random.nextBoolean()) {
                clearances.add(it.dismissed(7, 5));
                clearances.add(it.cleared(8, 2, bytes(it.content(2, "Two.", List.of()))));
            }
        }
        if (random.nextInt(3) == 0) {
            submissions.add(it.withdrawn(9));
            clearances.add(it.recalled(10));
        }
        if (random.nextInt(4) == 0) {
            submissions.add(it.erased(11));
            clearances.add(it.recalled(12));
        }
        var processing = List.of(random.nextBoolean() ? it.processed() : it.parked());
        return List.of(submissions, processing, clearances);
    }

    private static List<Told> mixed(List<List<List<Told>>> stories, Random random) {
        var told = new ArrayList<Told>();
        List<Deque<Told>> rest = new ArrayList<>();
        for (var story : stories) {
            told.add(story.getFirst().getFirst());
            rest.add(new ArrayDeque<>(
                    story.getFirst().subList(1, story.getFirst().size())));
            story.stream().skip(1).forEach(topic -> rest.add(new ArrayDeque<>(topic)));
        }
        rest.removeIf(Deque::isEmpty);
        while (!rest.isEmpty()) {
            var topic = rest.get(random.nextInt(rest.size()));
            told.add(topic.removeFirst());
            rest.removeIf(Deque::isEmpty);
        }
        return told;
    }
}

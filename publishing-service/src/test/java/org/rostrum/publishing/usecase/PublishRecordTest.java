package org.rostrum.publishing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.publishing.Chronicle.CONSULTATION;
import static org.rostrum.publishing.Chronicle.ROUND;
import static org.rostrum.publishing.Chronicle.bytes;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.Chronicle.Told;
import org.rostrum.publishing.domain.RefusalReason;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.Accounting;

class PublishRecordTest {
    private final Rehearsal publishing = new Rehearsal();
    private final Chronicle chronicle = Chronicle.ofPublic(1);
    private final SitePath page = SitePath.contribution(CONSULTATION, chronicle.reference());

    @AfterEach
    void close() {
        publishing.close();
    }

    @Test
    void a_cleared_contribution_is_on_its_page_under_its_items_and_in_the_feeds() {
        clear(chronicle);

        assertThat(shown(page)).contains("Let it flow, says number 1.", "Friends of River 1");
        assertThat(shown(SitePath.item(CONSULTATION, item("1")))).contains("Let it flow, says number 1.");
        assertThat(shown(SitePath.consultation(CONSULTATION))).contains("Friends of River 1");
        assertThat(shown(SitePath.atom(CONSULTATION))).contains("Let it flow, says number 1.");
        assertThat(shown(SitePath.jsonFeed(CONSULTATION))).contains("Let it flow, says number 1.");
        assertThat(publishing.announced.values()).singleElement().isInstanceOf(ContributionPublished.class);
    }

    @Test
    void a_publication_names_the_form_that_its_clearance_names() {
        clear(chronicle);

        assertThat(publishing.announced.values())
                .singleElement()
                .isInstanceOfSatisfying(
                        ContributionPublished.class,
                        e -> assertThat(e.artefactSha256())
                                .isEqualTo(chronicle
                                        .artefactOf(bytes(chronicle.content()))
                                        .sha256()));
    }

    @Test
    void only_numbers_may_wait() {
        clear(chronicle);
        var other = Chronicle.ofPublic(2);

        publishing.take(other.received());
        assertThat(publishing.hasOnlyCounted()).as("one came in").isTrue();
        publishing.take(chronicle.withheld(5));
        assertThat(publishing.hasOnlyCounted()).as("one must go").isFalse();
        publishing.settle();
        assertThat(publishing.hasOnlyCounted()).as("nothing is left").isFalse();
        publishing.store(other, bytes(other.content()));
        publishing.take(other.processed(), other.cleared());
        assertThat(publishing.hasOnlyCounted()).as("one was cleared").isFalse();
    }

    @Test
    void nothing_is_shown_before_its_acknowledgement_is_known() {
        publishing.store(chronicle, bytes(chronicle.content()));
        publishing
                .take(Chronicle.definition(), chronicle.processed(), chronicle.cleared())
                .settle();
        assertThat(publishing.page(page)).isEmpty();

        publishing.take(chronicle.received()).settle();

        assertThat(shown(page)).contains("Let it flow");
    }

    @Test
    void what_is_withheld_after_publication_is_nowhere_any_more_and_says_so() {
        clear(chronicle);

        publishing.take(chronicle.withheld(5)).settle();

        assertThat(publishing.site.keySet())
                .allSatisfy(path -> assertThat(shown(path)).doesNotContain("Let it flow", "Friends of River"));
        assertThat(shown(page)).contains("No longer public").doesNotContain("Off topic");
        assertThat(publishing.site.get(page))
                .satisfies(it -> assertThat(it.gone()).isTrue());
        assertThat(publishing.removedDocuments).contains(new Documents.Of(CONSULTATION, ROUND));
        assertThat(publishing.announced.values()).last().isInstanceOf(ContributionUnpublished.class);
        assertThat(accounting().withheld()).isOne();
    }

    @Test
    void a_new_clearance_replaces_what_was_shown() {
        clear(chronicle);
        var anew = bytes(chronicle.content("It may flow."));
        publishing.store(chronicle, anew);

        publishing.take(chronicle.recalled(4)).settle();
        assertThat(shown(page)).contains("No longer public");
        publishing.take(chronicle.cleared(5, anew)).settle();

        assertThat(shown(page)).contains("It may flow.").doesNotContain("Let it flow");
        assertThat(publishing.announced.values()).hasSize(3);
    }

    @Test
    void refuses_a_leak_and_raises_the_alarm() {
        var leaking = bytes(chronicle.content("Write to ada@example.org."));
        publishing.store(chronicle, leaking);

        publishing
                .take(Chronicle.definition(), chronicle.received(), chronicle.cleared(3, leaking))
                .settle();

        assertThat(publishing.page(page)).isEmpty();
        assertThat(publishing.alarms).containsExactly(RefusalReason.LEAK_FOUND);
        assertThat(publishing.announced.values())
                .singleElement()
                .isInstanceOfSatisfying(PublicationRefused.class, e -> {
                    assertThat(e.reason()).isEqualTo("leak-found");
                    assertThat(e.artefactSha256())
                            .isEqualTo(chronicle.artefactOf(leaking).sha256());
                });
        assertThat(accounting().balances()).isTrue();
    }

    @Test
    void what_became_confidential_is_taken_down() {
        clear(chronicle);

        publishing.take(chronicle.received(2, Publication.CONFIDENTIAL)).settle();

        assertThat(shown(page)).contains("No longer public");
        assertThat(accounting().confidential()).isOne();
    }

    @Test
    void forgets_nothing_while_the_store_is_away() {
        publishing.store(chronicle, bytes(chronicle.content()));
        publishing.take(Chronicle.definition(), chronicle.received(), chronicle.cleared());
        publishing.storeIsAway = true;
        assertThatThrownBy(publishing::settle).isInstanceOf(StoreUnavailable.class);

        publishing.storeIsAway = false;
        publishing.settle();

        assertThat(shown(page)).contains("Let it flow");
    }

    @Test
    void one_form_that_cannot_be_fetched_holds_up_no_other() {
        clear(Chronicle.ofPublic(3));
        var other = Chronicle.ofPublic(2);
        publishing.unreachable.add(chronicle.artefactOf(bytes(chronicle.content())));
        publishing.store(chronicle, bytes(chronicle.content())).store(other, bytes(other.content()));
        publishing.take(chronicle.received(), chronicle.cleared(), other.received(), other.cleared());

        assertThatThrownBy(publishing::settle).isInstanceOf(StoreUnavailable.class);

        assertThat(shown(SitePath.contribution(CONSULTATION, other.reference())))
                .contains("says number 2");
        assertThat(publishing.page(page)).isEmpty();
        publishing.unreachable.clear();
        publishing.settle();
        assertThat(shown(page)).contains("says number 1");
    }

    @Test
    void many_forms_that_cannot_be_fetched_hold_up_no_other_for_long() {
        IntStream.range(10, 60).mapToObj(Chronicle::ofPublic).forEach(it -> {
            publishing.unreachable.add(it.artefactOf(bytes(it.content())));
            publishing.take(it.received(), it.cleared());
        });
        publishing.store(chronicle, bytes(chronicle.content()));
        publishing.take(Chronicle.definition(), chronicle.received(), chronicle.cleared());

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(publishing::settle).isInstanceOf(StoreUnavailable.class);
        }

        assertThat(shown(page)).contains("says number 1");
    }

    @Test
    void a_start_with_a_form_that_cannot_be_fetched_shows_the_others_but_takes_nothing_back() {
        clear(chronicle);
        var before = List.copyOf(publishing.announced.entrySet());

        try (var next = new Rehearsal()) {
            next.unreachable.add(chronicle.artefactOf(bytes(chronicle.content())));
            var other = Chronicle.ofPublic(2);
            next.store(chronicle, bytes(chronicle.content())).store(other, bytes(other.content()));
            before.forEach(entry -> next.take(new Told(entry.getKey(), entry.getValue())));
            next.take(Chronicle.definition(), chronicle.received(), chronicle.cleared());
            next.take(other.received(), other.cleared());

            assertThatThrownBy(next::settle).isInstanceOf(StoreUnavailable.class);

            assertThat(next.page(SitePath.contribution(CONSULTATION, other.reference())))
                    .isPresent();
            assertThat(next.announced).isEmpty();
            next.unreachable.clear();
            next.settle();
            assertThat(next.announced.values()).singleElement().isInstanceOf(ContributionPublished.class);
        }
    }

    @Test
    void of_two_definitions_with_one_revision_the_later_holds_as_in_a_compacted_log() {
        publishing.take(Chronicle.definition(2, 4), Chronicle.definition(2, 3)).settle();

        try (var compacted = new Rehearsal()) {
            compacted.take(Chronicle.definition(2, 3)).settle();

            assertThat(shown(SitePath.HOME)).contains("The river in 3 years");
            assertThat(publishing.fingerprints()).isEqualTo(compacted.fingerprints());
            assertThat(changedAt(publishing)).isEqualTo(changedAt(compacted));
        }
    }

    @Test
    void reading_the_definitions_anew_brings_no_older_one_back() {
        publishing.take(Chronicle.definition(2, 4), Chronicle.definition(2, 3)).settle();

        publishing.take(Chronicle.definition(2, 4)).settle();

        assertThat(shown(SitePath.HOME)).contains("The river in 3 years");
    }

    @Test
    void an_anonymous_contribution_shows_a_group_of_the_definition_and_no_words_of_its_own() {
        var listed = Chronicle.ofAnonymous(1);
        var own = Chronicle.ofAnonymous(2);
        var form = bytes(own.content(inGroup("Widow of the mayor"), List.of(Chronicle.onItemOne("Let it flow."))));
        clear(listed);
        publishing.store(own, form).take(own.received(), own.cleared(3, form)).settle();

        assertThat(shown(SitePath.contribution(CONSULTATION, listed.reference())))
                .contains("Individual");
        assertThat(shown(SitePath.contribution(CONSULTATION, own.reference()))).contains("Let it flow.");
        assertThat(publishing.site.keySet())
                .allSatisfy(path -> assertThat(shown(path)).doesNotContain("Widow"));
        assertThat(publishing
                        .record
                        .read(r -> r.standing(own.submission()).orElseThrow())
                        .toString())
                .doesNotContain("Widow");
    }

    private static Contributor inGroup(String group) {
        return new Contributor(null, null, null, null, null, group);
    }

    private static Instant changedAt(Rehearsal rehearsal) {
        return rehearsal.record.read(r -> r.find(CONSULTATION).orElseThrow().changedAt());
    }

    @Test
    void an_event_told_twice_changes_nothing() {
        clear(chronicle);
        var before = publishing.fingerprints();

        publishing.take(chronicle.received(), chronicle.cleared()).settle();

        assertThat(publishing.fingerprints()).isEqualTo(before);
        assertThat(publishing.announced).hasSize(1);
    }

    @Test
    void a_restart_announces_nothing_again() {
        clear(chronicle);
        var before = List.copyOf(publishing.announced.entrySet());

        try (var next = new Rehearsal()) {
            next.store(chronicle, bytes(chronicle.content()));
            before.forEach(entry -> next.take(new Told(entry.getKey(), entry.getValue())));
            next.take(Chronicle.definition(), chronicle.received(), chronicle.cleared())
                    .settle();

            assertThat(next.announced).isEmpty();
            assertThat(next.fingerprints()).isEqualTo(publishing.fingerprints());
        }
    }

    @Test
    void one_more_contribution_touches_only_the_pages_it_is_on() {
        IntStream.range(0, 120).mapToObj(Chronicle::ofPublic).forEach(this::clear);
        publishing.written.clear();

        clear(Chronicle.ofPublic(121));

        var oldPages = publishing.written.stream().map(SitePath::value).filter(path -> path.matches(".*/page/[1-4]"));
        assertThat(oldPages).isEmpty();
        assertThat(publishing.written).hasSizeLessThan(15);
    }

    @Test
    void accounts_for_everything_received() {
        publishing.take(Chronicle.definition());
        clear(chronicle);
        publishing.take(Chronicle.ofPublic(2).received(), Chronicle.ofPublic(2).parked());
        publishing.take(Chronicle.ofPublic(3).received(), Chronicle.ofPublic(3).quarantined());
        publishing.take(Chronicle.ofPublic(4).received(), Chronicle.ofPublic(4).withheld(3));
        publishing.take(new Chronicle(5, Publication.CONFIDENTIAL).received());
        publishing
                .take(Chronicle.ofPublic(6).received(), Chronicle.ofPublic(6).processed())
                .settle();

        assertThat(accounting()).isEqualTo(new Accounting(6, 1, 1, 1, 0, 1, 1, 0, 0, 1));
        assertThat(accounting().balances()).isTrue();
    }

    @Test
    void the_account_fails_when_staff_decided_on_what_nobody_received() {
        publishing.take(Chronicle.definition(), chronicle.withheld(3)).settle();

        assertThat(accounting().balances()).isFalse();
        assertThat(shown(SitePath.consultation(CONSULTATION))).contains("do not agree");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_interleaving_of_topics_leads_to_the_same_bytes(long seed) {
        var random = new Random(seed);
        var stories = stories();

        try (var atOnce = rehearse(inOrder(stories), new Random(0), 0);
                var shuffled = rehearse(shuffled(stories, random), random, 4)) {
            assertThat(shuffled.fingerprints()).isEqualTo(atOnce.fingerprints());
        }
    }

    /** Per submission and topic, events in their order. */
    private static List<List<Told>> stories() {
        var stories = new ArrayList<List<Told>>();
        stories.add(List.of(Chronicle.definition(1), Chronicle.definition(2)));
        for (int i = 0; i < 40; i++) {
            var it = new Chronicle(i, i % 4 == 1 ? Publication.ANONYMOUS : Publication.PUBLIC);
            stories.add(List.of(it.received()));
            stories.add(List.of(i % 7 == 0 ? it.parked() : it.processed()));
            stories.add(
                    switch (i % 5) {
                        case 0 -> List.of(it.cleared());
                        case 1 -> List.of(it.cleared(), it.withheld(5));
                        case 2 -> List.of(it.cleared(), it.recalled(5), it.cleared(6, second(it)));
                        case 3 -> List.of(it.withheld(4));
                        default -> List.of(it.cleared(3, leaking(it)));
                    });
        }
        return stories;
    }

    private static byte[] second(Chronicle chronicle) {
        return bytes(chronicle.content("Second thoughts."));
    }

    private static byte[] leaking(Chronicle chronicle) {
        return bytes(chronicle.content("ada@example.org"));
    }

    private static List<Told> inOrder(List<List<Told>> stories) {
        return stories.stream().flatMap(List::stream).toList();
    }

    private static List<Told> shuffled(List<List<Told>> stories, Random random) {
        List<Deque<Told>> rest = new ArrayList<>();
        stories.forEach(story -> rest.add(new ArrayDeque<>(story)));
        var told = new ArrayList<Told>();
        while (!rest.isEmpty()) {
            var story = rest.get(random.nextInt(rest.size()));
            told.add(story.removeFirst());
            rest.removeIf(Deque::isEmpty);
        }
        return told;
    }

    /** @param pauses one in that many events is followed by settling; none if 0 */
    private static Rehearsal rehearse(List<Told> events, Random random, int pauses) {
        var rehearsal = new Rehearsal();
        for (int i = 0; i < 40; i++) {
            var it = new Chronicle(i, i % 4 == 1 ? Publication.ANONYMOUS : Publication.PUBLIC);
            rehearsal.store(it, bytes(it.content())).store(it, second(it)).store(it, leaking(it));
        }
        for (var event : events) {
            rehearsal.take(event);
            if (pauses > 0 && random.nextInt(pauses) == 0) {
                rehearsal.settle();
            }
        }
        return rehearsal.settle();
    }

    private void clear(Chronicle it) {
        publishing.store(it, bytes(it.content()));
        publishing
                .take(Chronicle.definition(), it.received(), it.processed(), it.cleared())
                .settle();
    }

    private String shown(SitePath path) {
        return publishing.page(path).orElseThrow(() -> new AssertionError("nothing at " + path));
    }

    private Accounting accounting() {
        return publishing.record.read(r -> r.find(CONSULTATION).orElseThrow().accounting(ROUND));
    }

    private static Optional<ItemNumber> item(String number) {
        return Optional.of(new ItemNumber(number));
    }
}

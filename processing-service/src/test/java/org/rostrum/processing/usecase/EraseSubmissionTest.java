package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.filing.ContentHash;

/** What becomes of a case whose submission is erased, wherever it stands, and whatever is said of it afterwards. */
class EraseSubmissionTest {
    private static final String REASON = "Zoe Quokka wrote to us.";

    private static final RoundTexts.Of ROUND = new RoundTexts.Of(Workplace.CONSULTATION, Workplace.ROUND);
    private static final ItemNumber ITEM = new ItemNumber("1");

    private final Workplace workplace = new Workplace();

    private void erase() {
        workplace.handle("erased-1", erased());
    }

    private static SubmissionErased erased() {
        return new SubmissionErased(
                Workplace.SUBMISSION,
                Workplace.REFERENCE,
                Workplace.CONSULTATION,
                Workplace.ROUND,
                1,
                ErasureGround.RESPONDENT_ASKED,
                "4b1c7a52",
                Workplace.NOON);
    }

    private Decision clear() {
        return workplace.clearing.clear(Workplace.REFERENCE, 1, Workplace.ADA, Expected.ANY, Set.of());
    }

    private Optional<?> content(int version) {
        return workplace.transactions.inOne(books -> books.contents().find(Workplace.SUBMISSION, version));
    }

    @Test
    void removes_what_it_said_in_every_version_and_every_form() {
        workplace.with(Publication.PUBLIC);
        clear();
        workplace.handle("amended-2", workplace.amended(2, Publication.PUBLIC, "Something else."));
        workplace.clearing.clear(Workplace.REFERENCE, 2, Workplace.ADA, Expected.ANY, Set.of());
        assertThat(workplace.artefacts).hasSize(2);

        erase();

        assertThat(content(1)).isEmpty();
        assertThat(content(2)).isEmpty();
        assertThat(workplace.artefacts).isEmpty();
        assertThat(workplace.file().stage()).isEqualTo(new Stage.Erased(Workplace.NOON, "respondent-asked"));
        assertThat(workplace.view().content()).isEmpty();
        assertThat(workplace.view().before()).isEmpty();
        assertThat(workplace.file().standing()).isEmpty();
    }

    @Test
    void forgets_where_its_texts_lie_in_meaning() {
        workplace.with(Publication.PUBLIC);
        var hash = ContentHash.of(Workplace.ANSWER);
        workplace.transactions.doInOne(books ->
                books.places().keep("e5", Map.of(hash, new float[] {1}, "of another text", new float[] {2})));

        erase();

        Map<String, float[]> known =
                workplace.transactions.inOne(books -> books.places().find("e5", List.of(hash, "of another text")));
        assertThat(known).containsOnlyKeys("of another text");
    }

    /** It was asked about the text before the erasure, and answers when everything has been forgotten. */
    @Test
    void an_encoder_that_answers_late_brings_nothing_back() {
        workplace.with(Publication.PUBLIC);
        var slow = new RememberedPlaces(
                new OneOfTwo() {
                    @Override
                    public List<float[]> encode(List<String> texts, Role role) {
                        erase();
                        return super.encode(texts, role);
                    }
                },
                workplace.transactions,
                workplace.forgotten);

        var read = slow.encode(List.of(Workplace.ANSWER, "of another text"), Encoder.Role.PASSAGE);

        assertThat(read).hasSize(2).allMatch(place -> place.length == 2);
        assertThat(placesKept()).containsOnlyKeys(ContentHash.of("of another text"));
    }

    @Test
    void the_same_words_from_somebody_else_are_remembered_again_later() {
        workplace.with(Publication.PUBLIC);
        erase();
        var places = new RememberedPlaces(new OneOfTwo(), workplace.transactions, workplace.forgotten);

        places.encode(List.of(Workplace.ANSWER), Encoder.Role.PASSAGE);
        var soon = placesKept();
        workplace.now = Workplace.NOON.plus(Duration.ofHours(2));
        places.encode(List.of(Workplace.ANSWER), Encoder.Role.PASSAGE);

        assertThat(soon).isEmpty();
        assertThat(placesKept()).containsOnlyKeys(ContentHash.of(Workplace.ANSWER));
    }

    private Map<String, float[]> placesKept() {
        return workplace.transactions.inOne(books -> books.places()
                .find("e5", List.of(ContentHash.of(Workplace.ANSWER), ContentHash.of("of another text"))));
    }

    /** Places every text at the same of two points. */
    private static class OneOfTwo implements Encoder {
        @Override
        public String version() {
            return "e5";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> encode(List<String> texts, Role role) {
            return texts.stream().map(text -> new float[] {1, 0}).toList();
        }
    }

    @Test
    void forgets_what_people_chose_of_it_and_where_the_machine_moved_it() {
        workplace.with(Publication.PUBLIC);
        pin();
        workplace.transactions.doInOne(books -> books.refilings().add(ROUND, refiling()));
        assertThat(choices()).hasSize(1);
        assertThat(moves()).hasSize(1);

        erase();

        assertThat(choices()).isEmpty();
        assertThat(moves()).isEmpty();
    }

    /** The machine moved it, and tells so when it is erased. */
    @Test
    void a_report_that_was_being_made_says_nothing_of_it() {
        workplace.with(Publication.PUBLIC);
        erase();

        workplace.transactions.doInOne(books -> books.refilings().add(ROUND, refiling()));

        assertThat(moves()).isEmpty();
    }

    private void pin() {
        var outcome = new ChooseKeyPassage(workplace.transactions, () -> Workplace.NOON)
                .choose(
                        ROUND,
                        ITEM,
                        Workplace.REFERENCE,
                        new PassageId(1, 1),
                        ChooseKeyPassage.Wish.PIN,
                        Workplace.ADA);
        assertThat(outcome).isEqualTo(new ChooseKeyPassage.Outcome.Chosen());
    }

    private static Refilings.Refiling refiling() {
        var move = new Refilings.Move(
                Workplace.SUBMISSION, Workplace.REFERENCE, new PassageId(1, 1), List.of(ITEM), List.of());
        return new Refilings.Refiling(Workplace.NOON, "e5", 1, 1, List.of(move));
    }

    private List<?> choices() {
        return workplace.transactions.<List<?>>inOne(
                books -> books.keyPassageChoices().of(ROUND, ITEM));
    }

    private List<?> moves() {
        return workplace.transactions.<List<?>>inOne(books -> books.refilings().of(ROUND).stream()
                .flatMap(refiling -> refiling.moves().stream())
                .toList());
    }

    @Test
    void keeps_what_happened_when_and_who_did_it_but_not_a_word_of_why() {
        workplace.with(Publication.PUBLIC);
        workplace.withholding.withhold(Workplace.REFERENCE, REASON, Workplace.ADA, Expected.ANY);

        erase();

        var history = workplace.view().history();
        assertThat(history)
                .extracting(HistoryEntry::what)
                .containsExactly(Happening.RECEIVED, Happening.PROCESSED, Happening.WITHHELD, Happening.ERASED);
        assertThat(history).allSatisfy(entry -> assertThat(entry.details()).isEmpty());
        assertThat(history.get(2).by()).isEqualTo(Workplace.ADA);
    }

    @Test
    void recalls_the_clearance_by_the_system() {
        workplace.with(Publication.PUBLIC);
        clear();

        erase();

        assertThat(emitted(ClearanceRecalled.class)).singleElement().satisfies(recalled -> {
            assertThat(recalled.recalledBy()).isEqualTo(Casework.SYSTEM);
            assertThat(recalled.reason()).isEqualTo(EraseSubmission.REASON);
        });
    }

    @Test
    void overtakes_what_is_parked_and_leaves_nothing_waiting() {
        workplace.isDefined();
        workplace.failures.addAll(List.of(fault(), fault(), fault()));
        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        workplace.handle("amended-2", workplace.amended(2, Publication.PUBLIC, "Something else."));
        assertThat(workplace.file().state()).isEqualTo(CaseState.PARKED);

        erase();

        assertThat(workplace.file().state()).isEqualTo(CaseState.ERASED);
        assertThat(workplace.transactions.<Boolean>inOne(
                        books -> books.parkedEvents().isQueued(Workplace.SUBMISSION)))
                .isFalse();
        assertThat(workplace.events.resume()).isFalse();
    }

    @Test
    void nothing_that_is_said_of_it_later_or_again_brings_anything_back() {
        workplace.with(Publication.PUBLIC);
        erase();
        var before = workplace.transactions.emitted();
        var view = workplace.view();

        workplace.handle("received-again", workplace.receivedEvent(Publication.PUBLIC, 0));
        workplace.handle("amended-2", workplace.amended(2, Publication.PUBLIC, "Something else."));
        workplace.handle("withdrawn-1", Workplace.withdrawn(1));
        workplace.handle("disputed-1", Workplace.disputed(1));
        workplace.handle(
                "unpublished-1",
                new ContributionUnpublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        Workplace.NOON));
        workplace.handle("erased-again", erased());

        assertThat(workplace.view()).isEqualTo(view);
        assertThat(workplace.transactions.emitted()).isEqualTo(before);
        assertThat(content(1)).isEmpty();
        assertThat(content(2)).isEmpty();
    }

    /** A broker that lost its tail tells of an erasure what it no longer tells of the arrival. */
    @Test
    void an_erasure_of_what_never_arrived_keeps_it_from_arriving() {
        workplace.isDefined();
        erase();

        workplace.handle("received-1", workplace.receivedEvent(Publication.PUBLIC, 0));
        workplace.handle("withdrawn-1", Workplace.withdrawn(1));

        Optional<Case> file =
                workplace.transactions.inOne(books -> books.cases().find(Workplace.REFERENCE));
        assertThat(file).isEmpty();
        assertThat(content(1)).isEmpty();
        assertThat(workplace.transactions.<Boolean>inOne(
                        books -> books.parkedEvents().isQueued(Workplace.SUBMISSION)))
                .isFalse();
    }

    @Test
    void a_store_that_is_away_is_waited_for_and_the_books_are_closed_meanwhile() {
        workplace.with(Publication.PUBLIC);
        clear();
        workplace.failures.add(new Unavailable("told to be away", new IllegalStateException()));

        erase();

        assertThat(workplace.artefacts).isEmpty();
        assertThat(workplace.pauses).hasSize(1);
        assertThat(workplace.file().state()).isEqualTo(CaseState.ERASED);
        assertThat(emitted(ClearanceRecalled.class)).hasSize(1);
    }

    @Test
    void staff_can_do_nothing_with_it_any_more() {
        workplace.with(Publication.PUBLIC);
        erase();
        var refused = new Decision.NotAtThisStage(CaseState.ERASED);

        assertThat(clear()).isEqualTo(refused);
        assertThat(workplace.withholding.withhold(Workplace.REFERENCE, REASON, Workplace.ADA, Expected.ANY))
                .isEqualTo(refused);
        assertThat(workplace.recalling.recall(Workplace.REFERENCE, REASON, Workplace.ADA, Expected.ANY))
                .isEqualTo(refused);
        assertThat(workplace.moving.move(
                        Workplace.REFERENCE,
                        new PassageId(1, 1),
                        List.of(new ItemNumber("2")),
                        Workplace.ADA,
                        Expected.ANY))
                .isEqualTo(refused);
        assertThat(workplace.releasing.release(Workplace.REFERENCE, Workplace.ADA, Expected.ANY))
                .isEqualTo(refused);
        assertThat(workplace.dismissing.dismiss(Workplace.REFERENCE, REASON, Workplace.ADA, Expected.ANY))
                .isEqualTo(new Decision.NotDisputed());
        assertThat(new PreviewContribution(workplace.transactions).preview(Workplace.REFERENCE))
                .isEmpty();
    }

    /** Between reading and storing the public form, the submission is erased: the worst instant. */
    @Test
    void a_clearance_that_was_under_way_leaves_no_public_form_behind() {
        workplace.with(Publication.PUBLIC);
        var meddling = new Artefacts() {
            @Override
            public ObjectRef store(PublicContribution contribution) {
                erase();
                return workplace.forms.store(contribution);
            }

            @Override
            public void removeAll(SubmissionId submission) {
                workplace.forms.removeAll(submission);
            }
        };

        var decision = new ClearSubmission(workplace.transactions, meddling, Workplace.FLAGS, () -> Workplace.NOON)
                .clear(Workplace.REFERENCE, 1, Workplace.ADA, Expected.ANY, Set.of());

        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(workplace.artefacts).isEmpty();
    }

    @Test
    void is_found_by_its_reference_and_counted_and_says_nothing() {
        workplace.with(Publication.PUBLIC);
        workplace.handle(
                "published-1",
                new ContributionPublished(
                        Workplace.SUBMISSION,
                        Workplace.REFERENCE,
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        "ab".repeat(32),
                        "/x",
                        Workplace.NOON));
        erase();

        Map<CaseState, Integer> counts =
                workplace.transactions.inOne(books -> books.cases().counts(Optional.empty()));
        assertThat(counts).containsExactly(Map.entry(CaseState.ERASED, 1));
        assertThat(workplace.view().toString()).doesNotContain(Workplace.ANSWER);
    }

    /** The log is read anew, with a database that has lost everything. */
    @Test
    void a_replay_of_the_whole_log_brings_nothing_back_and_knows_again_that_it_was_erased() {
        workplace.isDefined();
        var received = workplace.receivedEvent(Publication.PUBLIC, 0);
        workplace.manifests.clear();
        workplace.log.add(received);
        workplace.log.add(erased());

        workplace.replays.begin("max");
        workplace.replays.begin("max");

        assertThat(content(1)).isEmpty();
        assertThat(workplace.transactions.<Boolean>inOne(
                        books -> books.erasures().contains(Workplace.SUBMISSION)))
                .isTrue();
    }

    private static RuntimeException fault() {
        return new IllegalStateException("told to fail");
    }

    private <E> List<E> emitted(Class<E> type) {
        return Stream.of(workplace.transactions.emitted())
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}

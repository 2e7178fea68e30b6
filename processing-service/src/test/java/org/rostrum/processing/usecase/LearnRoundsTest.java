package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.filing.Instrument;

/** Authors speak of two things in words that no question has; only people know which question each answers. */
class LearnRoundsTest {
    private static final ItemNumber ONE = new ItemNumber("1");
    private static final ItemNumber TWO = new ItemNumber("2");
    private static final int SUBMISSIONS = 40;
    private static final Pauses NEVER = time -> {
        throw new IllegalStateException("there is no rush");
    };
    private static final Round FIRST_ROUND = Workplace.definition().rounds().getFirst();

    private final Workplace workplace = new Workplace();
    private final Random chance = new Random(2);
    private final List<SubmissionReceived> received = new ArrayList<>();

    @BeforeEach
    void submissionsCome() {
        workplace.isDefined();
        come(0, SUBMISSIONS);
        learnAll();
    }

    /** Of the even numbers about one thing, of the odd ones about another. */
    private String text(int number) {
        String topic = number % 2 == 0 ? "amber" : "birch";
        return IntStream.range(0, 12)
                .mapToObj(i -> topic + chance.nextInt(8))
                .collect(Collectors.joining(" ", "Whatever comes, we say ", " and stand by it."));
    }

    private static ItemNumber truth(int number) {
        return number % 2 == 0 ? TWO : ONE;
    }

    private void learnAll() {
        while (workplace.learning.learn()) {
            assertThat(workplace.transactions).isNotNull();
        }
    }

    private Reference reference(int number) {
        return received.get(number).reference();
    }

    private FiledPassage passage(int number) {
        return workplace
                .transactions
                .inOne(books -> books.contents().find(received.get(number).submission(), 1))
                .orElseThrow()
                .passages()
                .getFirst();
    }

    private void staffSettle(int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(workplace.moving.move(
                            reference(i), new PassageId(1, 1), List.of(truth(i)), Workplace.ADA, Expected.ANY))
                    .isInstanceOf(Decision.Taken.class);
        }
    }

    private long right(int from) {
        return IntStream.range(from, SUBMISSIONS)
                .filter(i -> passage(i).filing().items().equals(List.of(truth(i))))
                .count();
    }

    @Test
    void files_again_what_nobody_settled_once_people_have_shown_what_is_meant() {
        long before = right(16);

        staffSettle(0, 16);
        learnAll();

        assertThat(before).isLessThan(16);
        assertThat(right(16)).isEqualTo(SUBMISSIONS - 16);
    }

    @Test
    void reports_to_staff_which_passages_stand_elsewhere_since_it_learned_more() {
        var of = new RoundTexts.Of(Workplace.CONSULTATION, Workplace.ROUND);
        var before = new ArrayList<List<ItemNumber>>();
        for (int i = 0; i < SUBMISSIONS; i++) {
            before.add(passage(i).filing().items());
        }

        staffSettle(0, 16);
        learnAll();

        var report = new ViewRefilings(workplace.transactions)
                .view(of)
                .orElseThrow()
                .refilings()
                .getFirst();
        var moved = IntStream.range(16, SUBMISSIONS)
                .filter(i -> !passage(i).filing().items().equals(before.get(i)))
                .boxed()
                .toList();
        assertThat(moved).isNotEmpty();
        assertThat(report.moved()).isEqualTo(moved.size());
        assertThat(report.studied()).isEqualTo(SUBMISSIONS);
        assertThat(report.moves()).allMatch(move -> move.passage().equals(new PassageId(1, 1)));
        assertThat(report.moves().stream().map(move -> move.reference()).toList())
                .containsExactlyInAnyOrderElementsOf(
                        moved.stream().map(this::reference).toList());
        assertThat(report.moves())
                .allSatisfy(move -> assertThat(move.from()).isNotEqualTo(move.to()))
                .allSatisfy(move -> assertThat(passage(received.stream()
                                        .map(SubmissionReceived::reference)
                                        .toList()
                                        .indexOf(move.reference()))
                                .filing()
                                .items())
                        .isEqualTo(move.to()));
    }

    @Test
    void never_touches_what_a_person_settled() {
        assertThat(workplace.moving.move(reference(0), new PassageId(1, 1), List.of(ONE), Workplace.ADA, Expected.ANY))
                .isInstanceOf(Decision.Taken.class);
        staffSettle(2, 20);
        workplace.now = Workplace.NOON.plusSeconds(3600);
        learnAll();

        assertThat(passage(0).filing().items()).containsExactly(ONE);
        assertThat(passage(0).confirmed()).isTrue();
    }

    @Test
    void tells_staff_that_a_case_is_not_as_it_was() {
        int before = revision(30);

        staffSettle(0, 16);
        learnAll();

        assertThat(revision(30)).isGreaterThan(before);
    }

    @Test
    void never_touches_a_case_that_is_decided() {
        assertThat(workplace.clearing.clear(reference(30), 1, Workplace.ADA, Expected.ANY, Set.of()))
                .isInstanceOf(Decision.Taken.class);
        int before = revision(30);

        staffSettle(0, 16);
        learnAll();

        assertThat(revision(30)).isEqualTo(before);
        assertThat(state(30)).isEqualTo(CaseState.CLEARED);
    }

    @Test
    void files_the_next_submission_by_what_it_has_learned() {
        staffSettle(0, 16);
        learnAll();

        var event = workplace.typed(SUBMISSIONS, text(SUBMISSIONS));
        received.add(event);
        workplace.handle("received-late", event);

        assertThat(passage(SUBMISSIONS).filing().items()).containsExactly(truth(SUBMISSIONS));
    }

    /** Every third passage, and the one between that a person settled. */
    @Test
    void hostile_56_of_a_very_long_document_studies_passages_all_over_it_and_what_a_person_settled() {
        var event = workplace.typed(
                SUBMISSIONS,
                IntStream.range(0, 900)
                        .mapToObj(i -> "Chapter " + i + " of a book that somebody pastes into the box, " + text(i))
                        .collect(Collectors.joining("\n\n")));
        received.add(event);
        workplace.handle("received-book", event);
        assertThat(workplace.moving.move(
                        event.reference(), new PassageId(1, 2), List.of(ONE), Workplace.ADA, Expected.ANY))
                .isInstanceOf(Decision.Taken.class);
        var models = new RoundModels(TestFeatures.DESCRIBE);

        new LearnRounds(workplace.transactions, TestFeatures.DESCRIBE, models, () -> Workplace.NOON, NEVER).learn();

        assertThat(models.of(Workplace.CONSULTATION, FIRST_ROUND, Instrument.of(FIRST_ROUND))
                        .studied())
                .isEqualTo(SUBMISSIONS + 300 + 1);
    }

    @Test
    void lets_those_who_wait_go_first_in_a_rush_but_not_for_longer_than_a_minute() {
        come(SUBMISSIONS, 80);
        learnAll();

        workplace.learning.rushed();
        come(80, 160);
        learnAll();
        int inTheRush = studied();
        workplace.now = workplace.now.plusSeconds(1);
        workplace.learning.rushed();
        workplace.now = workplace.now.plusSeconds(1);
        learnAll();
        int inALongerRush = studied();
        workplace.now = workplace.now.plusSeconds(1);
        learnAll();

        assertThat(List.of(inTheRush, inALongerRush, studied())).containsExactly(80, 80, 160);
    }

    @Test
    void files_again_in_a_rush_when_a_minute_has_passed_or_the_rush_has_ended() {
        staffSettle(0, 16);
        workplace.learning.rushed();
        learnAll();
        var ended = workplace.now;
        staffSettle(16, 18);
        workplace.onPause = workplace.learning::rushed;
        workplace.learning.rushed();
        learnAll();

        assertThat(Duration.between(Workplace.NOON, ended)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(Duration.between(ended, workplace.now)).isGreaterThan(Duration.ofSeconds(59));
        assertThat(right(18)).isEqualTo(SUBMISSIONS - 18);
    }

    @Test
    void learns_in_a_rush_that_does_not_end() {
        come(SUBMISSIONS, 80);
        learnAll();
        come(80, 160);
        workplace.learning.rushed();
        learnAll();

        workplace.now = workplace.now.plusSeconds(60);
        workplace.learning.rushed();
        learnAll();

        assertThat(studied()).isEqualTo(160);
    }

    private void come(int from, int to) {
        for (int i = from; i < to; i++) {
            var event = workplace.typed(i, text(i));
            received.add(event);
            workplace.handle("received-" + i, event);
        }
    }

    private int studied() {
        var round = Workplace.definition().rounds().getFirst();
        return workplace
                .models
                .of(Workplace.CONSULTATION, round, Instrument.of(round))
                .studied();
    }

    @Test
    void knows_after_a_restart_what_it_knew_before() {
        staffSettle(0, 16);
        learnAll();
        var round = Workplace.definition().rounds().getFirst();

        var models = new RoundModels(TestFeatures.DESCRIBE);
        var restarted = new LearnRounds(
                workplace.transactions, TestFeatures.DESCRIBE, models, () -> Workplace.NOON.plusSeconds(7200), NEVER);
        var before = IntStream.range(0, SUBMISSIONS).mapToObj(this::passage).toList();
        while (restarted.learn()) {
            assertThat(models.of(Workplace.CONSULTATION, round, Instrument.of(round))
                            .studied())
                    .isPositive();
        }

        assertThat(models.of(Workplace.CONSULTATION, round, Instrument.of(round))
                        .studied())
                .isEqualTo(SUBMISSIONS);
        assertThat(IntStream.range(0, SUBMISSIONS).mapToObj(this::passage).toList())
                .isEqualTo(before);
    }

    @Test
    void files_a_case_that_a_person_worked_on_when_he_has_left_it() {
        staffSettle(0, 16);
        learnAll();
        int before = revision(15);

        assertThat(workplace.moving.move(
                        reference(17),
                        new PassageId(1, 1),
                        List.of(truth(17)),
                        Workplace.ADA,
                        Expected.revision(revision(17))))
                .isInstanceOf(Decision.Taken.class);
        learnAll();
        workplace.now = Workplace.NOON.plusSeconds(61);
        learnAll();

        assertThat(revision(15)).isEqualTo(before);
        assertThat(right(18)).isEqualTo(SUBMISSIONS - 18);
    }

    @Test
    void waits_for_an_encoder_that_is_away_instead_of_filing_worse() {
        var away = new DescribeTexts(new AbsentEncoder(), TestFeatures::words);
        var models = new RoundModels(away);
        var before = IntStream.range(0, SUBMISSIONS).mapToObj(this::passage).toList();

        boolean more = new LearnRounds(workplace.transactions, away, models, () -> Workplace.NOON, NEVER).learn();

        assertThat(more).isFalse();
        assertThat(IntStream.range(0, SUBMISSIONS).mapToObj(this::passage).toList())
                .isEqualTo(before);
    }

    /** It reads the sample, and fails when the first case is to be filed again. */
    @Test
    void waits_for_an_encoder_that_goes_away_while_cases_are_filed_again() {
        staffSettle(0, 16);
        var moody = new DescribeTexts(
                new AbsentEncoder() {
                    @Override
                    public List<float[]> encode(List<String> texts, Role role) {
                        return texts.size() == 1
                                ? super.encode(texts, role)
                                : texts.stream().map(text -> new float[] {1, 0}).toList();
                    }
                },
                TestFeatures::words);
        var before = IntStream.range(0, SUBMISSIONS).mapToObj(this::passage).toList();

        var learning = new LearnRounds(
                workplace.transactions, moody, new RoundModels(moody), () -> Workplace.NOON.plusSeconds(7200), NEVER);

        assertThat(learning.learn()).isFalse();
        assertThat(learning.learn()).isFalse();
        assertThat(IntStream.range(0, SUBMISSIONS).mapToObj(this::passage).toList())
                .isEqualTo(before);
    }

    /** One that should be there. */
    private static class AbsentEncoder implements Encoder {
        @Override
        public String version() {
            return "absent";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> encode(List<String> texts, Role role) {
            throw new IllegalStateException("away");
        }
    }

    private int revision(int number) {
        return workplace
                .transactions
                .inOne(books -> books.cases().find(reference(number)))
                .orElseThrow()
                .revision();
    }

    private CaseState state(int number) {
        return workplace
                .transactions
                .inOne(books -> books.cases().find(reference(number)))
                .orElseThrow()
                .state();
    }
}

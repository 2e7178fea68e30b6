package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.usecase.RoundTexts.Of;

class LearningAgendaTest {
    private static final SubmissionId SUBMISSION = new SubmissionId("1-" + "0".repeat(32));

    private Instant now = Workplace.NOON;
    private final LearningAgenda agenda = new LearningAgenda(() -> now);

    private static Of round(String name) {
        return new Of(new ConsultationId("demo"), new RoundId(name));
    }

    private void seconds(int later) {
        now = now.plusSeconds(later);
    }

    @Test
    void takes_the_round_that_has_been_due_longest_whatever_its_name() {
        for (String name : new String[] {"d", "a", "c", "b"}) {
            agenda.again(Set.of(round(name)));
            seconds(1);
        }
        agenda.again(Set.of(round("d")));

        assertThat(agenda.next()).contains(round("d"));
        agenda.again(Set.of(round("d")));
        assertThat(agenda.next()).contains(round("a"));
        assertThat(agenda.next()).contains(round("c"));
        assertThat(agenda.next()).contains(round("b"));
        assertThat(agenda.next()).contains(round("d"));
        assertThat(agenda.next()).isEmpty();
    }

    @Test
    void a_round_that_somebody_works_on_all_day_keeps_no_other_waiting() {
        agenda.settled(round("busy"), SUBMISSION);
        seconds(1);
        agenda.grown(round("quiet"), 10);
        assertThat(agenda.next()).contains(round("busy"));
        seconds(1);
        agenda.settled(round("busy"), SUBMISSION);
        assertThat(agenda.next()).contains(round("quiet"));
    }

    @Test
    void files_what_was_left_alone_once_nobody_works_on_that_round_whoever_works_on_another() {
        agenda.settled(round("one"), SUBMISSION);
        assertThat(agenda.next()).contains(round("one"));
        agenda.done(round("one"), 20, true);
        assertThat(agenda.next()).isEmpty();
        seconds(59);
        agenda.settled(round("two"), new SubmissionId("1-" + "1".repeat(32)));
        assertThat(agenda.next()).contains(round("two"));
        assertThat(agenda.next()).isEmpty();
        seconds(2);

        assertThat(agenda.next()).contains(round("one"));
        assertThat(agenda.isAtWork(SUBMISSION)).isFalse();
    }

    @Test
    void a_round_is_due_when_it_has_doubled() {
        agenda.grown(round("one"), 9);
        assertThat(agenda.next()).isEmpty();
        agenda.grown(round("one"), 1);
        assertThat(agenda.next()).contains(round("one"));
        agenda.done(round("one"), 10, false);
        agenda.grown(round("one"), 9);
        assertThat(agenda.next()).isEmpty();
        agenda.grown(round("one"), 1);
        assertThat(agenda.next()).contains(round("one"));
    }

    @Test
    void what_was_left_alone_has_its_turn_whoever_else_is_due() {
        agenda.settled(round("one"), SUBMISSION);
        assertThat(agenda.next()).contains(round("one"));
        agenda.done(round("one"), 20, true);
        seconds(61);
        agenda.again(Set.of(round("busy")));
        seconds(1);

        assertThat(agenda.next()).contains(round("one"));
    }
}

package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.rostrum.intake.Fixtures;
import org.rostrum.platform.problem.ProblemException;

/** Three files, 100 bytes each, 250 bytes together. */
class SpoolLimitsTest {
    private final SpoolLimits limits = new SpoolLimits(Fixtures.LIMITS);

    @Test
    void takes_as_much_as_a_submission_may_hold_and_does_not_count_inputs_left_empty() {
        file(100);
        file(0);
        file(100);
        file(50);
    }

    @Test
    void stops_at_the_first_byte_that_is_too_much() {
        file(100);

        assertThat(refusal(101)).contains("Attachment 2 is too large");
    }

    @Test
    void stops_when_all_files_together_are_too_large_or_too_many() {
        file(100);
        file(100);
        assertThat(refusal(51)).contains("together");

        var many = new SpoolLimitsTest();
        for (int i = 0; i < 3; i++) {
            many.file(1);
        }
        assertThat(many.refusal(1)).contains("At most 3 attachments");
    }

    private void file(int bytes) {
        limits.beginFile();
        for (int i = 0; i < bytes; i++) {
            limits.take(1);
        }
    }

    private String refusal(int bytes) {
        var refused = assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> file(bytes))
                .actual();
        assertThat(refused.problem().status()).isEqualTo(413);
        return refused.problem().errors().getFirst().detail();
    }
}

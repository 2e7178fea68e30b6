package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.adapter.crypto.HmacNotes;
import org.rostrum.intake.usecase.SignedNotes.Purpose;

class FormGuardTest {
    private static final String KEY = "a key that only this test knows, and no other";
    private static final Instant OPENED = Instant.parse("2026-03-01T12:00:00Z");
    private final SignedNotes notes = new HmacNotes(KEY);
    private final FormGuard guard = new FormGuard(notes, Duration.ofSeconds(3));

    @Test
    void suspects_nobody_who_took_their_time_and_saw_no_trap() {
        assertThat(guard.suspicions("", guard.opening(OPENED), OPENED.plusSeconds(3)))
                .isEmpty();
        assertThat(guard.suspicions(null, guard.opening(OPENED), OPENED.plusSeconds(90_000)))
                .isEmpty();
    }

    @Test
    void flags_a_form_sent_sooner_than_anybody_reads_it() {
        assertThat(guard.suspicions("", guard.opening(OPENED), OPENED.plusMillis(2_999)))
                .containsExactly(SubmissionFlag.TOO_FAST);
    }

    @Test
    void flags_a_form_that_was_never_opened_or_whose_opening_time_is_not_ours() {
        var foreign = new FormGuard(new HmacNotes(KEY + "!"), Duration.ofSeconds(3)).opening(OPENED);
        var otherPurpose = notes.sign(Purpose.CHALLENGE, String.valueOf(OPENED.toEpochMilli()));
        var later = OPENED.plusSeconds(60);

        assertThat(guard.suspicions("", null, later)).containsExactly(SubmissionFlag.TOO_FAST);
        for (var opened : new String[] {"", ".", "a.b", "%%%.%%%", foreign, otherPurpose, "x".repeat(5_000)}) {
            assertThat(guard.suspicions("", opened, later)).containsExactly(SubmissionFlag.TOO_FAST);
        }
    }

    @Test
    void flags_whoever_fills_in_what_nobody_sees() {
        assertThat(guard.suspicions("https://pills.example", guard.opening(OPENED), OPENED.plusSeconds(60)))
                .containsExactly(SubmissionFlag.TRAP_FILLED);
    }

    @Test
    void a_form_shown_again_keeps_its_opening_time() {
        var opened = guard.opening(OPENED);
        var later = OPENED.plusSeconds(60);

        assertThat(guard.carriedOn(opened, later)).isEqualTo(opened);
        assertThat(guard.suspicions("", guard.carriedOn("forged", later), later))
                .containsExactly(SubmissionFlag.TOO_FAST);
    }

    @Test
    void a_time_trap_of_zero_is_off() {
        assertThat(new FormGuard(notes, Duration.ZERO).suspicions("", null, OPENED))
                .isEmpty();
    }
}

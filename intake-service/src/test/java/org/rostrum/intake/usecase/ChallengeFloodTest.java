package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.crypto.HmacNotes;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.FloodGauge;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.usecase.ChallengeFlood.Attempt;
import org.rostrum.intake.usecase.ChallengeFlood.Challenged;
import org.rostrum.intake.usecase.ChallengeFlood.LetIn;
import org.rostrum.intake.usecase.ChallengeFlood.Verdict;

class ChallengeFloodTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ConsultationId CONSULTATION = new ConsultationId("broadband-now");
    private static final Round ROUND =
            Fixtures.broadband().definition().round(new RoundId("first")).orElseThrow();
    private final ChallengeFlood flood =
            new ChallengeFlood(new FloodGauge(), new HmacNotes("a key that only this test knows, and no other"), 3);

    private Verdict send(String key, @Nullable String response, Instant now, SubmissionFlag... suspicions) {
        var attempt = new Attempt(CONSULTATION, ROUND, new IdempotencyKey(key), Set.of(suspicions), response, null);
        return flood.judge(attempt, now);
    }

    private void rush() {
        IntStream.range(0, 3).forEach(i -> send("rush-of-others-" + i, null, NOW));
    }

    private Challenge challengeFor(String key) {
        return ((Challenged) send(key, null, NOW)).challenge();
    }

    @Test
    void asks_nothing_of_anybody_while_few_come() {
        assertThat(send("key-one-1", null, NOW)).isEqualTo(new LetIn(Set.of()));
        assertThat(send("key-one-2", null, NOW, SubmissionFlag.TRAP_FILLED))
                .isEqualTo(new LetIn(Set.of(SubmissionFlag.TRAP_FILLED)));
    }

    @Test
    void a_flood_is_asked_for_work_and_whoever_does_it_is_let_in_without_a_flag() throws Exception {
        rush();
        var challenge = challengeFor("key-worker");

        var solved = challenge.token() + ChallengeFlood.SOLUTION + solve(challenge);

        assertThat(send("key-worker", solved, NOW)).isEqualTo(new LetIn(Set.of()));
        assertThat(send("key-worker", solved, NOW)).as("sent again").isEqualTo(new LetIn(Set.of()));
        assertThat(send("key-other", solved, NOW)).as("good for one").isInstanceOf(Challenged.class);
        assertThat(send("key-worker", solved, NOW.plusSeconds(13 * 3_600)))
                .as("the flood is over, and so is the challenge")
                .isEqualTo(new LetIn(Set.of()));
    }

    @Test
    void wrong_work_is_no_work() {
        rush();
        var challenge = challengeFor("key-liar-1");
        var zeros = IntStream.range(0, 32).mapToObj(i -> "0").collect(Collectors.joining("."));

        for (var response : new String[] {
            challenge.token() + "~" + zeros,
            challenge.token() + "~",
            challenge.token() + "~1.2",
            "~",
            "x~y",
            challenge.token().replaceFirst("^.", "A") + "~" + zeros
        }) {
            assertThat(send("key-liar-1", response, NOW)).isInstanceOf(Challenged.class);
        }
    }

    @Test
    void whoever_cannot_work_waits_and_is_let_in_with_a_flag() {
        rush();
        var challenge = challengeFor("key-patient");

        var tooSoon = send("key-patient", challenge.token(), NOW.plusSeconds(29));
        assertThat(tooSoon)
                .as("the same ticket, so that the wait does not begin anew")
                .isEqualTo(new Challenged(challenge));
        rushAt(NOW.plusSeconds(30));
        assertThat(send("key-patient", challenge.token(), NOW.plusSeconds(30)))
                .isEqualTo(new LetIn(Set.of(SubmissionFlag.FLOOD)));
    }

    private void rushAt(Instant when) {
        IntStream.range(0, 4).forEach(i -> send("rush-again-" + i, null, when));
    }

    @Test
    void work_and_patience_grow_with_the_flood_and_stay_bounded() {
        IntStream.range(0, 5).forEach(i -> send("rush-of-others-" + i, null, NOW));
        assertThat(challengeFor("key-early").bits()).isEqualTo(11);
        IntStream.range(0, 1_000).forEach(i -> send("rush-of-masses-" + i, null, NOW));

        assertThat(challengeFor("key-late").bits()).isEqualTo(Challenge.MOST_BITS);
        assertThat(challengeFor("key-late").patience()).hasSeconds(120);
    }

    @Test
    void a_flood_is_over_after_a_quiet_minute() {
        rush();
        assertThat(send("key-of-now", null, NOW)).isInstanceOf(Challenged.class);

        assertThat(send("key-later", null, NOW.plusSeconds(70))).isEqualTo(new LetIn(Set.of()));
    }

    @Test
    void hostile_60_a_form_sent_too_fast_is_challenged_and_never_dropped() {
        var challenged = send("key-hasty", null, NOW, SubmissionFlag.TOO_FAST);
        var challenge = ((Challenged) challenged).challenge();

        assertThat(challenge.patience()).hasSeconds(10);
        assertThat(send("key-hasty", challenge.token(), NOW.plusSeconds(10), SubmissionFlag.TOO_FAST))
                .isEqualTo(new LetIn(Set.of(SubmissionFlag.TOO_FAST)));
    }

    @Test
    void whoever_took_half_a_minute_over_the_form_has_been_patient_already() {
        rush();
        var key = new IdempotencyKey("key-of-form");

        var slow = new Attempt(CONSULTATION, ROUND, key, Set.of(), null, NOW.minusSeconds(30));
        var quick = new Attempt(CONSULTATION, ROUND, key, Set.of(), null, NOW.minusSeconds(29));

        assertThat(flood.judge(slow, NOW)).isEqualTo(new LetIn(Set.of(SubmissionFlag.FLOOD)));
        assertThat(flood.judge(quick, NOW)).isInstanceOf(Challenged.class);
    }

    /** As any client does. */
    static String solve(Challenge challenge) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var numbers = new String[challenge.puzzles()];
        for (int puzzle = 0; puzzle < numbers.length; puzzle++) {
            long number = 0;
            while (!startsWithZeros(
                    sha.digest((challenge.token() + "." + puzzle + "." + number).getBytes(StandardCharsets.US_ASCII)),
                    challenge.bits())) {
                number++;
            }
            numbers[puzzle] = String.valueOf(number);
        }
        return String.join(".", numbers);
    }

    private static boolean startsWithZeros(byte[] digest, int bits) {
        return IntStream.range(0, bits).allMatch(bit -> (digest[bit / 8] >> (7 - bit % 8) & 1) == 0);
    }
}

package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.Admission.Admitted;
import org.rostrum.intake.domain.Admission.TurnedAway;

class RoundGateTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant LAST = Instant.parse("2026-09-07T21:59:59.000Z");
    private static final Instant FIRST = Instant.parse("2026-03-18T23:00:00Z");
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    /** Half and quarter hours, a day that never was, midnights that come twice or not at all. */
    private static final List<String> ZONES = List.of(
            "Europe/Zurich",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/Havana",
            "Pacific/Kiritimati",
            "America/St_Johns",
            "UTC");

    @Test
    void is_open_to_the_last_millisecond_in_the_rounds_zone() {
        assertThat(at("first", LAST, Sender.ANYONE)).isEmpty();
        assertThat(at("first", LAST.plus(MILLISECOND), Sender.ANYONE))
                .contains(new Refusal.TooLate(LAST, ZURICH, LAST.plus(MILLISECOND)));
    }

    @Test
    void what_is_shorter_than_a_millisecond_decides_nothing() {
        assertThat(at("first", LAST.plusNanos(999_999), Sender.ANYONE)).isEmpty();
        assertThat(at("first", LAST.plusNanos(1_000_000), Sender.ANYONE)).isPresent();
    }

    @Test
    void is_closed_until_it_opens() {
        assertThat(at("first", FIRST, Sender.ANYONE)).isEmpty();
        assertThat(at("first", FIRST.minus(MILLISECOND), Sender.ANYONE))
                .contains(new Refusal.TooEarly(FIRST, ZURICH, FIRST.minus(MILLISECOND)));
    }

    @Test
    void a_members_round_takes_members_only() {
        assertThat(at("insiders", Fixtures.DURING, Sender.MEMBER)).isEmpty();
        assertThat(at("insiders", Fixtures.DURING, Sender.ANYONE)).contains(new Refusal.MembersOnly(false));
        assertThat(at("insiders", Fixtures.DURING, Sender.LOGGED_IN)).contains(new Refusal.MembersOnly(true));
    }

    @Test
    void a_round_that_only_publishes_takes_nothing() {
        assertThat(at("report", Fixtures.DURING, Sender.ANYONE)).contains(new Refusal.TakesNothing());
    }

    @Test
    void an_upload_begun_in_time_may_finish_within_the_grace_and_is_flagged() {
        var gate = gate("grace: PT10M");
        var graceEnds = LAST.plus(Duration.ofMinutes(10));

        assertThat(gate.admission(LAST, LAST, Sender.ANYONE)).isEqualTo(new Admitted(Set.of()));
        assertThat(gate.admission(LAST.plus(MILLISECOND), LAST, Sender.ANYONE))
                .isEqualTo(new Admitted(Set.of(SubmissionFlag.IN_GRACE)));
        assertThat(gate.admission(graceEnds, LAST, Sender.ANYONE))
                .isEqualTo(new Admitted(Set.of(SubmissionFlag.IN_GRACE)));
        assertThat(refused(gate.admission(graceEnds.plus(MILLISECOND), LAST, Sender.ANYONE)))
                .isEqualTo(new Refusal.GraceOver(LAST, graceEnds, ZURICH, graceEnds.plus(MILLISECOND)));
    }

    @Test
    void an_upload_begun_too_late_or_before_the_opening_has_no_grace() {
        var gate = gate("grace: PT10M");
        var after = LAST.plus(MILLISECOND);

        assertThat(refused(gate.admission(after, after, Sender.ANYONE))).isInstanceOf(Refusal.TooLate.class);
        assertThat(refused(gate.admission(after, FIRST.minus(MILLISECOND), Sender.ANYONE)))
                .isInstanceOf(Refusal.TooLate.class);
        assertThat(refused(gate.admission(after, null, Sender.ANYONE))).isInstanceOf(Refusal.TooLate.class);
    }

    @Test
    void without_a_grace_an_upload_must_finish_in_time() {
        assertThat(refused(gate("audience: everyone").admission(LAST.plus(MILLISECOND), LAST, Sender.ANYONE)))
                .isInstanceOf(Refusal.TooLate.class);
    }

    @Test
    void a_round_that_takes_late_submissions_flags_them() {
        var gate = gate("late: accept");

        assertThat(gate.admission(LAST, null, Sender.ANYONE)).isEqualTo(new Admitted(Set.of()));
        assertThat(gate.admission(LAST.plus(MILLISECOND), null, Sender.ANYONE))
                .isEqualTo(new Admitted(Set.of(SubmissionFlag.LATE)));
        assertThat(gate.afterClosing(LAST.plus(MILLISECOND))).isPresent();
        assertThat(gate.afterClosing(LAST)).isEmpty();
    }

    @Test
    void grace_comes_before_lateness_and_lateness_after_grace() {
        var gate = gate("late: accept, grace: PT1M".replace(", ", "\n    "));

        assertThat(gate.admission(LAST.plusSeconds(60), LAST, Sender.ANYONE))
                .isEqualTo(new Admitted(Set.of(SubmissionFlag.IN_GRACE)));
        assertThat(gate.admission(LAST.plusSeconds(61), LAST, Sender.ANYONE))
                .isEqualTo(new Admitted(Set.of(SubmissionFlag.LATE)));
    }

    @Test
    void late_or_not_a_members_round_takes_members_only() {
        var gate = gate("late: accept\n    audience: members");

        assertThat(refused(gate.admission(LAST.plusSeconds(60), null, Sender.ANYONE)))
                .isEqualTo(new Refusal.MembersOnly(false));
    }

    /** Whatever the zone and the day, clock changes included: the closing instant is in, one millisecond later is out. */
    @Test
    void the_boundary_is_one_millisecond_wide_in_every_zone_on_every_day() {
        var random = new Random(2026);
        for (var zone : ZONES.stream().map(ZoneId::of).toList()) {
            for (int i = 0; i < 500; i++) {
                var closes = "20%02d-%02d-%02dT%02d:%02d:%02d.%03d"
                        .formatted(
                                11 + random.nextInt(29),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                random.nextInt(24),
                                random.nextInt(60),
                                random.nextInt(60),
                                random.nextInt(1000));
                var round = round("opens: 2000-01-01\n    closes: " + closes);
                var closing = round.closesAt(zone).orElseThrow();
                var gate = new RoundGate(round, zone);

                assertThat(gate.refusal(closing, Sender.ANYONE))
                        .as(closes + zone)
                        .isEmpty();
                assertThat(gate.refusal(closing.minus(MILLISECOND), Sender.ANYONE))
                        .isEmpty();
                assertThat(gate.refusal(closing.plus(MILLISECOND), Sender.ANYONE))
                        .as(closes + zone)
                        .isPresent();
            }
        }
    }

    private static RoundGate gate(String settings) {
        return new RoundGate(
                round("opens: 2026-03-19T00:00\n    closes: 2026-09-07T23:59:59\n    " + settings), ZURICH);
    }

    private static Round round(String settings) {
        return Fixtures.definition("""
                        id: one-round
                        title: One
                        organiser: The Council
                        zone: Europe/Zurich
                        rounds:
                          - id: only
                            accepts: [response]
                            %s
                        """.formatted(settings)).rounds().getFirst();
    }

    private static @Nullable Refusal refused(Admission admission) {
        return admission instanceof TurnedAway(Refusal reason) ? reason : null;
    }

    private static Optional<Refusal> at(String round, Instant now, Sender sender) {
        var found = Fixtures.definition().round(new RoundId(round)).orElseThrow();
        return new RoundGate(found, ZURICH).refusal(now, sender);
    }
}

package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.Fixtures;

class RoundGateTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant LAST = Instant.parse("2026-09-07T21:59:59.000Z");

    @Test
    void is_open_to_the_last_millisecond_in_the_rounds_zone() {
        assertThat(at("first", LAST, Sender.ANYONE)).isEmpty();
        assertThat(at("first", LAST.plusMillis(1), Sender.ANYONE))
                .contains(new Refusal.TooLate(LAST, ZURICH, LAST.plusMillis(1)));
    }

    @Test
    void is_closed_until_it_opens() {
        var opens = Instant.parse("2026-03-18T23:00:00Z");

        assertThat(at("first", opens, Sender.ANYONE)).isEmpty();
        assertThat(at("first", opens.minusMillis(1), Sender.ANYONE))
                .contains(new Refusal.TooEarly(opens, ZURICH, opens.minusMillis(1)));
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

    private static Optional<Refusal> at(String round, Instant now, Sender sender) {
        var found = Fixtures.definition().round(new RoundId(round)).orElseThrow();
        return new RoundGate(found, ZURICH).refusal(now, sender);
    }
}

package org.rostrum.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundaryTest {
    /** Zones with every oddity: half hours, whole days skipped, clocks that change at midnight, quarter hours. */
    private static final List<String> ODD_ZONES = List.of(
            "Europe/Zurich",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/Havana",
            "Africa/Casablanca",
            "Pacific/Kiritimati",
            "Asia/Beirut",
            "UTC");

    @Test
    void a_date_opens_at_its_first_instant_and_closes_a_millisecond_before_the_next_date_in_every_zone() {
        ODD_ZONES.stream()
                .map(ZoneId::of)
                .forEach(zone -> everyDay().forEach(day -> {
                    var boundary = new Boundary(day.toString());
                    var next = new Boundary(day.plusDays(1).toString());

                    assertThat(boundary.closesAt(zone).plusMillis(1))
                            .as("%s in %s", day, zone)
                            .isEqualTo(next.opensAt(zone));
                    assertThat(boundary.closesAt(zone).atZone(zone).toLocalDate())
                            .isBeforeOrEqualTo(day);
                    assertThat(boundary.opensAt(zone).atZone(zone).toLocalDate())
                            .isAfterOrEqualTo(day);
                }));
    }

    /** Apia has no 30 December 2011, Sao Paulo's days began at one o'clock, Havana's midnight happens twice. */
    private static Stream<LocalDate> everyDay() {
        return Stream.concat(
                LocalDate.of(2011, 12, 1).datesUntil(LocalDate.of(2012, 2, 1)),
                LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2019, 1, 1)));
    }

    @Test
    void a_time_that_happens_twice_opens_at_its_first_and_closes_at_its_second() {
        ODD_ZONES.stream()
                .map(ZoneId::of)
                .forEach(zone -> zone.getRules().getTransitions().stream()
                        .filter(transition -> transition.isOverlap()
                                && transition.getInstant().isAfter(Instant.EPOCH))
                        .forEach(transition -> {
                            var twice = new Boundary(transition
                                    .getDateTimeAfter()
                                    .plusSeconds(60)
                                    .toString());

                            assertThat(twice.opensAt(zone)
                                            .plus(transition.getDuration().abs()))
                                    .isEqualTo(twice.closesAt(zone));
                        }));
    }

    @Test
    void a_time_that_clocks_skip_is_moved_on_by_what_they_skip() {
        var skipped = new Boundary("2026-03-29T02:30");

        assertThat(skipped.closesAt(ZoneId.of("Europe/Zurich"))).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(skipped.opensAt(ZoneId.of("Europe/Zurich"))).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void a_day_whose_midnight_happens_twice_ends_at_the_first() {
        var closes = new Boundary("2018-11-03").closesAt(ZoneId.of("America/Havana"));

        assertThat(closes.atZone(ZoneId.of("America/Havana")).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2018-11-03T23:59:59.999"));
    }
}

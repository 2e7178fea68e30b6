package org.rostrum.processing.adapter.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant on the wall clock of a consultation's zone.
 *
 * @param machine ISO 8601, for programs
 * @param shown date and time
 * @param zone the zone's name
 */
record Moment(String machine, String shown, String zone) {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    static Moment of(Instant instant, ZoneId zone) {
        return of(instant, zone, SHOWN);
    }

    /** To the second, where the order of things matters. */
    static Moment exact(Instant instant, ZoneId zone) {
        return of(instant, zone, EXACT);
    }

    private static Moment of(Instant instant, ZoneId zone, DateTimeFormatter format) {
        return new Moment(instant.toString(), format.format(instant.atZone(zone)), name(zone));
    }

    private static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}

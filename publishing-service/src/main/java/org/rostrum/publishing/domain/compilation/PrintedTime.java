package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the document prints them: in the consultation's zone, in English, on every machine alike. */
final class PrintedTime {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private PrintedTime() {}

    static String date(Instant instant, ZoneId zone) {
        return DATE.format(instant.atZone(zone));
    }

    static String dateAndTime(Instant instant, ZoneId zone) {
        return DATE_AND_TIME.format(instant.atZone(zone));
    }
}

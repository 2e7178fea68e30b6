package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * The opening or closing of a round as the organiser prints it: a local date, or a local date and time (ISO 8601).
 *
 * <p>A bare date opens at its first instant and closes at its last millisecond. Where clocks go back and a closing time
 * happens twice, the later one counts: the doubt is the respondent's. A time that clocks skip is moved on by what they skip.
 */
public record Boundary(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Boundary {
        try {
            parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "not a date such as 2024-09-07 or a date and time such as 2024-09-07T23:59:59", e);
        }
    }

    public Instant opensAt(ZoneId zone) {
        return parse(value).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** The last instant that is still in time, to the millisecond. */
    public Instant closesAt(ZoneId zone) {
        return isDate(value)
                ? LocalDate.parse(value)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusMillis(1)
                : parse(value).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private static LocalDateTime parse(String value) {
        return isDate(value) ? LocalDate.parse(value).atStartOfDay() : LocalDateTime.parse(value);
    }

    private static boolean isDate(String value) {
        return value.indexOf('T') < 0;
    }
}

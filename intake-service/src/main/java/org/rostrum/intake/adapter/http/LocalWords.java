package org.rostrum.intake.adapter.http;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.intake.domain.Receipt;

/** Dates, numbers, sizes and spans of time in one language of the interface. Times always name their zone and offset. */
final class LocalWords {
    private static final long MEGABYTE = 1024 * 1024;

    private final String tag;
    private final Locale locale;
    private final Messages messages;

    LocalWords(String tag, Messages messages) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
        this.messages = messages;
    }

    /** To the second, or to the millisecond if the instant has any. */
    String instant(Instant instant, ZoneId zone) {
        if (tag.equals("en")) {
            return Receipt.inWords(instant, zone);
        }
        var clock = instant.atZone(zone).getNano() == 0 ? "HH:mm:ss" : "HH:mm:ss.SSS";
        var format = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, null)
                .appendLiteral(' ')
                .appendPattern(isolated(clock + " '('VV', UTC'xxx')'"))
                .toFormatter(locale);
        return format.format(instant.atZone(zone));
    }

    /** From right to left, what is written from left to right must not change places with the date. */
    private String isolated(String pattern) {
        return tag.equals("ar") ? "\u2066" + pattern + "\u2069" : pattern;
    }

    /** The date alone. */
    String date(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** Hours, minutes and zone, for something that happened lately. */
    String clock(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(isolated("HH:mm '('VV')'"), locale).format(instant.atZone(zone));
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** In units of 1,024, as file managers show them. */
    String size(long bytes) {
        if (bytes < 1024) {
            return number(bytes) + " " + unit("B");
        }
        if (bytes < MEGABYTE) {
            return number((bytes + 1023) / 1024) + " " + unit("KB");
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(bytes / (double) MEGABYTE) + " " + unit("MB");
    }

    private String unit(String english) {
        return switch (tag) {
            case "fr" -> english.replace('B', 'o').replace("Ko", "ko");
            case "ru" -> english.replace("KB", "КБ").replace("MB", "МБ").replace("B", "Б");
            case "ar" ->
                switch (english) {
                    case "B" -> "بايت";
                    case "KB" -> "ك.ب";
                    default -> "م.ب";
                };
            default -> english;
        };
    }

    /** In the two largest units: days and hours, hours and minutes, or minutes. */
    String span(Duration left) {
        var days = left.toDays();
        var hours = left.toHoursPart();
        var minutes = left.toMinutesPart();
        if (left.toMinutes() < 1) {
            return messages.less_than_a_minute();
        }
        var parts = days > 0
                ? Stream.of(counted(days, messages.days(number(days))), counted(hours, messages.hours(number(hours))))
                : Stream.of(
                        counted(hours, messages.hours(number(hours))),
                        counted(minutes, messages.minutes(number(minutes))));
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(tag.equals("zh") ? "" : " "));
    }

    private String counted(long n, String forms) {
        return n == 0 ? "" : Plurals.pick(tag, n, forms);
    }
}

package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds items by the ways in which people write their numbers: {@code 2.e}, {@code 2e}, {@code 2 (e)}, {@code 2-E}, with
 * the digits of any script.
 */
final class ItemNumbers {

    private static final Pattern PART = Pattern.compile("\\d+|\\p{L}+");

    private final Map<List<String>, Entry> byParts = new HashMap<>();

    ItemNumbers(Instrument instrument) {
        for (Entry item : instrument.entries()) {
            byParts.put(parts(item.number().value()), item);
        }
        for (Entry item : instrument.entries()) {
            List<String> parts = parts(item.number().value());
            if (parts.size() > 1 && parts.getFirst().equals("q")) {
                byParts.putIfAbsent(parts.subList(1, parts.size()), item);
            }
        }
    }

    Optional<Entry> exactly(String written) {
        return Optional.ofNullable(byParts.get(parts(written)));
    }

    /** The item whose number the written one continues: {@code 2} for {@code 2.4} where there is no item 2.4. */
    Optional<Entry> above(String written) {
        List<String> parts = parts(written);
        for (int length = parts.size() - 1; length > 0; length--) {
            Entry item = byParts.get(parts.subList(0, length));
            if (item != null) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    static boolean isCompound(String written) {
        return parts(written).size() > 1;
    }

    static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(latinDigits(written).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String part = matcher.group();
            parts.add(part.matches("0+\\d+") ? part.replaceFirst("^0+", "") : part);
        }
        return parts;
    }

    /** Arabic-Indic, Devanagari, full-width and all other decimal digits as 0 to 9. */
    static String latinDigits(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                latin.append(Character.digit(c, 10));
            } else {
                latin.appendCodePoint(c);
            }
        });
        return latin.toString();
    }
}

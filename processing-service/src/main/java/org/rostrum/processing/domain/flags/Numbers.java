package org.rostrum.processing.domain.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.processing.domain.text.Span;

/** Numbers that belong to one person and prove it by their check digits. */
final class Numbers {
    private static final Pattern ACCOUNT =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[0-9]{2}(?=[ -]?[A-Za-z0-9])");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}.,-])[0-9](?:[ .-]?[0-9]){8,18}(?![\\p{L}\\p{N}])");
    private static final Pattern LETTERED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:[0-9]{8}-?[A-Z]|[XYZ]-?[0-9]{7}-?[A-Z]"
                    + "|[0-9]{17}X|[A-CEGHJ-PR-TW-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])(?![\\p{L}\\p{N}])");
    private static final Pattern SOCIAL_SECURITY =
            Pattern.compile("(?<![\\p{N}-])(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![\\p{N}-])");
    /** By the first digits and the length that the networks use with them. */
    private static final Pattern CARD = Pattern.compile(
            "4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|(?:5[1-5]|2[2-7])[0-9]{14}|3[47][0-9]{13}|6[0-9]{15,18}");

    private static final String CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    /** Lengths by country, from the register of ISO 13616 (release 99). */
    private static final Map<String, Integer> ACCOUNT_LENGTHS = lengths("""
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18
            FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20
            LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31
            SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20""");

    private Numbers() {}

    private static Map<String, Integer> lengths(String words) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String word : words.split("\\s+", -1)) {
            lengths.put(word.substring(0, 2), Integer.parseInt(word.substring(2)));
        }
        return Map.copyOf(lengths);
    }

    static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        accounts(text, found);
        DIGITS.matcher(text).results().forEach(match -> digits(match.group(), span(match.start(), match.end()), found));
        LETTERED.matcher(text)
                .results()
                .filter(match -> isLettered(bare(match.group())))
                .forEach(match -> found.add(new Found(FlagKind.IDENTITY_NUMBER, span(match.start(), match.end()))));
        SOCIAL_SECURITY
                .matcher(text)
                .results()
                .forEach(match -> found.add(new Found(FlagKind.IDENTITY_NUMBER, span(match.start(), match.end()))));
        return found;
    }

    private static Span span(int start, int end) {
        return new Span(start, end);
    }

    private static String bare(String written) {
        return written.replace(" ", "").replace("-", "").replace(".", "");
    }

    private static void accounts(String text, List<Found> found) {
        Matcher matcher = ACCOUNT.matcher(text);
        while (matcher.find()) {
            var country = matcher.group().substring(0, 2).toUpperCase(java.util.Locale.ROOT);
            Integer length = ACCOUNT_LENGTHS.get(country);
            int end = length == null ? -1 : endOf(text, matcher.start(), length);
            if (end > 0 && isAccount(bare(text.substring(matcher.start(), end)))) {
                found.add(new Found(FlagKind.BANK_ACCOUNT, span(matcher.start(), end)));
            }
        }
    }

    /** After so many letters and digits in groups; -1 if they end before, or go on. */
    private static int endOf(String text, int start, int length) {
        int at = start;
        int count = 0;
        while (at < text.length() && count < length) {
            char c = text.charAt(at);
            if (isPlain(c)) {
                count++;
            } else if (c != ' ' && c != '-') {
                return -1;
            }
            at++;
        }
        return count == length && (at == text.length() || !isPlain(text.charAt(at))) ? at : -1;
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** ISO 7064, MOD 97-10. */
    private static boolean isAccount(String account) {
        var turned = account.substring(4) + account.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }

    private static void digits(String written, Span span, List<Found> found) {
        var number = bare(written);
        if (isCard(number)) {
            found.add(new Found(FlagKind.PAYMENT_CARD, span));
        } else if (isIdentity(number, written)) {
            found.add(new Found(FlagKind.IDENTITY_NUMBER, span));
        }
    }

    private static boolean isCard(String number) {
        return CARD.matcher(number).matches() && luhn(number);
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : 2 * digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /** Numbers that states give to people; where a check is weak, only as they are usually written. */
    private static boolean isIdentity(String number, String written) {
        return switch (number.length()) {
            case 11 -> written.indexOf('-') > 0 && isPensionNumber(number);
            case 12 -> isTaxNumber(number);
            case 13 -> number.startsWith("756") && isArticleNumber(number);
            case 14 -> number.matches("[23][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{7}");
            case 15 -> (number.startsWith("784") && luhn(number)) || isRegisterNumber(number);
            case 18 -> isResidentNumber(number);
            default -> false;
        };
    }

    /** SNILS of the Russian Federation. */
    private static boolean isPensionNumber(String number) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (number.charAt(i) - '0') * (9 - i);
        }
        int check = sum % 101 % 100;
        return check == Integer.parseInt(number.substring(9));
    }

    /** INN of the Russian Federation. */
    private static boolean isTaxNumber(String number) {
        return weighted(number, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) == number.charAt(10) - '0'
                && weighted(number, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) == number.charAt(11) - '0';
    }

    private static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        return sum % 11 % 10;
    }

    /** EAN-13, which the Swiss old-age insurance uses. */
    private static boolean isArticleNumber(String number) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** NIR of France. */
    private static boolean isRegisterNumber(String number) {
        return number.matches("[12][0-9]{2}(?:0[1-9]|1[0-2]|[2-9][0-9])[0-9]{10}")
                && 97 - Long.parseLong(number.substring(0, 13)) % 97 == Long.parseLong(number.substring(13));
    }

    /** Of the People's Republic of China; ISO 7064, MOD 11-2. */
    private static boolean isResidentNumber(String number) {
        int rest = 0;
        for (int i = 0; i < 17; i++) {
            rest = (rest + number.charAt(i) - '0') * 2 % 11;
        }
        char check = "10X98765432".charAt(rest % 11);
        return number.charAt(17) == check && number.substring(6).matches("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2]).*");
    }

    private static boolean isLettered(String number) {
        if (number.length() == 18) {
            return isResidentNumber(number);
        }
        if (number.length() == 9 && (Character.isDigit(number.charAt(0)) || "XYZ".indexOf(number.charAt(0)) >= 0)) {
            var digits =
                    number.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
            return CHECK_LETTERS.charAt(Integer.parseInt(digits) % 23) == number.charAt(8);
        }
        return true;
    }
}

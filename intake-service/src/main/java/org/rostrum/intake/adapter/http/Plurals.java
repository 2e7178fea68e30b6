package org.rostrum.intake.adapter.http;

/**
 * Which form of a word a whole number takes, by the cardinal rules of Unicode CLDR 46 for the interface's six languages.
 * The forms stand in one message: {@code one:{n} day|other:{n} days}.
 */
final class Plurals {
    private Plurals() {}

    static String category(String language, long n) {
        return switch (language) {
            case "zh" -> "other";
            case "fr" -> n == 0 || n == 1 ? "one" : "other";
            case "ru" -> russian(n);
            case "ar" -> arabic(n);
            default -> n == 1 ? "one" : "other";
        };
    }

    private static String russian(long n) {
        long last = n % 10;
        boolean teen = n % 100 >= 11 && n % 100 <= 14;
        if (last == 1 && !teen) {
            return "one";
        }
        return last >= 2 && last <= 4 && !teen ? "few" : "many";
    }

    private static String arabic(long n) {
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        long lastTwo = n % 100;
        if (lastTwo >= 3 && lastTwo <= 10) {
            return "few";
        }
        return lastTwo >= 11 ? "many" : "other";
    }

    /** The form that fits, else the one called other. */
    static String pick(String language, long n, String forms) {
        var wanted = category(language, n) + ":";
        var other = "";
        for (var form : forms.split("\\|", -1)) {
            if (form.startsWith(wanted)) {
                return form.substring(wanted.length());
            }
            if (form.startsWith("other:")) {
                other = form.substring("other:".length());
            }
        }
        return other;
    }
}

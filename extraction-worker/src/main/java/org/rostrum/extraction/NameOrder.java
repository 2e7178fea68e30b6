package org.rostrum.extraction;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As programs that show files order their names: whatever the case, and numbers by what they count. */
final class NameOrder implements Comparator<String> {

    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String one, String other) {
        Matcher ones = PIECE.matcher(one);
        Matcher others = PIECE.matcher(other);
        while (ones.find()) {
            if (!others.find()) {
                return 1;
            }
            int order = comparePieces(ones.group(), others.group());
            if (order != 0) {
                return order;
            }
        }
        return others.find() ? -1 : one.compareTo(other);
    }

    private static int comparePieces(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? compareNumbers(withoutZeros(one), withoutZeros(other))
                : one.compareToIgnoreCase(other);
    }

    private static String withoutZeros(String number) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }

    private static int compareNumbers(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    private static boolean isNumber(String piece) {
        return piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
    }
}

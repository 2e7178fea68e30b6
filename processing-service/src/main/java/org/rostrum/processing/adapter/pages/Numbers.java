package org.rostrum.processing.adapter.pages;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as the dashboard's language writes them, whatever machine it runs on. */
final class Numbers {
    private Numbers() {}

    /** With thousands set apart. */
    static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** Such as 48.2 kB. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        var format = NumberFormat.getInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(1);
        return bytes < 100_000 ? format.format(bytes / 1000.0) + " kB" : format.format(bytes / 1_000_000.0) + " MB";
    }
}

package org.rostrum.extraction;

import java.util.regex.Pattern;

/** Names of what is in a file, as they may be kept and shown: whoever wrote the file chose them. */
final class PartName {

    private static final int LONGEST = 200;
    /** What a long name ends with tells what it is of. */
    private static final int END = 40;

    /** Signs that no name needs: of control, and those that turn what follows around. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    private PartName() {}

    static String of(String given) {
        String name = UNFIT.matcher(given).replaceAll(" ").strip();
        if (name.length() <= LONGEST) {
            return name;
        }
        int beginning = LONGEST - END - 1;
        int end = name.length() - END;
        return name.substring(0, beginning - (Character.isHighSurrogate(name.charAt(beginning - 1)) ? 1 : 0))
                + "…"
                + name.substring(end + (Character.isLowSurrogate(name.charAt(end)) ? 1 : 0));
    }
}

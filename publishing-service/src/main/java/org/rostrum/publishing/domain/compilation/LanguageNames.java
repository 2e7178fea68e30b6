package org.rostrum.publishing.domain.compilation;

import java.util.Locale;

/** English names of languages. */
public final class LanguageNames {
    private LanguageNames() {}

    /** The name of a BCP 47 tag, such as Arabic for {@code ar}; an unknown tag stays as it is. */
    public static String of(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH).isBlank()
                ? PrintableText.line(tag)
                : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }
}

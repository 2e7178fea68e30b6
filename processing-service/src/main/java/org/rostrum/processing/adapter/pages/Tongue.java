package org.rostrum.processing.adapter.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language as pages show it: its tag for {@code lang}, its English name for people. */
record Tongue(String tag, String name) {

    static @Nullable Tongue of(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayLanguage(Locale.ENGLISH);
        return new Tongue(locale.toLanguageTag(), name.isEmpty() ? tag : name);
    }
}

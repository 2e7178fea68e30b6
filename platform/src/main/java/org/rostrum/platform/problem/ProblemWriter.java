package org.rostrum.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses between JSON and a page, and writes it. */
@ApplicationScoped
class ProblemWriter {
    private static final String API = "/api/";
    private static final String HTML = "text/html";

    private final Instance<ErrorPages> pages;

    ProblemWriter(Instance<ErrorPages> pages) {
        this.pages = pages;
    }

    /** What to send, in UTF-8. */
    record Written(String mediaType, String body) {}

    Written write(Problem problem, String path, @Nullable String accept, List<Locale> languages) {
        if (pages.isResolvable() && wantsPage(path, accept)) {
            return new Written(HTML + ";charset=UTF-8", pages.get().page(problem, languages));
        }
        return new Written(Problem.MEDIA_TYPE, ProblemTexts.json(problem));
    }

    private static boolean wantsPage(String path, @Nullable String accept) {
        return accept != null && accept.contains(HTML) && !path.startsWith(API);
    }
}

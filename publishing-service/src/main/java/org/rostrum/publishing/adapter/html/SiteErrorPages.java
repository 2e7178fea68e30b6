package org.rostrum.publishing.adapter.html;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.platform.problem.ErrorPages;
import org.rostrum.platform.problem.Problem;

/** Problems as pages, for people. */
@ApplicationScoped
public class SiteErrorPages implements ErrorPages {
    private final Templates templates = new Templates();

    @Override
    public String page(Problem problem, List<Locale> languages) {
        return templates.render(
                "problem",
                Map.of(
                        "title", problem.title(),
                        "detail", words(problem.detail()),
                        "next", words(problem.next()),
                        "canonical", "",
                        "intake", "",
                        "crumb", problem.title(),
                        "crumbs", List.of()));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}

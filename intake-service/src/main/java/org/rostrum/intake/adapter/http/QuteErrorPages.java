package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.rostrum.platform.problem.ErrorPages;
import org.rostrum.platform.problem.Problem;

/** Problems as pages. */
@ApplicationScoped
class QuteErrorPages implements ErrorPages {
    @Override
    public String page(Problem problem, List<Locale> languages) {
        var language = PageLanguage.chosen("en");
        return new Templates.problem(language, language.choices(List.of()), problem).render();
    }
}

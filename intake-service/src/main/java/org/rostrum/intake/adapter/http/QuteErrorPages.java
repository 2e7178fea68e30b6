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
        var language = PageLanguage.accepted(languages);
        var words = new ProblemWords(language.messages());
        var page = new Templates.problem(
                language,
                List.of(), // a page that a POST led to has no address to ask for in another language
                problem,
                words.told(problem),
                ProblemWords.numbers(problem),
                language.interfaceTag().equals("en"));
        return PagesResource.shown(language, page).render();
    }
}

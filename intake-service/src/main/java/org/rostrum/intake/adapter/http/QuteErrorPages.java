package org.rostrum.intake.adapter.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rostrum.platform.problem.ErrorPages;
import org.rostrum.platform.problem.Problem;

/** Problems as pages. */
@ApplicationScoped
class QuteErrorPages implements ErrorPages {
    private final CurrentVertxRequest request;

    QuteErrorPages(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public String page(Problem problem, List<Locale> languages) {
        var language = asked().orElseGet(() -> PageLanguage.accepted(languages));
        var words = new ProblemWords(language);
        var page = new Templates.problem(
                language,
                List.of(), // a page that a POST led to has no address to ask for in another language
                problem,
                words.told(problem),
                ProblemWords.numbers(problem),
                language.interfaceTag().equals("en"));
        return PageResponses.shown(language, page).render();
    }

    /** The language that the address asks for; a form that was posted has none in its address. */
    private Optional<PageLanguage> asked() {
        return Optional.ofNullable(request.getCurrent())
                .flatMap(current -> current.queryParam("lang").stream().findFirst())
                .map(PageLanguage::chosen);
    }
}

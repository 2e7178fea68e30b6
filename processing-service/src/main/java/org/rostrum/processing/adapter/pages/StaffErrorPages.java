package org.rostrum.processing.adapter.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.rostrum.platform.problem.ErrorPages;
import org.rostrum.platform.problem.Problem;

/** Problems as pages, for people. The dashboard speaks English. */
@ApplicationScoped
class StaffErrorPages implements ErrorPages {

    @Override
    public String page(Problem problem, List<Locale> languages) {
        return Templates.problem(problem).render();
    }
}

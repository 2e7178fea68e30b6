package org.rostrum.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.rostrum.platform.problem.ErrorPages;
import org.rostrum.platform.problem.Problem;

/** The simplest page that can be told apart. */
@ApplicationScoped
public class SampleErrorPages implements ErrorPages {

    @Override
    public String page(Problem problem, List<Locale> languages) {
        return "<!doctype html><title>%d %s</title>".formatted(problem.status(), languages);
    }
}

package org.rostrum.platform.problem;

import java.util.List;
import java.util.Locale;

/**
 * A service that has pages implements this as a CDI bean to show problems to people who asked for {@code text/html}. It is
 * called on the event loop: render a template, do nothing that waits. The API under {@code /api/} always answers JSON.
 */
@FunctionalInterface
public interface ErrorPages {

    /**
     * The whole page as HTML.
     *
     * @param languages what the reader accepts, best first; may be empty
     */
    String page(Problem problem, List<Locale> languages);
}

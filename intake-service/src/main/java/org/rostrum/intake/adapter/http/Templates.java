package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.adapter.http.FormPages.FormView;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.adapter.http.PageLanguage.Text;
import org.rostrum.intake.adapter.http.Views.ConsultationView;
import org.rostrum.intake.adapter.http.Views.RoundView;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.platform.problem.Problem;

/** The pages, each with what it shows; checked against the templates when building. */
final class Templates {
    private Templates() {}

    record consultations(PageLanguage language, List<Choice> languages, List<ConsultationView> all)
            implements TemplateInstance {}

    record consultation(
            PageLanguage language, List<Choice> languages, ConsultationView consultation, String publishingUrl)
            implements TemplateInstance {}

    record respond(
            PageLanguage language,
            List<Choice> languages,
            ConsultationView consultation,
            RoundView round,
            Form form,
            FormView page,
            @Nullable ChallengeView challenge)
            implements TemplateInstance {}

    /** What the page's script needs to solve it, and how long whoever has no script waits. */
    record ChallengeView(String token, int bits, int puzzles, String seconds) {}

    /** The same, read over before sending. */
    record review(
            PageLanguage language,
            List<Choice> languages,
            ConsultationView consultation,
            RoundView round,
            Form form,
            FormView page,
            String country,
            String leftEmpty)
            implements TemplateInstance {}

    record sent(PageLanguage language, List<Choice> languages, String reference, String sentAt, String consultation)
            implements TemplateInstance {}

    record draftMissing(PageLanguage language, List<Choice> languages) implements TemplateInstance {}

    record receipt(
            PageLanguage language,
            List<Choice> languages,
            Receipt receipt,
            String receivedAt,
            List<FileLine> files,
            Text title,
            String keyAddress,
            String queryOfSecret)
            implements TemplateInstance {}

    record FileLine(String ordinal, String name, String size, String sha256) {}

    record status(
            PageLanguage language,
            List<Choice> languages,
            Receipt receipt,
            String receivedAt,
            Text title,
            String state,
            String stateName,
            String explanation,
            int step,
            @Nullable String link,
            @Nullable String reason,
            List<Unreadable> unreadable,
            String queryOfSecret,
            AfterView after)
            implements TemplateInstance {}

    record Unreadable(String file, String explanation) {}

    record follow(PageLanguage language, List<Choice> languages, String reference, boolean wrong)
            implements TemplateInstance {}

    record loggedIn(PageLanguage language, List<Choice> languages, boolean member) implements TemplateInstance {}

    /** {@code whole} if the problem's own words, which are English, may be shown. */
    record problem(
            PageLanguage language,
            List<Choice> languages,
            Problem problem,
            ProblemWords.Told told,
            List<String> numbers,
            boolean whole)
            implements TemplateInstance {}
}

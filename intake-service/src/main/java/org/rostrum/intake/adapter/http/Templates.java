package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.intake.adapter.http.Form.Country;
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
            String key,
            String now,
            LimitWords limits,
            List<String> kinds,
            List<Group> groups,
            List<Country> countries,
            List<Choice> writtenLanguages,
            @Nullable Problem problem)
            implements TemplateInstance {}

    record LimitWords(int field, String fieldWords, String attachments, String each, String all) {}

    record Group(String value, Text text) {}

    record receipt(
            PageLanguage language,
            List<Choice> languages,
            Receipt receipt,
            List<FileLine> files,
            String title,
            String keyAddress,
            String queryOfSecret)
            implements TemplateInstance {}

    record FileLine(int ordinal, String name, String size, String sha256) {}

    record status(
            PageLanguage language,
            List<Choice> languages,
            Receipt receipt,
            String title,
            String state,
            String explanation,
            int step,
            @Nullable String link,
            @Nullable String reason,
            List<Unreadable> unreadable,
            String queryOfSecret)
            implements TemplateInstance {}

    record Unreadable(String ordinal, String explanation) {
        static Unreadable of(QuarantinedAttachment attachment) {
            return new Unreadable(String.valueOf(attachment.ordinal()), StatusJson.why(attachment.reason()));
        }
    }

    record follow(PageLanguage language, List<Choice> languages, String reference, boolean wrong)
            implements TemplateInstance {}

    record problem(PageLanguage language, List<Choice> languages, Problem problem) implements TemplateInstance {}
}

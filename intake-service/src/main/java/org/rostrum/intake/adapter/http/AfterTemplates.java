package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.adapter.http.Form.Country;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.adapter.http.PageLanguage.Text;
import org.rostrum.intake.adapter.http.Views.RoundView;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.platform.problem.Problem;

/** The pages of what can be done after sending; checked against the templates when building. */
final class AfterTemplates {
    private AfterTemplates() {}

    record amend(
            PageLanguage language,
            List<Choice> languages,
            String reference,
            String secret,
            String title,
            RoundView round,
            Form form,
            AmendChoices choices,
            List<KeptFile> files,
            int base,
            String key,
            @Nullable Problem problem)
            implements TemplateInstance {}

    /** What can be chosen in the form. */
    record AmendChoices(
            int limit, List<String> kinds, List<Group> groups, List<Country> countries, List<Choice> languages) {}

    record Group(String value, Text text) {}

    /** A file of the version before, and whether it stays. */
    record KeptFile(String sha256, String name, String size, boolean kept) {}

    /** A mail; it has no header and footer of pages. */
    record letter(PageLanguage language, LetterView letter) implements TemplateInstance {}

    /** What a mail says; both addresses are whole. */
    record LetterView(String subject, String lead, String reference, String when, String status, String dispute) {}

    record withdraw(
            PageLanguage language,
            List<Choice> languages,
            String reference,
            String title,
            String secret,
            AfterView after)
            implements TemplateInstance {}

    record withdrawal(
            PageLanguage language,
            List<Choice> languages,
            WithdrawalReceipt receipt,
            String title,
            String keyAddress,
            String queryOfSecret)
            implements TemplateInstance {}

    /** {@code done} says when it was disputed; absent before. */
    record dispute(
            PageLanguage language,
            List<Choice> languages,
            String reference,
            String token,
            @Nullable String done) implements TemplateInstance {}
}

package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.adapter.http.FormPages.OtherView;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.adapter.http.PageLanguage.Text;
import org.rostrum.intake.adapter.http.Views.RoundView;
import org.rostrum.intake.domain.WithdrawalReceipt;

/** The pages of what can be done after sending; checked against the templates when building. */
final class AfterTemplates {
    private AfterTemplates() {}

    record amend(PageLanguage language, List<Choice> languages, Text title, RoundView round, Form form, AmendView page)
            implements TemplateInstance {}

    /** What the form of an amendment shows beside its fields; what stands in it is a version, which is kept. */
    record AmendView(
            String reference,
            String secret,
            int base,
            String key,
            String opened,
            List<Notice> notices,
            List<KeptFile> files,
            FormFields fields)
            implements FormPage {
        @Override
        public boolean isSaved() {
            return true;
        }

        @Override
        public List<OtherView> othersOf(String field) {
            return List.of();
        }
    }

    /**
     * A file of the version before, or one that was set aside.
     *
     * @param part of the form that names it: keep or upload
     * @param value by which the part names it
     * @param chosen whether it is to go with the next version
     */
    record KeptFile(String id, String part, String value, String name, String size, boolean chosen) {}

    /** Nothing can be changed, and why. */
    record unchangeable(
            PageLanguage language, List<Choice> languages, String reference, String secret, Text title, Notice notice)
            implements TemplateInstance {}

    /** A mail; it has no header and footer of pages. */
    record letter(PageLanguage language, LetterView letter) implements TemplateInstance {}

    /** What a mail says; both addresses are whole. */
    record LetterView(String subject, String lead, String reference, String when, String status, String dispute) {}

    record withdraw(
            PageLanguage language, List<Choice> languages, String reference, Text title, String secret, AfterView after)
            implements TemplateInstance {}

    record withdrawal(
            PageLanguage language,
            List<Choice> languages,
            WithdrawalReceipt receipt,
            String withdrawnAt,
            Text title,
            String keyAddress,
            String secret)
            implements TemplateInstance {}

    /** {@code done} says when it was disputed; absent before. */
    record dispute(
            PageLanguage language,
            List<Choice> languages,
            String reference,
            String token,
            @Nullable String done) implements TemplateInstance {}
}

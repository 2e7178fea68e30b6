package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.rostrum.contracts.Json;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.domain.Letter;
import org.rostrum.intake.domain.LetterKey.Occasion;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.LetterWording;

/** Mails in plain text and simple HTML, in the respondent's language where we speak it, else in English. */
@ApplicationScoped
public class ReceiptLetters implements LetterWording {
    private final AfterViews views;
    private final IntakeConfig config;

    ReceiptLetters(AfterViews views, IntakeConfig config) {
        this.views = views;
        this.config = config;
    }

    @Override
    public Letter acknowledged(Subject subject) {
        var language = language(subject);
        var words = language.afterMessages();
        var receipt = subject.receipt();
        var isFirst = subject.key().occasion() == Occasion.RECEIVED;
        var title = title(subject, language);
        var subjectLine = isFirst
                ? words.subject_received(receipt.reference().value())
                : words.subject_amended(
                        receipt.reference().value(), language.words().number(receipt.version()));
        var lead = isFirst ? words.mail_received(title) : words.mail_amended(title);
        return letter(
                subject,
                language,
                subjectLine,
                lead,
                inWords(subject.manifest().receivedAt(), subject, language),
                "receipt-",
                receipt);
    }

    @Override
    public Letter withdrawn(Subject subject, WithdrawalReceipt receipt) {
        var language = language(subject);
        var words = language.afterMessages();
        return letter(
                subject,
                language,
                words.subject_withdrawn(receipt.reference().value()),
                words.mail_withdrawn(title(subject, language)),
                inWords(Instant.parse(receipt.withdrawnAt()), subject, language),
                "withdrawal-",
                receipt);
    }

    private Letter letter(
            Subject subject,
            PageLanguage language,
            String subjectLine,
            String lead,
            String when,
            String fileName,
            Object receipt) {
        var reference = subject.receipt().reference().value();
        var view = new AfterTemplates.LetterView(
                subjectLine,
                lead,
                reference,
                when,
                statusAddress(subject, language),
                config.url() + subject.disputePath() + "&lang=" + language.interfaceTag());
        return new Letter(
                subject.key().id(),
                subject.to(),
                subjectLine,
                text(view, language.afterMessages()),
                PageResponses.shown(language, new AfterTemplates.letter(language, view))
                        .render(),
                fileName + reference + ".json",
                new String(Json.writeCanonical(receipt), StandardCharsets.UTF_8));
    }

    private static String statusAddress(Subject subject, PageLanguage language) {
        var receipt = subject.receipt();
        return receipt.statusUrl() + "?secret=" + receipt.secret() + "&lang=" + language.interfaceTag();
    }

    private static String text(AfterTemplates.LetterView view, AfterMessages words) {
        return String.join(
                "\n",
                List.of(
                        view.lead(),
                        "",
                        words.mail_reference() + ": " + view.reference(),
                        words.mail_when() + ": " + view.when(),
                        "",
                        words.mail_status(),
                        view.status(),
                        "",
                        words.mail_attached(),
                        words.mail_private(),
                        "",
                        words.mail_not_me(),
                        view.dispute(),
                        "",
                        "-- ",
                        words.mail_automatic(),
                        ""));
    }

    private static PageLanguage language(Subject subject) {
        return PageLanguage.chosen(subject.manifest().language());
    }

    private String title(Subject subject, PageLanguage language) {
        return views.title(subject.manifest().consultation(), language).words();
    }

    private String inWords(Instant instant, Subject subject, PageLanguage language) {
        return views.inWords(instant, subject.manifest().consultation(), language);
    }
}

package org.rostrum.intake.adapter.http;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rostrum.intake.domain.Draft.Unfinished;

/** A draft as a text file for its writer: the questions that have an answer, and the answers. */
final class DraftText {
    private final Visit visit;
    private final Form form;
    private final StringBuilder text = new StringBuilder();

    DraftText(Visit visit, Form form) {
        this.visit = visit;
        this.form = form;
    }

    String whole() {
        var say = visit.language().formMessages();
        line(visit.language()
                .text(visit.definition(), visit.definition().title())
                .words());
        visit.draft()
                .map(Unfinished::savedAt)
                .ifPresent(at -> line(say.saved_at(visit.language()
                        .words()
                        .instant(
                                at.truncatedTo(ChronoUnit.SECONDS),
                                visit.definition().zone()))));
        visit.round()
                .items()
                .forEach(item -> block(
                        item.number() + "  "
                                + visit.language()
                                        .text(visit.definition(), item.text())
                                        .words(),
                        "answer." + item.number()));
        block(say.general_text(), "text");
        block(say.summary(), "summary");
        visit.draft()
                .map(Unfinished::files)
                .orElse(List.of())
                .forEach(file -> line(visit.language().statusMessages().file() + ": " + file.name()));
        return text.toString();
    }

    private void block(String heading, String field) {
        if (!form.value(field).isEmpty()) {
            line("");
            line(heading);
            line("");
            line(form.value(field));
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}

package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.usecase.CaseView;
import org.rostrum.processing.usecase.CaseView.VersionBefore;

/** A case's page after its respondent amended, disputed, or withdrew. */
class AfterSendingSheetTest {
    private static final String HOSTILE = "\"><script>alert(1)</script>{sheet}";

    private static Case amended() {
        var first = Samples.file(
                7,
                Publication.PUBLIC,
                new Stage.Published(Samples.clearance(false), "/consultations/x/contributions/y", Samples.RECEIVED));
        return first.amended(new SubmissionAmended(
                        first.submission(),
                        first.reference(),
                        first.consultation(),
                        first.round(),
                        2,
                        first.kind(),
                        first.publication(),
                        first.manifest(),
                        2,
                        Samples.RECEIVED,
                        List.of(SubmissionFlag.LATE, SubmissionFlag.TRAP_FILLED)))
                .at(new Stage.WithStaff());
    }

    private static CaseView compared(Case file, String before) {
        var now = Samples.view(file, null);
        var earlier = Samples.view(file, before).content().orElseThrow();
        return new CaseView(
                file, now.definition(), now.content(), Optional.of(new VersionBefore(1, earlier)), now.history());
    }

    private static String page(CaseView view) {
        return Rendered.sheet(CaseSheets.of(view, Typed.NOTHING, Optional.empty(), "http://localhost:8403"));
    }

    @Test
    void shows_both_versions_and_says_added_and_removed_in_words_too() throws IOException {
        var page = page(compared(
                amended(),
                "In dry summers the fairway is 20 cm too shallow in July. We are a cooperative of skippers."));

        assertThat(page)
                .contains(
                        "What changed since version 1",
                        "is public until you decide on version 2",
                        "<del><span class=\"r-hidden\">removed: </span>",
                        "<ins><span class=\"r-hidden\">added: </span>",
                        "Version 1 as it was sent",
                        ">Version 2</span>",
                        ">Late</span>",
                        ">Trap filled</span>",
                        "if you clear this one it is replaced");
        keep("amended", page);
    }

    @Test
    void runs_nothing_of_an_earlier_version_either() {
        var page = page(compared(amended(), HOSTILE));

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void offers_to_dismiss_a_dispute_and_not_to_clear() throws IOException {
        var file = Samples.file(7, Publication.PUBLIC, new Stage.WithStaff()).disputed(Samples.RECEIVED);

        var page = page(Samples.view(file, null));

        assertThat(page)
                .contains("/dispute/dismissal", "Somebody says that they did not send this", "/withholdings")
                .doesNotContain("/clearances");
        keep("disputed", page);
    }

    @Test
    void says_that_it_was_withdrawn_and_offers_nothing() throws IOException {
        var file = Samples.file(7, Publication.PUBLIC, new Stage.WithStaff()).withdrawn(Samples.RECEIVED);
        var view = Samples.view(file, null);

        var page = page(new CaseView(file, view.definition(), Optional.empty(), Optional.empty(), view.history()));

        assertThat(page)
                .contains("Withdrawn by the respondent", "Not shown any more")
                .doesNotContain("/clearances", "/withholdings", "/moves", "id=\"original\"");
        keep("withdrawn", page);
    }

    /** For people to look at. */
    private static void keep(String name, String page) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }
}

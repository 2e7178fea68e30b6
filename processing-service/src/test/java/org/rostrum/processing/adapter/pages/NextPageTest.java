package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Asked;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Next;
import org.rostrum.processing.usecase.Refilings.Move;
import org.rostrum.processing.usecase.Refilings.Refiling;
import org.rostrum.processing.usecase.ViewRefilings.View;

class NextPageTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{sheet}&amp;";

    private static String page(@Nullable String everywhere, @Nullable String refusal) {
        var definition = Samples.consultation(everywhere == null ? "depth of the fairway in dry summers" : everywhere);
        var content = Samples.content(everywhere);
        var guesses = content.passages().stream()
                .filter(passage -> passage.filing().basis() == FilingBasis.CONTENT)
                .toList();
        var asked = IntStream.range(0, guesses.size())
                .mapToObj(i -> new Asked(
                        Samples.file(i, Publication.PUBLIC, new Stage.WithStaff()),
                        content,
                        guesses.get(i),
                        i == 0 ? 1_234 : 1,
                        List.of(new Flag(
                                guesses.get(i).source(),
                                FlagKind.PERSON_NAME,
                                new Span(
                                        guesses.get(i).span().start(),
                                        guesses.get(i).span().start() + 5)))))
                .toList();
        return rendered(new Next(definition, definition.rounds().getFirst(), asked, 2_500), Optional.empty(), refusal);
    }

    private static String rendered(Next next, Optional<Flash> done, @Nullable String refusal) {
        return Rendered.template("next", Map.of("sheet", NextSheet.of(next, done, refusal), "user", "Ada"));
    }

    private static String empty(Optional<Flash> done) {
        var definition = Samples.consultation("depth");
        return rendered(new Next(definition, definition.rounds().getFirst(), List.of(), 0), done, null);
    }

    /** Else a person settles what a person must look at without having seen it. */
    @Test
    void marks_what_a_person_must_look_at_as_its_case_does() {
        assertThat(page(null, null))
                .contains("<mark class=\"d-flag\"><span class=\"d-flag__kind\" dir=\"ltr\" lang=\"en\">");
    }

    @Test
    void quotes_each_passage_with_where_it_is_filed_how_sure_that_is_and_the_runners_up() {
        var page = page(null, null);

        assertThat(page)
                .contains(
                        "Forms</mark> are asked for in three languages",
                        "forms, languages and fees at the border",
                        "62 %")
                .contains("File under 2.b", "File under 3", "1,234 submissions are worded like this one")
                .contains("Chosen from 2,500 passages", "Answers no question");
    }

    @Test
    void every_button_is_a_form_of_its_own_that_names_passage_and_items() {
        var page = page(null, null);

        assertThat(page)
                .contains("<form method=\"post\" action=\"/rounds/open-rivers-2026/open/next\"")
                .contains("name=\"reference\" value=\"" + Samples.reference(0) + "\"")
                .contains("name=\"passage\" value=\"1-5\"")
                .contains("name=\"items\" value=\"2.e\"")
                .contains("href=\"/cases/" + Samples.reference(0) + "#passage-5\"");
    }

    @Test
    void says_what_was_done_and_what_was_refused() {
        assertThat(empty(Optional.of(Flash.of(Flash.Done.MOVED))))
                .contains("role=\"status\"", "The filing is confirmed by you", "Nothing to look at");
        assertThat(page(null, "Somebody was faster."))
                .contains("role=\"alert\"", "Somebody was faster.", "Not done – ");
    }

    @Test
    void shows_hostile_text_inert_and_nothing_inline() {
        assertThat(page(HOSTILE, null)).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>'");
        assertThat(page(null, null)).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script>");
    }

    @Test
    void gives_each_id_once() throws IOException {
        var page = page(null, null);
        Files.writeString(Files.createDirectories(Path.of("target/pages")).resolve("next.html"), page);

        assertThat(Pattern.compile("\\sid=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(id -> id.group(1))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void lists_the_rounds_that_take_submissions() {
        var page = Rendered.template(
                "rounds", Map.of("listing", RoundList.of(List.of(Samples.consultation("depth"))), "user", "Ada"));

        assertThat(page).contains("First round", "href=\"/rounds/open-rivers-2026/open/next\"");
    }

    @Test
    void shows_what_was_filed_elsewhere_with_where_it_stood_and_stands() {
        var definition = Samples.consultation("depth");
        var file = Samples.file(3, Publication.PUBLIC, new Stage.WithStaff());
        var move = new Move(
                file.submission(), file.reference(), new PassageId(1, 4), List.of(), List.of(new ItemNumber("2.b")));
        var view = new View(
                definition,
                definition.rounds().getFirst(),
                List.of(new Refiling(Samples.RECEIVED, HOSTILE, 2_500, 1_001, List.of(move))));

        var page = Rendered.template("refilings", Map.of("sheet", RefilingSheet.of(view), "user", "Ada"));

        assertThat(page)
                .contains("1,001 passages filed elsewhere", "from no question to 2.b", "And 1,000 more", "2,500")
                .contains("/cases/" + file.reference() + "#passage-4")
                .doesNotContain("<script>alert");
    }
}

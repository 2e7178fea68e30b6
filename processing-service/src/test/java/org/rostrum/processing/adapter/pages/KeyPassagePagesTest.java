package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.Layout.Mark;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;
import org.rostrum.processing.usecase.ListKeyPassages;

class KeyPassagePagesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{sheet}&amp;";
    private static final String SITE = "https://public.example";

    private static String page(KeyPassagesView view, @Nullable String refusal) {
        var sheet = KeyPassageSheets.of(view, Optional.empty(), refusal, SITE);
        return Rendered.template("keypassages", Map.of("sheet", sheet, "user", "Ada"));
    }

    private static String list() {
        var view = KeyPassageSamples.view("");
        var overview = new ListKeyPassages.Overview(
                KeyPassageSamples.ROUND, view.definition(), view.round(), Map.of(new ItemNumber("2.b"), 23_456));
        var list = KeyPassageList.of(List.of(view.definition()), Optional.of(overview));
        return Rendered.template("keyitems", Map.of("listing", list, "user", "Ada"));
    }

    @Test
    void shows_each_quote_with_its_case_and_whether_it_may_be_quoted() {
        var page = page(KeyPassageSamples.view(""), null);

        assertThat(page).contains("Stands for 34 passages of 34 respondents", "No other passage is near it");
        assertThat(page)
                .contains("/cases/" + Samples.reference(1) + "#passage-3", "Attachment 1, page 2", "May be quoted");
        assertThat(page).contains("Not cleared", "Anonymous").doesNotContain("Administrations of the Upper Rhine");
        assertThat(page).contains("<mark class=\"d-doubt\">pilots@example.org</mark>", "To look at: e-mail address");
        assertThat(page).contains(SITE + "/contributions/X");
        assertThat(page).contains("dir=\"auto\" lang=\"ar\">" + KeyPassageSamples.ARABIC);
        assertThat(page)
                .contains("For staff only", "Chosen from 1,000 of 23,456 passages", "6 passages of confidential");
    }

    /** The passage begins on page 2, what is quoted of it on page 3. */
    @Test
    void says_where_the_quote_itself_stands() {
        var whole = KeyPassageSamples.view("").quotes().getFirst();
        int from = whole.source().text().indexOf("A gauge");
        var layout =
                new Layout(List.of(), List.of(new Mark(0, new Place(0, 2, 0)), new Mark(from, new Place(0, 3, 0))));
        var source = new Source(
                1,
                whole.source().origin(),
                whole.source().text(),
                whole.source().language(),
                layout);
        var excerpt = new Quote(
                whole.chosen(),
                whole.file(),
                whole.passage(),
                source,
                new Span(from, whole.span().end()),
                null,
                List.of(),
                true,
                null,
                0);

        assertThat(excerpt.page()).isEqualTo(3);
        assertThat(PlaceWords.of(source, excerpt.passage(), excerpt.span().start()))
                .isEqualTo("Attachment 1, page 3");
        assertThat(PlaceWords.of(source, excerpt.passage())).isEqualTo("Attachment 1, page 2");
    }

    @Test
    void says_who_is_missing_and_how_far_off_chance_would_be() {
        var page = page(KeyPassageSamples.view(""), null);

        assertThat(page).contains("No passage from Academia, though they are 31 % of all who answered.");
        assertThat(page).contains("Drawn by lot, 2 respondents would be off by");
        assertThat(page).contains("Switzerland", "And 8 more that are rarer");
    }

    @Test
    void lets_staff_pin_unpin_drop_and_take_back() {
        var page = page(KeyPassageSamples.view(""), null);

        assertThat(page.split("name=\"wish\" value=\"leave\"", -1)).hasSize(4);
        assertThat(page).contains("Pinned: words of", "name=\"words\" value=\"" + "c".repeat(64) + "\"");
        assertThat(page.split("name=\"wish\" value=\"pin\"", -1)).hasSize(2);
        assertThat(page.split("name=\"wish\" value=\"drop\"", -1)).hasSize(3);
        assertThat(page).contains("by <bdi>Ada Staff, ");
        assertThat(page(KeyPassageSamples.view(""), "It does not stand here. Nothing was changed."))
                .contains("Not done", "It does not stand here.");
    }

    @Test
    void says_when_there_is_nothing_and_offers_no_copies_of_it() {
        assertThat(page(KeyPassageSamples.empty(), null))
                .contains("No passage to quote", "No terms", "0 passages")
                .doesNotContain("copies/", "Do they represent");
    }

    @Test
    void lists_the_items_of_a_round() {
        assertThat(list())
                .contains(
                        "23,456",
                        "href=\"/key-passages/open-rivers-2026/open/2.b\"",
                        "<option value=\"open-rivers-2026/open\" selected>")
                .doesNotContain("href=\"/key-passages/open-rivers-2026/open/2.a\"");
    }

    @Test
    void shows_hostile_text_inert_and_nothing_inline() {
        assertThat(page(KeyPassageSamples.view(HOSTILE), HOSTILE))
                .doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>'");
        for (String page :
                List.of(page(KeyPassageSamples.view(""), "No."), page(KeyPassageSamples.empty(), null), list())) {
            assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script>");
        }
    }

    @Test
    void gives_each_id_once() throws IOException {
        var folder = Files.createDirectories(Path.of("target/pages"));
        for (var page : Map.of(
                        "keypassages",
                        page(KeyPassageSamples.view(""), "No."),
                        "keyempty",
                        page(KeyPassageSamples.empty(), null),
                        "keyitems",
                        list())
                .entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
            var ids = new ArrayList<>(Pattern.compile("\\sid=\"([^\"]+)\"")
                    .matcher(page.getValue())
                    .results()
                    .map(id -> id.group(1))
                    .toList());
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(ids).containsAll(Set.of("main"));
        }
    }
}

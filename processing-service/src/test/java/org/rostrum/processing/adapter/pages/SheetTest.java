package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.usecase.CaseView;
import org.rostrum.processing.usecase.Decision;

class SheetTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{sheet}&amp;";

    @Test
    void names_files_in_an_attachment_that_could_not_be_read() {
        var view = Samples.view(Samples.file(7, Publication.PUBLIC, new Stage.WithStaff()), null);

        assertThat(page(view, Typed.NOTHING, null))
                .contains("<li value=\"3\"><bdi class=\"d-file\">annexes / locked.pdf</bdi>: ", "password");
    }

    @Test
    void shows_hostile_text_in_every_field_inert() {
        var view = Samples.view(Samples.file(7, Publication.PUBLIC, new Stage.WithStaff()), HOSTILE);

        var page = page(view, Typed.reason(Typed.Form.WITHHOLD, HOSTILE).refused(HOSTILE), null);

        assertThat(page).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>'");
        assertThat(page).contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page).as("text is data, never a template").contains("{sheet}&amp;amp;");
        assertThat(page.split("<script", -1)).as("the two scripts of our own").hasSize(3);
    }

    @Test
    void has_nothing_inline_that_the_content_security_policy_would_block() {
        var page = page(staffed(), Typed.NOTHING, null);

        assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script>");
    }

    @Test
    void puts_each_passage_under_every_item_that_it_answers_and_the_rest_last() {
        var page = page(staffed(), Typed.NOTHING, null);

        assertThat(found(page, "data-(item|passage)=\"([^\"]+)\""))
                .isEqualTo(
                        "item 1, passage 2, item 2.a, passage 3, passage 4, passage 6, passage 8, item 2.b, passage 1,"
                                + " item 2.e, passage 5, item 3, passage 2, item none, passage 7");
    }

    @Test
    void gives_each_id_once_though_a_passage_stands_under_two_items() {
        var ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(page(staffed(), Typed.NOTHING, null))
                .results()
                .map(id -> id.group(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().contains("passage-2", "passage-2-in-3");
    }

    @Test
    void tells_suggestions_from_what_a_person_decided() {
        var page = page(staffed(), Typed.NOTHING, null);

        assertThat(article(page, 3)).contains("Suggested: by heading, 86 %", "File under 2.b", ">Confirm<");
        assertThat(article(page, 2)).contains("Confirmed by staff").doesNotContain("File under", ">Confirm<");
        assertThat(article(page, 1))
                .contains("The respondent wrote it in this box")
                .doesNotContain("Suggested", ">Confirm<");
        assertThat(article(page, 7)).contains("Suggested: no item fits");
    }

    @Test
    void says_where_each_passage_comes_from() {
        var page = page(staffed(), Typed.NOTHING, null);

        assertThat(article(page, 1)).contains("Typed under 2.b");
        assertThat(article(page, 2)).contains("Typed as free text");
        assertThat(article(page, 3)).contains("Attachment 1, page 3", "position of the skippers.docx");
    }

    @Test
    void every_form_names_the_revision_that_it_was_made_for() {
        var page = page(staffed(), Typed.NOTHING, null);

        // A key passage is chosen by the passage's version, whatever else happened to the case.
        int forms = page.split("action=\"/cases/", -1).length;
        assertThat(page.split("name=\"revision\" value=\"4\"", -1)).hasSize(forms);
        assertThat(forms).isGreaterThan(10);
    }

    @Test
    void keeps_the_reason_when_withholding_is_refused() {
        var refused =
                Typed.reason(Typed.Form.WITHHOLD, "Faces on page 2").refused(Refusals.words(new Decision.Outdated(5)));

        var page = page(staffed(), refused, null);

        assertThat(page).contains(">Faces on page 2</textarea>", "aria-invalid=\"true\"", "Not done");
        assertThat(page).contains("Somebody or something else changed this case");
    }

    @Test
    void keeps_the_ticks_when_a_move_is_refused() {
        var refused = Typed.move(3, List.of("2.e", "3")).refused("Somebody was faster.");

        var article = article(page(staffed(), refused, null), 3);

        assertThat(article).contains("<details class=\"d-move\" open>", "Somebody was faster.");
        assertThat(found(article, "value=\"([^\"]+)\" id=\"[^\"]+\" (checked)")).isEqualTo("2.e checked, 3 checked");
    }

    @Test
    void never_offers_to_clear_a_confidential_case_and_says_why() {
        var view = Samples.view(Samples.file(7, Publication.CONFIDENTIAL, new Stage.Confidential()), null);

        var page = page(view, Typed.of(Typed.Form.CLEAR).refused(Refusals.words(new Decision.Confidential())), null);

        assertThat(page).doesNotContain("Clear for publication", "/clearances", "id=\"public-form\"");
        assertThat(page).contains("Counted, never shown", "A confidential submission is never published");
    }

    @Test
    void the_preview_marks_and_counts_what_is_hidden_of_an_anonymous_one() {
        var view = Samples.view(Samples.file(7, Publication.ANONYMOUS, new Stage.WithStaff()), null);

        var preview = page(view, Typed.NOTHING, null)
                .replaceAll("(?s).*id=\"preview\"", "")
                .replaceAll("(?s)</section>.*", "");

        assertThat(preview).contains("3 places are hidden: 2 e-mail addresses, 1 name");
        assertThat(preview).contains("<span class=\"r-redaction\">[name removed]</span>", "Private sector");
        assertThat(preview).doesNotContain("Silva", "example.org", "Switzerland", ".docx");
    }

    @Test
    void shows_every_character_of_the_original_once_with_its_passages_marked() {
        var page = page(staffed(), Typed.NOTHING, null);

        assertThat(page).contains("Position paper\n\n<mark id=\"original-3\">");
        assertThat(page).contains("96 % of the words are in one");
    }

    @Test
    void offers_to_clear_again_only_what_changed_since_it_was_cleared() {
        var same = new Stage.Published(Samples.clearance(false), "/x", Samples.RECEIVED);
        var changed = new Stage.Published(Samples.clearance(true), "/x", Samples.RECEIVED);

        assertThat(page(Samples.view(Samples.file(7, Publication.PUBLIC, same), null), Typed.NOTHING, null))
                .doesNotContain("/clearances")
                .contains("/recalls", "/withholdings", "href=\"http://localhost:8403/x\"", "Cleared by Ada Staff on");
        assertThat(page(Samples.view(Samples.file(7, Publication.PUBLIC, changed), null), Typed.NOTHING, null))
                .contains("/clearances", "A passage was moved after the clearance");
    }

    @Test
    void says_times_in_the_zone_of_the_consultation() {
        assertThat(page(staffed(), Typed.NOTHING, null))
                .contains("datetime=\"2026-09-07T12:49:35.345Z\">7 Sep 2026, 14:49:35</time> (Europe/Zurich)");
    }

    @Test
    void tells_once_that_a_passage_was_moved_beside_it() {
        var page = page(staffed(), Typed.NOTHING, new Flash(Flash.Done.MOVED, 2));

        assertThat(article(page, 2)).contains("role=\"status\">Moved.");
        assertThat(page.split("role=\"status\"", -1)).hasSize(2);
    }

    @Test
    void only_words_of_our_own_come_out_of_a_cookie() {
        assertThat(Flash.read("CLEARED-0")).contains(Flash.of(Flash.Done.CLEARED));
        assertThat(Flash.read("MOVED-12")).contains(new Flash(Flash.Done.MOVED, 12));
        assertThat(Flash.read("<b>-1")).isEmpty();
        assertThat(Flash.read("HACKED-1")).isEmpty();
        assertThat(Flash.read(null)).isEmpty();
    }

    private static CaseView staffed() {
        return Samples.view(Samples.file(7, Publication.PUBLIC, new Stage.WithStaff()), null);
    }

    private static String page(CaseView view, Typed typed, @Nullable Flash flash) {
        return Rendered.sheet(CaseSheets.of(view, typed, Optional.ofNullable(flash), "http://localhost:8403"));
    }

    private static String article(String page, int passage) {
        int start = page.indexOf("data-passage=\"" + passage + "\"");
        return page.substring(start, page.indexOf("</article>", start));
    }

    private static String found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1) + " " + match.group(2))
                .collect(Collectors.joining(", "));
    }
}

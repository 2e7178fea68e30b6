package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.RoundId;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Comparison.Difference;
import org.rostrum.processing.domain.content.Comparison.Edit;
import org.rostrum.processing.domain.content.Comparison.Piece;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.Campaigns.Member;
import org.rostrum.processing.usecase.CaseView;
import org.rostrum.processing.usecase.Kinship;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.ViewCampaign.Copy;
import org.rostrum.processing.usecase.ViewCampaign.Listing;
import org.rostrum.processing.usecase.ViewCampaign.View;

class CampaignPagesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{sheet}&amp;";
    private static final RoundTexts.Of ROUND =
            new RoundTexts.Of(new ConsultationId("open-rivers-2026"), new RoundId("open"));
    private static final Campaign CAMPAIGN = new Campaign(
            ROUND, "c0ffee00".repeat(8), 50_123, 17, Samples.RECEIVED, Samples.RECEIVED.plusSeconds(86_400));

    private static Member member(int n, String wording) {
        var file = Samples.file(n, Publication.PUBLIC, new Stage.WithStaff());
        return new Member(file.submission(), file.reference(), 1, wording, file.receivedAt(), file.state());
    }

    private static Comparison differences(String added) {
        var passage = Samples.content(null).passages().getFirst();
        return new Comparison(List.of(
                new Difference.Same(passage, passage),
                new Difference.Reworded(
                        passage,
                        passage,
                        List.of(
                                new Piece(Edit.KEPT, "In dry summers the fairway is "),
                                new Piece(Edit.REMOVED, "40 cm "),
                                new Piece(Edit.ADDED, added),
                                new Piece(Edit.KEPT, "too shallow.")))));
    }

    private static String campaign(String everywhere) {
        var content = Samples.content(everywhere.isEmpty() ? null : everywhere);
        var view = new View(
                CAMPAIGN,
                Optional.empty(),
                member(1, "one"),
                content,
                List.of(
                        new Copy(member(1, "one"), content, true, new Comparison(List.of())),
                        new Copy(member(2, "one"), content, true, new Comparison(List.of())),
                        new Copy(
                                member(3, "two"),
                                content,
                                false,
                                differences(everywhere.isEmpty() ? "half a metre " : everywhere))),
                Optional.empty());
        return Rendered.template("campaign", Map.of("sheet", CampaignSheet.of(view), "user", "Ada"));
    }

    private static String sheet(String everywhere) {
        var plain = Samples.view(
                Samples.file(2, Publication.PUBLIC, new Stage.WithStaff()), everywhere.isEmpty() ? null : everywhere);
        var text = plain.content().orElseThrow().sources().getFirst().text();
        var view = new CaseView(
                plain.file(),
                plain.definition(),
                plain.content(),
                plain.before(),
                new Kinship(
                        Optional.of(CAMPAIGN),
                        Optional.of(new Kinship.Template(
                                Samples.reference(1), false, differences(everywhere.isEmpty() ? "half " : everywhere))),
                        List.of(new Kinship.Doubt(Samples.reference(5), 0.17))),
                List.of(
                        new Flag(1, FlagKind.EMAIL, new Span(text.length() - 12, text.length() - 4)),
                        new Flag(1, FlagKind.TELEPHONE, new Span(3, 13))),
                Set.of(FlagKind.TELEPHONE),
                plain.history());
        return Rendered.sheet(CaseSheets.of(view, Typed.NOTHING, Optional.empty(), "https://public.example"));
    }

    private static String list() {
        return Rendered.template(
                "campaigns",
                Map.of(
                        "listing",
                        CampaignList.of(Optional.empty(), new Listing(List.of(CAMPAIGN), List.of())),
                        "user",
                        "Ada"));
    }

    @Test
    void lists_campaigns_with_their_sizes() {
        assertThat(list())
                .contains(
                        "50,123",
                        ">17<",
                        "open-rivers-2026, open",
                        "/campaigns/open-rivers-2026/open/" + CAMPAIGN.family());
    }

    @Test
    void says_when_there_is_none() {
        var page = Rendered.template(
                "campaigns",
                Map.of("listing", CampaignList.of(Optional.empty(), new Listing(List.of(), List.of())), "user", "Ada"));
        assertThat(page).contains("No campaigns");
    }

    @Test
    void shows_the_template_and_what_each_member_says_otherwise() {
        var page = campaign("");

        assertThat(page).contains("In dry summers", "The template.", "The same words");
        assertThat(page).contains("<del><span class=\"r-hidden\">removed: </span>40 cm");
        assertThat(page).contains("<ins><span class=\"r-hidden\">added: </span>half a metre");
        assertThat(page).contains("/?consultation=open-rivers-2026&amp;campaign=" + CAMPAIGN.family());
    }

    @Test
    void shows_on_a_case_whose_copy_it_is_and_asks_people_about_doubts() {
        var page = sheet("");

        assertThat(page).contains("Almost a copy of", "50,123 submissions of one campaign", "17 % of the runs");
        assertThat(page).contains("name=\"same\" value=\"yes\"", "name=\"same\" value=\"no\"");
    }

    @Test
    void asks_who_clears_to_tick_what_would_go_public_and_nothing_else() {
        var page = sheet("");

        assertThat(page).contains("name=\"seen\" value=\"telephone\" id=\"seen-telephone\" required");
        assertThat(page).doesNotContain("id=\"seen-email\"");
        assertThat(page).contains("would go public", "hidden or not published");
    }

    @Test
    void marks_what_was_found_in_the_passage_where_it_stands() {
        var page = sheet("");

        assertThat(page)
                .contains("<mark class=\"d-flag\"><span class=\"d-flag__kind\" dir=\"ltr\" lang=\"en\">"
                        + "Telephone number<span class=\"r-hidden\">: </span></span>dry summer</mark>");
    }

    @Test
    void shows_hostile_text_inert_and_nothing_inline() {
        for (String page : List.of(campaign(HOSTILE), sheet(HOSTILE))) {
            assertThat(page).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>'");
        }
        for (String page : List.of(campaign(""), sheet(""), list())) {
            assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script>");
        }
    }

    @Test
    void gives_each_id_once() throws IOException {
        var folder = Files.createDirectories(Path.of("target/pages"));
        for (var page : Map.of("campaign", campaign(""), "sheet", sheet(""), "campaigns", list())
                .entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
            var ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                    .matcher(page.getValue())
                    .results()
                    .map(id -> id.group(1))
                    .toList();
            assertThat(ids).doesNotHaveDuplicates();
        }
    }
}

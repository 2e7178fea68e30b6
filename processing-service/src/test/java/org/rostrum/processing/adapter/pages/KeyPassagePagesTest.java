package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.flags.Found;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.KeyTerms.Use;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.keypassages.Said;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.ItemPassages.Tally;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.KeyPassagesView.Dropped;
import org.rostrum.processing.usecase.KeyPassagesView.Meaning;
import org.rostrum.processing.usecase.KeyPassagesView.Position;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.RoundTexts;

class KeyPassagePagesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{sheet}&amp;";
    private static final String ARABIC =
            "السفن تنتظر عند الجسر إحدى عشرة ساعة في المتوسط، ولا أحد يخبر الطاقم متى سيفتح.";
    private static final RoundTexts.Of ROUND =
            new RoundTexts.Of(new ConsultationId("open-rivers-2026"), new RoundId("open"));
    private static final Choice ADAS =
            new Choice(new SubmissionId("1-" + "0".repeat(32)), "a".repeat(64), true, Samples.ADA, Samples.RECEIVED);
    private static final String SITE = "https://public.example";

    private static Said said(int n, String text, String group, String country, @Nullable String language) {
        return new Said(
                new PassageAt(new SubmissionId("1-%032x".formatted(n)), new PassageId(1, 3)),
                text,
                language,
                "respondent " + n,
                "family " + n,
                new Profile(group, country, "en"),
                true,
                1,
                1,
                Features.ofWords(language, Map.of(), Map.of()));
    }

    private static Quote quote(Case file, Said said, int near, boolean cleared, @Nullable Choice pin) {
        var text = "Position paper\n\n" + said.text();
        var span = new Span(16, text.length());
        var found = said.text().indexOf("pilots@");
        return new Quote(
                new Chosen(0, said, new Span(0, said.text().length()), near, near, pin != null),
                file,
                new FiledPassage(
                        3,
                        1,
                        span,
                        2,
                        said.language(),
                        new Filing(List.of(new ItemNumber("2.b")), .6, FilingBasis.CONTENT, List.of()),
                        false),
                new Source(1, new Origin.File(1), text, said.language()),
                span,
                file.publication() == Publication.PUBLIC ? said.profile().group() + " of the Upper Rhine" : null,
                found < 0 ? List.of() : List.of(new Found(FlagKind.EMAIL, new Span(found, found + 18))),
                cleared,
                pin,
                0);
    }

    private static KeyPassagesView view(String everywhere) {
        String text = everywhere.isEmpty()
                ? "In dry summers the fairway is 40 cm too shallow from July to October. A gauge with hourly figures would"
                        + " help more than dredging; write to pilots@example.org for ours."
                : everywhere;
        var one = said(1, text, everywhere.isEmpty() ? "Private sector" : everywhere, "CH", "en");
        var two = said(2, ARABIC, "Administrations", "EG", "ar");
        var published = Samples.file(
                1,
                Publication.PUBLIC,
                new Stage.Published(Samples.clearance(false), "/contributions/X", Samples.RECEIVED));
        var quotes = List.of(
                quote(published, one, 34, true, ADAS),
                quote(Samples.file(2, Publication.ANONYMOUS, new Stage.WithStaff()), two, 1, false, null));
        Map<SubmissionId, Reference> references = new HashMap<>();
        references.put(one.at().submission(), Samples.reference(1));
        references.put(two.at().submission(), Samples.reference(2));
        var census = Map.of(one.profile().group(), 40, "Administrations", 20, "Academia", 31, "", 9);
        var countries = new HashMap<String, Integer>(Map.of("CH", 50, "EG", 9));
        for (String code :
                List.of("FR", "DE", "NL", "BE", "LU", "AT", "LI", "IT", "ES", "PT", "SE", "NO", "FI", "DK")) {
            countries.put(code, 3);
        }
        var definition =
                Samples.consultation(everywhere.isEmpty() ? "depth of the fairway in dry summers" : everywhere);
        var round = definition.rounds().getFirst();
        return new KeyPassagesView(
                ROUND,
                definition,
                round,
                round.item(new ItemNumber("2.b")).orElseThrow(),
                new Tally(23_456, 20_001, 19_800, 23_450, Census.empty()),
                1_000,
                Meaning.BEING_READ,
                quotes,
                120,
                List.of(new Term(
                        everywhere.isEmpty() ? "hourly figures" : everywhere,
                        "en",
                        14,
                        12,
                        .24,
                        .01,
                        41.2,
                        List.of(new Use(one, new Span(Math.min(5, text.length()), Math.min(12, text.length())))))),
                List.of(new Position(everywhere.isEmpty() ? "gauge, figures" : everywhere, 30)),
                List.of(
                        Representation.of(
                                Trait.GROUP, census, List.of(one.profile().group(), "Administrations")),
                        Representation.of(Trait.COUNTRY, countries, List.of("CH", "EG")),
                        Representation.of(Trait.POSITION, Map.of("0", 30), List.of("0", "0"))),
                List.of(new Dropped(
                        Samples.reference(4),
                        new PassageId(1, 7),
                        everywhere.isEmpty() ? "Please do not build anything." : everywhere,
                        new Choice(
                                new SubmissionId("1-" + "4".repeat(32)),
                                "b".repeat(64),
                                false,
                                Samples.ADA,
                                Instant.parse("2026-09-08T10:00:00Z")))),
                references);
    }

    private static KeyPassagesView empty() {
        var full = view("");
        return new KeyPassagesView(
                ROUND,
                full.definition(),
                full.round(),
                full.item(),
                new Tally(0, 0, 0, 0, Census.empty()),
                0,
                Meaning.NONE,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static String page(KeyPassagesView view, @Nullable String refusal) {
        var sheet = KeyPassageSheets.of(view, Optional.empty(), refusal, SITE);
        return Rendered.template("keypassages", Map.of("sheet", sheet, "user", "Ada"));
    }

    private static String list() {
        var view = view("");
        var overview = new ListKeyPassages.Overview(
                ROUND, view.definition(), view.round(), Map.of(new ItemNumber("2.b"), 23_456));
        var list = KeyPassageList.of(List.of(view.definition()), Optional.of(overview));
        return Rendered.template("keyitems", Map.of("listing", list, "user", "Ada"));
    }

    @Test
    void shows_each_quote_with_its_case_and_whether_it_may_be_quoted() {
        var page = page(view(""), null);

        assertThat(page).contains("Stands for 34 passages of 34 respondents", "No other passage is near it");
        assertThat(page)
                .contains("/cases/" + Samples.reference(1) + "#passage-3", "Attachment 1, page 2", "May be quoted");
        assertThat(page).contains("Not cleared", "Anonymous").doesNotContain("Administrations of the Upper Rhine");
        assertThat(page).contains("<mark class=\"d-doubt\">pilots@example.org</mark>", "To look at: e-mail address");
        assertThat(page).contains(SITE + "/contributions/X");
        assertThat(page).contains("dir=\"auto\" lang=\"ar\">" + ARABIC);
        assertThat(page)
                .contains("For staff only", "Chosen from 1,000 of 23,456 passages", "6 passages of confidential");
    }

    @Test
    void says_who_is_missing_and_how_far_off_chance_would_be() {
        var page = page(view(""), null);

        assertThat(page).contains("No passage from Academia, though they are 31 % of all who answered.");
        assertThat(page).contains("Drawn by lot, 2 respondents would be off by");
        assertThat(page).contains("Switzerland", "And 8 more that are rarer");
    }

    @Test
    void lets_staff_pin_unpin_drop_and_take_back() {
        var page = page(view(""), null);

        assertThat(page.split("name=\"wish\" value=\"leave\"", -1)).hasSize(3);
        assertThat(page.split("name=\"wish\" value=\"pin\"", -1)).hasSize(2);
        assertThat(page.split("name=\"wish\" value=\"drop\"", -1)).hasSize(3);
        assertThat(page).contains("Pinned by <bdi>Ada Staff, ");
        assertThat(page(view(""), "It does not stand here. Nothing was changed."))
                .contains("Not done", "It does not stand here.");
    }

    @Test
    void says_when_there_is_nothing_and_offers_no_copies_of_it() {
        assertThat(page(empty(), null))
                .contains("No passage to quote", "No terms", "0 passages")
                .doesNotContain("copy.csv", "Do they represent");
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
    void makes_copies_that_say_for_whom_they_are_and_run_nowhere() {
        var csv = KeyPassagesCsv.of(view("=HYPERLINK(\"http://evil.example\")"));

        assertThat(csv.lines().findFirst().orElseThrow()).contains("For staff only");
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"").doesNotContain(",\"=", ",=");
        assertThat(csv).contains("\"from its public page\"", "\"no\"");
    }

    @Test
    void shows_hostile_text_inert_and_nothing_inline() {
        assertThat(page(view(HOSTILE), HOSTILE)).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>'");
        for (String page : List.of(page(view(""), "No."), page(empty(), null), list())) {
            assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script>");
        }
    }

    @Test
    void gives_each_id_once() throws IOException {
        var folder = Files.createDirectories(Path.of("target/pages"));
        for (var page : Map.of(
                        "keypassages", page(view(""), "No."), "keyempty", page(empty(), null), "keyitems", list())
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

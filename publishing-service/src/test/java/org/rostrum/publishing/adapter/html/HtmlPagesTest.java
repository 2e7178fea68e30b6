package org.rostrum.publishing.adapter.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.publishing.Chronicle.CONSULTATION;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.PublicContribution.Source;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.domain.PublicRecord;

class HtmlPagesTest {
    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{title}{#if x}";

    private final HtmlPages pages = new HtmlPages("https://public.example", "https://respond.example");
    private final PublicRecord record = new PublicRecord();
    private final Chronicle chronicle = Chronicle.ofPublic(1);

    @Test
    void shows_whatever_people_write_as_text() throws Exception {
        var contributor = new Contributor(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        show(chronicle.content(contributor, List.of(Chronicle.onItemOne(HOSTILE))));

        assertThat(all())
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("<script", "<img src=x", "'><")
                        .contains("{title}{#if x}"));
    }

    @Test
    void tells_the_machines_filing_from_peoples() throws Exception {
        show(chronicle.content(chronicle.contributor(), List.of(filed(FilingBasis.CONTENT), filed(FilingBasis.STAFF))));

        var page = contribution();
        assertThat(page).contains("suggested by machine</span> <span>by its words");
        assertThat(page).contains("filed here by staff");
        assertThat(page.split("r-passage--suggested")).hasSize(2);
    }

    @Test
    void says_where_a_passage_stood_without_a_file_name() throws Exception {
        show(chronicle.content());

        assertThat(contribution()).contains("attachment 1, page 3");
    }

    @Test
    void every_language_of_an_item_carries_its_tag_and_direction() throws Exception {
        show(chronicle.content());

        var page = text(pages.item(record.find(CONSULTATION).orElseThrow(), item("1")));

        assertThat(page).contains("lang=\"ar\" dir=\"rtl\">كيف ينبغي أن يجري النهر؟", "unofficial translation");
        assertThat(page).contains("dir=\"auto\">Let it flow");
    }

    @Test
    void an_anonymous_contribution_is_from_nobody() throws Exception {
        var anonymous = Chronicle.ofAnonymous(1);
        show(anonymous.content());

        assertThat(contribution()).contains("Anonymous", "Individual").doesNotContain("Ada", "Friends");
    }

    private static PublicPassage filed(FilingBasis basis) {
        return new PublicPassage(
                1, "Words.", null, List.of(new ItemNumber("1")), basis, new Source(null, null, null, 0, 6));
    }

    private void show(PublicContribution content) throws Exception {
        record.apply("d", Chronicle.definition().event());
        record.apply("r", chronicle.received().event());
        record.apply("c", (SubmissionCleared) chronicle.cleared().event());
        record.show(chronicle.submission(), "c", content);
    }

    private String contribution() {
        var consultation = record.find(CONSULTATION).orElseThrow();
        return text(pages.contribution(
                consultation, consultation.contributions().latest(1).getFirst()));
    }

    private List<String> all() {
        var consultation = record.find(CONSULTATION).orElseThrow();
        return List.of(
                contribution(),
                text(pages.consultation(consultation)),
                text(pages.contributions(consultation)),
                text(pages.contributionsPage(consultation, 1)),
                text(pages.item(consultation, item("1"))),
                text(pages.itemPage(consultation, item("1"), 1)));
    }

    private static Optional<ItemNumber> item(String number) {
        return Optional.of(new ItemNumber(number));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package org.rostrum.publishing.domain.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.Extension;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.LatePolicy;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.publishing.adapter.compilationhtml.HtmlCompilations;

/** Late contributions, and rounds whose closing was moved. */
class AddendumTest {
    private static final String LATE_WORDS = "We are sorry that this comes late.";
    private static final String GRACE_WORDS = "Our upload took an hour.";

    private final Compilation compilation = Compilation.of(
            SampleRound.definition(), extended(), contributions(), SampleRound.accounting(), SampleRound.AS_OF);

    private static List<Cleared> contributions() {
        var all = new ArrayList<>(SampleRound.contributions());
        all.add(flagged(200, SubmissionFlag.LATE, LATE_WORDS, "2.a"));
        all.add(flagged(201, SubmissionFlag.LATE, "This answers nothing."));
        all.add(flagged(202, SubmissionFlag.IN_GRACE, GRACE_WORDS, "2.a"));
        return all;
    }

    private static Cleared flagged(int number, SubmissionFlag flag, String words, String... items) {
        var usual = SampleRound.contribution(
                number,
                Publication.PUBLIC,
                new Contributor(null, null, "Slow Post " + number, null, "CH", "Academia"),
                "en",
                null,
                SampleRound.passage(1, words, FilingBasis.HEADING, items));
        var content = usual.contribution();
        return new Cleared(
                new PublicContribution(
                        content.schema(),
                        content.submission(),
                        content.reference(),
                        content.version(),
                        content.consultation(),
                        content.round(),
                        content.kind(),
                        content.publication(),
                        content.contributor(),
                        content.language(),
                        content.receivedAt(),
                        content.summary(),
                        content.passages(),
                        List.of(flag)),
                usual.clearedAt());
    }

    private static Round extended() {
        var round = SampleRound.round();
        var extension = new Extension(
                new Boundary("2024-08-31T23:59:59"),
                new Boundary("2024-09-07T23:59:59"),
                LocalizedText.english("The translations came late."),
                Instant.parse("2024-08-20T08:00:00Z"));
        return new Round(
                round.id(),
                round.title(),
                round.audience(),
                round.accepts(),
                round.opens(),
                round.closes(),
                round.grace(),
                round.followedBy(),
                round.instrument(),
                round.instrumentOf(),
                LatePolicy.ACCEPT,
                List.of(extension),
                null);
    }

    private Addendum addendum() {
        var addendum = compilation.addendum();
        if (addendum == null) {
            throw new AssertionError("there is no addendum");
        }
        return addendum;
    }

    @Test
    void prints_late_passages_per_item_after_the_main_part_and_nowhere_else() {
        assertThat(addendum().contributions()).isEqualTo(2);
        assertThat(addendum().items()).singleElement().satisfies(item -> {
            assertThat(item.number().value()).isEqualTo("2.a");
            assertThat(item.passages()).extracting(QuotedPassage::text).containsExactly(LATE_WORDS);
        });
        assertThat(addendum().answersNoQuestion())
                .extracting(QuotedPassage::text)
                .containsExactly("This answers nothing.");
        assertThat(compilation.items())
                .flatExtracting(ItemSection::passages)
                .extracting(QuotedPassage::text)
                .doesNotContain(LATE_WORDS)
                .contains(GRACE_WORDS);
        assertThat(compilation.statistics().late()).isEqualTo(2);
    }

    @Test
    void follows_everything_that_was_in_time() {
        var headings = PrintedDocument.of(compilation).headings();

        assertThat(headings.subList(headings.size() - 3, headings.size()))
                .extracting(Block.Heading::anchor)
                .containsExactly("addendum", "addendum-2.a", "addendum-no-question");
    }

    @Test
    void marks_late_ones_and_discreetly_those_in_grace() {
        var listed = compilation.contributors().stream()
                .collect(Collectors.toMap(
                        ListedContribution::contributor, ListedContribution::arrival, (one, other) -> one));

        assertThat(listed.get("Slow Post 200")).endsWith(", late");
        assertThat(listed.get("Slow Post 202")).endsWith(", in grace");
        assertThat(addendum().items().getFirst().passages().getFirst().note()).contains("Received late.");
    }

    @Test
    void says_on_its_title_page_when_and_why_the_round_was_extended() {
        assertThat(PrintedDocument.of(compilation).facts())
                .filteredOn(fact -> fact.label().equals("Extended"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .isEqualTo(
                                "from 31 August 2024, 23:59 to 7 September 2024, 23:59. The translations came late."));
    }

    @Test
    void is_in_the_web_page_and_in_the_json() {
        var page = new String(new HtmlCompilations().render(compilation), StandardCharsets.UTF_8);
        var json = new String(Json.writeCanonical(compilation), StandardCharsets.UTF_8);

        assertThat(page).contains("Addendum: late contributions", LATE_WORDS, "The translations came late.");
        assertThat(json).contains("\"addendum\":{", "\"flags\":[\"late\"]", "\"flags\":[\"in-grace\"]");
    }

    @Test
    void is_absent_where_nothing_was_late() {
        assertThat(SampleRound.compilation().addendum()).isNull();
        assertThat(PrintedDocument.of(SampleRound.compilation()).headings())
                .extracting(Block.Heading::anchor)
                .doesNotContain("addendum");
    }
}

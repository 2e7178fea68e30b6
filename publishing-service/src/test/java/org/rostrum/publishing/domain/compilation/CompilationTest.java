package org.rostrum.publishing.domain.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;

class CompilationTest {
    private final Compilation compilation = SampleRound.compilation();

    @Test
    void prints_every_item_in_the_order_of_the_instrument_with_or_without_passages() {
        assertThat(compilation.items())
                .extracting(item -> item.number().value())
                .containsExactly("1", "2", "2.a", "2.b", "2.c", "3");
        assertThat(section("2").passages()).isEmpty();
        assertThat(section("2.a").passages()).hasSize(4);
    }

    @Test
    void orders_passages_by_receipt_then_reference_then_place() {
        assertThat(section("2.b").passages())
                .extracting(QuotedPassage::reference)
                .containsExactly(SampleRound.reference(1), SampleRound.reference(4), SampleRound.reference(5));
        assertThat(compilation.answersNoQuestion())
                .filteredOn(passage -> passage.reference().equals(SampleRound.reference(8)))
                .extracting(QuotedPassage::ordinal)
                .containsExactly(3, 4, 5, 6);
    }

    @Test
    void prints_a_passage_under_each_of_its_items_and_says_where_else() {
        var underIpv6 = section("2.b").passages().getFirst();
        var underSatellites = section("2.c").passages().getFirst();

        assertThat(underIpv6.text()).isEqualTo(underSatellites.text());
        assertThat(underIpv6.note())
                .isEqualTo("From attachment 1, page 2. Suggested by the system (content). Also under 2.c.");
        assertThat(underSatellites.alsoUnder()).containsExactly(new ItemNumber("2.b"));
    }

    @Test
    void prints_a_passage_once_under_an_item_that_it_names_twice() {
        assertThat(section("1").passages())
                .extracting(QuotedPassage::text)
                .containsOnlyOnce(SampleRound.HOSTILE.get(1));
    }

    @Test
    void prints_what_answers_no_question_and_what_is_filed_under_an_item_that_does_not_exist() {
        assertThat(compilation.answersNoQuestion())
                .extracting(QuotedPassage::text)
                .contains("We thank the organisers for this consultation.")
                .contains("This passage was filed under an item that no longer exists.")
                .hasSize(6);
    }

    @Test
    void heads_a_passage_by_local_date_source_and_reference() {
        var passage = section("2.a").passages().getFirst();

        assertThat(passage.received()).isEqualTo("4 May 2024");
        assertThat(passage.source()).isEqualTo("Réseau pour l’accès, on behalf of Les villages du Sud, France");
        assertThat(passage.reference()).isEqualTo(SampleRound.reference(2));
    }

    @Test
    void tells_suggestions_of_the_machine_from_what_people_decided() {
        assertThat(section("1").passages().getFirst().filing()).isEqualTo("Filed by the contributor");
        assertThat(section("1").passages().getLast().suggested()).isTrue();
        assertThat(section("3").passages().getFirst().filing()).isEqualTo("Confirmed by staff");
        assertThat(section("3").passages().getFirst().suggested()).isFalse();
    }

    @Test
    void lists_an_anonymous_contribution_with_its_group_only() {
        assertThat(compilation.contributors())
                .filteredOn(ListedContribution::anonymous)
                .singleElement()
                .satisfies(listed -> assertThat(listed.source()).isEqualTo("Anonymous (Private sector)"))
                .satisfies(listed -> assertThat(listed.country()).isNull());
    }

    @Test
    void prints_item_texts_in_official_languages_only() {
        assertThat(section("2").texts())
                .extracting(ItemSection.OfficialText::language)
                .containsExactly("en", "es");
    }

    @Test
    void repeats_an_item_text_under_its_heading_only_when_it_says_more() {
        assertThat(section("2.a").heading()).isEqualTo("2.a Fostering meaningful connectivity");
        assertThat(section("2.a").textsBeyondHeading()).isEmpty();
        assertThat(section("1").heading()).endsWith(" …");
        assertThat(section("1").textsBeyondHeading()).hasSize(1);
    }

    @Test
    void counts_contributions_and_passages_by_what_they_have_in_common() {
        var statistics = compilation.statistics();

        assertThat(statistics.contributions()).isEqualTo(9);
        assertThat(statistics.passages()).isEqualTo(18);
        assertThat(statistics.placements()).isEqualTo(20);
        assertThat(statistics.unfiled()).isEqualTo(6);
        assertThat(statistics.byStakeholderGroup())
                .containsExactly(
                        new Statistics.Count("Member State", 2, 4),
                        new Statistics.Count("Academia", 3, 3),
                        new Statistics.Count("Civil society", 2, 3),
                        new Statistics.Count("Private sector", 1, 2),
                        new Statistics.Count("Not stated", 1, 6));
        assertThat(statistics.byCountry()).contains(new Statistics.Count("Russian Federation", 1, 1));
        assertThat(statistics.byLanguage()).contains(new Statistics.Count("Arabic", 1, 2));
        assertThat(statistics.byItem()).contains(new Statistics.Count("Answers no question", 3, 6));
    }

    @Test
    void counts_every_contribution_exactly_once_in_each_table() {
        var statistics = compilation.statistics();

        for (var counts : List.of(statistics.byStakeholderGroup(), statistics.byCountry(), statistics.byLanguage())) {
            assertThat(counts.stream().mapToInt(Statistics.Count::contributions).sum())
                    .isEqualTo(9);
            assertThat(counts.stream().mapToInt(Statistics.Count::passages).sum())
                    .isEqualTo(18);
        }
    }

    @Test
    void does_not_depend_on_the_order_of_its_arguments() {
        for (int seed = 0; seed < 10; seed++) {
            var shuffled = new ArrayList<>(SampleRound.contributions());
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(of(shuffled)).isEqualTo(compilation);
        }
    }

    @Test
    void gets_another_revision_when_one_character_changes() {
        var changed = new ArrayList<>(SampleRound.contributions());
        changed.add(SampleRound.contribution(
                10,
                Publication.PUBLIC,
                new Contributor(null, null, "One more", null, null, null),
                "en",
                null,
                SampleRound.passage(1, "!", FilingBasis.STAFF, "3")));

        assertThat(compilation.title().revision()).matches("[0-9a-f]{16}");
        assertThat(of(changed).title().revision())
                .isNotEqualTo(compilation.title().revision());
    }

    @Test
    void says_that_a_round_is_empty() {
        var empty = SampleRound.emptyCompilation();

        assertThat(empty.notice())
                .isEqualTo(
                        "No contribution had been published in this round by 7 October 2024, 11:30 (Europe/Zurich).");
        assertThat(empty.items())
                .hasSize(6)
                .allSatisfy(item -> assertThat(item.passages()).isEmpty());
    }

    @Test
    void refuses_a_contribution_of_another_round() {
        var round = SampleRound.round();
        var other = new Round(
                new RoundId("other"),
                null,
                round.audience(),
                round.accepts(),
                round.opens(),
                round.closes(),
                null,
                null,
                round.instrument(),
                null,
                round.late(),
                List.of(),
                null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Compilation.of(
                        SampleRound.definition(),
                        other,
                        SampleRound.contributions(),
                        SampleRound.accounting(),
                        SampleRound.AS_OF))
                .withMessageContaining("not to this round");
    }

    @Test
    void refuses_two_versions_of_one_contribution() {
        var doubled = new ArrayList<>(SampleRound.contributions());
        doubled.add(doubled.getFirst());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(doubled))
                .withMessageContaining("only its newest version");
    }

    @Test
    void names_its_schema_in_canonical_json() {
        var json = new String(Json.writeCanonical(compilation), StandardCharsets.UTF_8);

        assertThat(json).contains("\"schema\":\"" + Compilation.SCHEMA + "\"");
        assertThat(json).doesNotContain("\\u0007").doesNotContain("\u202E");
    }

    private static Compilation of(List<Cleared> contributions) {
        return Compilation.of(
                SampleRound.definition(),
                SampleRound.round(),
                contributions,
                SampleRound.accounting(),
                SampleRound.AS_OF);
    }

    private ItemSection section(String number) {
        return compilation.items().stream()
                .filter(item -> item.number().value().equals(number))
                .findFirst()
                .orElseThrow();
    }
}

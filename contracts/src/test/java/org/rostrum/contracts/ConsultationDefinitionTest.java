package org.rostrum.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ConsultationDefinitionTest {
    private static final String YAML = """
            id: broadband-2026
            title: { en: Broadband for all, fr: Le haut débit pour tous }
            organiser: The Council
            zone: Europe/Zurich
            languages: [en]
            unofficialLanguages: [fr]
            stakeholderGroups: [Academia, Civil society]
            rounds:
              - id: first
                accepts: [response]
                opens: 2026-03-19T00:00
                closes: 2026-09-07T23:59:59
                grace: PT10M
                instrument:
                  - number: "2"
                    kind: question
                    text: { en: "What helps?" }
                    areas:
                      - { number: "2.e", text: { en: IPv6 } }
              - { id: first-open, audience: members, accepts: [comment], opens: 2026-03-19, closes: 2026-03-29, instrumentOf: first }
            """;

    @Test
    void reads_a_consultation_from_yaml() throws Exception {
        var definition = Json.yamlMapper().readValue(YAML, ConsultationDefinition.class);

        assertThat(definition.title().in("fr-CH")).isEqualTo("Le haut débit pour tous");
        assertThat(definition.title().in("zh")).isEqualTo("Broadband for all");
        var round = definition.round(new RoundId("first")).orElseThrow();
        assertThat(round.items().map(Item::number))
                .extracting(ItemNumber::value)
                .containsExactly("2", "2.e");
        assertThat(round.item(new ItemNumber("2.e")).orElseThrow().kind()).isEqualTo(ItemKind.AREA);
    }

    @Test
    void shares_the_instrument_of_another_round() throws Exception {
        var definition = Json.yamlMapper().readValue(YAML, ConsultationDefinition.class);

        var shared = definition.round(new RoundId("first-open")).orElseThrow();

        assertThat(shared.item(new ItemNumber("2.e"))).isPresent();
    }

    @Test
    void a_bare_closing_date_lasts_until_its_last_millisecond_in_the_zone() {
        var closes = new Boundary("2026-03-29").closesAt(ZoneId.of("Europe/Zurich"));

        assertThat(closes).isEqualTo(Instant.parse("2026-03-29T21:59:59.999Z"));
    }

    @Test
    void a_closing_time_that_happens_twice_means_the_later_one() {
        var closes = new Boundary("2026-10-25T02:30").closesAt(ZoneId.of("Europe/Zurich"));

        assertThat(closes).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void a_round_is_open_from_its_first_to_its_last_instant_and_not_a_millisecond_longer() throws Exception {
        var definition = Json.yamlMapper().readValue(YAML, ConsultationDefinition.class);
        var round = definition.rounds().getFirst();
        var zone = definition.zone();
        var closes = round.closesAt(zone).orElseThrow();

        assertThat(round.phaseAt(round.opensAt(zone).minusMillis(1), zone)).isEqualTo(RoundPhase.ANNOUNCED);
        assertThat(round.phaseAt(round.opensAt(zone), zone)).isEqualTo(RoundPhase.OPEN);
        assertThat(round.phaseAt(closes, zone)).isEqualTo(RoundPhase.OPEN);
        assertThat(round.phaseAt(closes.plusMillis(1), zone)).isEqualTo(RoundPhase.CLOSED);
    }

    @Test
    void refuses_two_items_of_one_number() {
        var twice = YAML.replace("\"2.e\"", "\"2\"");

        assertThatThrownBy(() -> Json.yamlMapper().readValue(twice, ConsultationDefinition.class))
                .hasMessageContaining("two items of round first have number 2");
    }

    @Test
    void survives_a_journey_through_json() throws Exception {
        var definition = Json.yamlMapper().readValue(YAML, ConsultationDefinition.class);

        var again = Json.mapper().readValue(Json.writeCanonical(definition), ConsultationDefinition.class);

        assertThat(again).isEqualTo(definition);
    }
}

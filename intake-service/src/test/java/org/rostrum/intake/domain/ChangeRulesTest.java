package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.Fixtures;

class ChangeRulesTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DURING = Fixtures.DURING;
    private static final String CLOSES = "closes: 2026-09-07T23:59:59";

    private static List<String> objections(Instant now, String from, String to) {
        return between(now, Fixtures.YAML, Fixtures.YAML.replace(from, to));
    }

    private static List<String> between(Instant now, String standing, String wanted) {
        var rules = new ChangeRules(Fixtures.definition(standing), Fixtures.definition(wanted), now);
        return Stream.concat(rules.objections().stream(), rules.objectionsToDates().stream())
                .toList();
    }

    @Test
    void before_a_round_opens_everything_may_change() {
        assertThat(objections(BEFORE, "number: \"2.e\"", "number: \"2.f\"")).isEmpty();
        assertThat(objections(BEFORE, "accepts: [response, comment]", "accepts: [comment]"))
                .isEmpty();
        assertThat(objections(BEFORE, "Europe/Zurich", "Africa/Nairobi")).isEmpty();
        assertThat(objections(BEFORE, CLOSES, "closes: 2026-04-01")).isEmpty();
        assertThat(objections(BEFORE, "opens: 2026-03-19T00:00", "opens: 2026-03-20"))
                .isEmpty();
        assertThat(objections(BEFORE, "  - { id: report, opens: 2026-03-19 }\n", ""))
                .isEmpty();
        assertThat(objections(BEFORE, "- id: first\n", "- id: first\n    audience: members\n"))
                .isEmpty();
    }

    @Test
    void once_open_a_round_stays_and_keeps_its_id() {
        assertThat(objections(DURING, "  - { id: report, opens: 2026-03-19 }\n", ""))
                .containsExactly("Round report has opened and cannot be removed or renamed.");
        assertThat(objections(DURING, "id: report", "id: the-report")).hasSize(1);
    }

    @Test
    void once_open_items_keep_their_numbers() {
        assertThat(objections(DURING, "number: \"2.e\"", "number: \"2.f\""))
                .contains("Round first has opened and its items cannot be removed or renumbered; missing: 2.e.")
                .allSatisfy(reason -> assertThat(reason).contains("missing: 2.e"));
    }

    @Test
    void words_and_new_items_are_free_at_any_time() {
        assertThat(objections(DURING, "IPv6", "IPv6 and beyond")).isEmpty();
        assertThat(objections(
                        DURING,
                        "- { number: \"2.e\", text: { en: IPv6 } }",
                        "- { number: \"2.d\", text: New }\n          - { number: \"2.e\", text: { en: IPv6 } }"))
                .isEmpty();
    }

    @Test
    void once_open_a_round_goes_on_taking_what_it_takes() {
        assertThat(objections(DURING, "accepts: [response, comment]", "accepts: [comment]"))
                .anySatisfy(reason -> assertThat(reason).contains("Round first", "missing: response"));
        assertThat(objections(DURING, "kind: paragraph, accepts: [comment]", "kind: paragraph, accepts: [proposal]"))
                .anySatisfy(reason -> assertThat(reason).contains("item 3: comment"));
        assertThat(objections(DURING, "accepts: [response, comment]", "accepts: [response, comment, proposal]"))
                .isEmpty();
    }

    @Test
    void once_open_to_everyone_a_round_does_not_become_one_for_members() {
        assertThat(objections(DURING, "- id: first\n", "- id: first\n    audience: members\n"))
                .hasSize(1);
        assertThat(objections(DURING, "audience: members, ", "")).isEmpty();
    }

    @Test
    void once_open_the_zone_and_the_groups_stay() {
        assertThat(objections(DURING, "Europe/Zurich", "Africa/Nairobi"))
                .anySatisfy(reason -> assertThat(reason).contains("time zone", "Europe/Zurich"));
        assertThat(objections(DURING, ", Civil society]", "]"))
                .singleElement()
                .asString()
                .contains("missing: Civil society");
        assertThat(objections(DURING, "fr: Universités", "fr: Écoles")).isEmpty();
    }

    @Test
    void once_open_the_opening_stays_in_the_past() {
        assertThat(objections(DURING, "opens: 2026-03-19T00:00", "opens: 2026-06-01"))
                .containsExactly("Round first has opened; its opening cannot be moved into the future.");
    }

    @Test
    void an_announced_closing_is_moved_later_by_extending_only() {
        assertThat(objections(DURING, CLOSES, "closes: 2026-10-01"))
                .singleElement()
                .asString()
                .contains("extending the round, with a reason");
        assertThat(objections(DURING, "    " + CLOSES + "\n", ""))
                .singleElement()
                .asString()
                .contains("extending the round");
    }

    @Test
    void a_closing_is_never_moved_into_the_past() {
        assertThat(objections(DURING, CLOSES, "closes: 2026-04-30"))
                .singleElement()
                .asString()
                .contains("close it now");
        assertThat(objections(DURING, CLOSES, "closes: 2026-06-30")).isEmpty();
    }

    @Test
    void what_was_extended_cannot_be_taken_back_or_rewritten_by_editing() {
        var extended = Fixtures.YAML.replace(CLOSES + "\n", """
                closes: 2026-09-14
                    extensions: [{ from: 2026-09-07T23:59:59, to: 2026-09-14, reason: Late papers, announcedAt: "2026-04-01T00:00:00Z" }]
                """);

        assertThat(between(DURING, extended, extended.replace("closes: 2026-09-14", "closes: 2026-09-10")))
                .singleElement()
                .asString()
                .contains("was extended to 2026-09-14");
        assertThat(between(DURING, extended, extended.replace("Late papers", "Other reasons")))
                .singleElement()
                .asString()
                .contains("public record");
    }
}

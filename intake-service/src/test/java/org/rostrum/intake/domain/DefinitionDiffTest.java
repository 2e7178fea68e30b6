package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.Fixtures;

class DefinitionDiffTest {
    private static List<String> changes(String from, String to) {
        return DefinitionDiff.between(Fixtures.definition(), Fixtures.definition(Fixtures.YAML.replace(from, to)))
                .stream()
                .map(change -> change.where() + ": " + change.what())
                .toList();
    }

    @Test
    void says_nothing_where_nothing_changed() {
        assertThat(changes("x", "x")).isEmpty();
    }

    @Test
    void says_what_became_of_words_in_each_language() {
        assertThat(changes("Broadband for all, fr: Le haut débit pour tous", "Broadband for everyone, es: Banda ancha"))
                .containsExactly(
                        "consultation: title (en) changed from “Broadband for all” to “Broadband for everyone”",
                        "consultation: title (fr) removed; it was “Le haut débit pour tous”",
                        "consultation: title (es) set to “Banda ancha”");
    }

    @Test
    void says_what_became_of_items_once_though_rounds_share_them() {
        assertThat(changes(
                        "- { number: \"2.e\", text: { en: IPv6 } }", "- { number: \"2.f\", text: { en: IPv6 now } }"))
                .containsExactly(
                        "round first, item 2: direct sub-items changed from 2.e to 2.f",
                        "round first, item 2.f: added: “IPv6 now”",
                        "round first, item 2.e: removed: “IPv6”");
    }

    @Test
    void says_what_became_of_dates_and_rules() {
        assertThat(changes(
                        "closes: 2026-09-07T23:59:59",
                        "closes: 2026-09-08\n    grace: PT10M\n    late: accept\n    challengeAbove: 60"))
                .containsExactly(
                        "round first: closing changed from 2026-09-07T23:59:59 to 2026-09-08",
                        "round first: grace set to PT10M",
                        "round first: late submissions changed from refuse to accept",
                        "round first: challenge above (a minute) set to 60");
    }

    @Test
    void names_added_and_removed_rounds() {
        assertThat(changes("id: report", "id: second"))
                .containsExactly("round second: added: opens 2026-03-19, no closing fixed", "round report: removed");
    }
}

package org.rostrum.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.publishing.Chronicle;

class LeakScanTest {
    private final Chronicle open = Chronicle.ofPublic(1);
    private final Chronicle anonymous = Chronicle.ofAnonymous(2);

    @Test
    void lets_a_clean_form_pass() {
        var artefact = artefact(open.content(), "Let it flow.", "@home", "3 @ 4", "[e-mail address removed]");

        assertThat(LeakScan.scan(artefact, receipt(open))).isInstanceOf(LeakScan.Result.Clean.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to ada@example.org",
                "ADA.RIVERS+list@mail.example.co.uk.",
                "(ada@example.org)",
                "ada＠example.org",
                "αδα@παράδειγμα.ελ",
                "mailto:ada@xn--bcher-kva.xn--p1ai"
            })
    void finds_an_email_address_wherever_it_stands(String text) {
        assertThat(LeakScan.scan(artefact(open.content(), text), receipt(open)))
                .isEqualTo(new LeakScan.Result.Refused(RefusalReason.LEAK_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "organisation", "country", "jobTitle", "onBehalfOf", "somethingNew"})
    void an_anonymous_form_says_nothing_about_its_author_but_the_group(String field) {
        var artefact = new Artefact(List.of(), Set.of("stakeholderGroup", field), Optional.of(anonymous.content()));

        assertThat(LeakScan.scan(artefact, receipt(anonymous)))
                .isEqualTo(new LeakScan.Result.Refused(RefusalReason.LEAK_FOUND));
    }

    @Test
    void the_wish_in_the_acknowledgement_counts_and_not_only_the_forms_own() {
        var openFormOfAnonymous = Chronicle.ofPublic(2).content();
        var artefact = new Artefact(List.of(), Set.of("organisation"), Optional.of(openFormOfAnonymous));

        assertThat(LeakScan.scan(artefact, receipt(anonymous)))
                .isEqualTo(new LeakScan.Result.Refused(RefusalReason.LEAK_FOUND));
    }

    @Test
    void refuses_a_form_that_belongs_to_another_submission() {
        var other = Chronicle.ofPublic(9).content();

        assertThat(LeakScan.scan(artefact(other), receipt(open)))
                .isEqualTo(new LeakScan.Result.Refused(RefusalReason.ARTEFACT_TAMPERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u009bb", "a\ud800b", "a\uffffb"})
    void refuses_characters_that_nobody_can_print(String text) {
        assertThat(LeakScan.scan(artefact(open.content(), text), receipt(open)))
                .isEqualTo(new LeakScan.Result.Refused(RefusalReason.ARTEFACT_MALFORMED));
    }

    @Test
    void refuses_what_it_does_not_understand() {
        var artefact = new Artefact(List.of(), Set.of(), Optional.empty());

        assertThat(LeakScan.scan(artefact, receipt(open)))
                .isEqualTo(new LeakScan.Result.Refused(RefusalReason.ARTEFACT_MALFORMED));
    }

    @Test
    void takes_no_longer_for_a_text_made_to_be_slow() {
        var hostile = "a.".repeat(50_000) + "@" + "a.".repeat(50_000) + "@";
        long start = System.nanoTime();

        LeakScan.scan(artefact(open.content(), hostile), receipt(open));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    private static Artefact artefact(PublicContribution content, String... texts) {
        return new Artefact(List.of(texts), Set.of("stakeholderGroup"), Optional.of(content));
    }

    private static SubmissionReceived receipt(Chronicle chronicle) {
        return (SubmissionReceived) chronicle.received().event();
    }
}

package org.rostrum.processing.domain.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final String HIDDEN = "[e-mail address removed]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                "Ana.Maria+itu@mail.example.co.uk",
                "o'neil_1@ex-ample.org",
                "пример@почта.рф",
                "ana@例子.中国",
                "ana＠example．org",
                "ana\u200B@exam\u00ADple.org",
                "ana (at) example.org",
                "ana [at] example [dot] org",
                "ana{at}example(dot)org",
                "ana @ example.org",
                "\"ana maria\"@example.org",
            })
    void hides_e_mail_addresses_however_they_are_written(String address) {
        var masked = Masking.ofAddresses().mask("Write to " + address + " today.");

        assertThat(masked.text()).isEqualTo("Write to " + HIDDEN + " today.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"We meet at noon.", "5 @ 3 euros", "@handle said so", "look at example.org", "a@b"})
    void leaves_alone_what_is_no_address(String text) {
        assertThat(Masking.ofAddresses().mask(text).text()).isEqualTo(text);
    }

    @Test
    void hides_a_local_part_of_any_length() {
        var masked = Masking.ofAddresses().mask("x".repeat(500) + "@example.org");

        assertThat(masked.text()).isEqualTo(HIDDEN);
    }

    @Test
    void flags_an_address_in_words_and_leaves_it() {
        var text = "Reach ana at example dot org.";

        var masked = Masking.ofAddresses().mask(text);

        assertThat(masked.text()).isEqualTo(text);
        assertThat(masked.doubtful()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I am Zoë Müller.           | I am [name removed].
                    ZOE MULLER wrote this      | [name removed] wrote this
                    Müller, Zoë                | [name removed]
                    Zoe\u0308 agrees           | [name removed] agrees
                    Ｚｏë agrees                | [name removed] agrees
                    Zo\u200Bë agrees           | [name removed] agrees
                    Müller's view              | [name removed]'s view
                    Müllerin and Zoës stay     | Müllerin and Zoës stay
                    """)
    void hides_names_as_whole_words_in_any_case_and_form(String text, String expected) {
        var masked = Masking.of(person("Zoë", "Müller")).mask(text);

        assertThat(masked.text()).isEqualTo(expected);
    }

    @Test
    void hides_parts_of_long_names_but_not_their_particles() {
        var masking = Masking.of(person("Ana María", "de la Cruz"));

        assertThat(masking.mask("María and Cruz, de la nada").text())
                .isEqualTo("[name removed] and [name removed], de la nada");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Will  | Mark   | they will mark where a will leaves its mark | they [name removed] where a will leaves its mark
                    Will  | Mark   | we will see, and mark it                    | we will see, and mark it
                    Will  | Mark   | Will said so; so did Mark                   | [name removed] said so; so did [name removed]
                    Will  | Mark   | WILL agrees with MARK                       | [name removed] agrees with [name removed]
                    Will  | Mark   | signed: will mark                           | signed: [name removed]
                    Will  | Mark   | mark, will                                  | [name removed]
                    An    | Nguyen | an idea of An idea, An orange               | an idea of An idea, An orange
                    An    | Nguyen | an nguyen; AN NGUYEN and Nguyen An          | [name removed]; [name removed] and [name removed]
                    An    | Nguyen | Mr Nguyen and An                            | Mr [name removed] and An
                    Эмиль | Мир    | эмиль за мир; Эмиль МИР; Мира               | эмиль за мир; [name removed]; Мира
                    Ян    | Новак  | Ян и ян                                     | [name removed] и ян
                    Νίκος | Φως    | το φως του Νίκου και ο ΝΊΚΟΣ                | το φως του Νίκου και ο [name removed]
                    ნინო  | გელა   | ნინო და გელა                                | [name removed] და [name removed]
                    """)
    void tells_names_from_ordinary_words(String givenName, String familyName, String text, String expected) {
        assertThat(Masking.of(person(givenName, familyName)).mask(text).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ana Maria | de la Cruz | ana cruz; cruz-maria  | [name removed]; [name removed]
                    Maria An  | Ng         | Maria Ng and Ng, An   | [name removed] and [name removed]
                    Jean-Luc  | Petit      | un petit jean-luc     | un [name removed]
                    d'Angelo  | al-Sayed   | d'Angelo and al-Sayed | [name removed] and [name removed]
                    zoë       | müller     | Zoë; MÜLLER           | [name removed]; [name removed]
                    Zoë       | Müller     | 𝐙𝐨ë and ＭÜＬＬＥＲ      | [name removed] and [name removed]
                    محمد      | علي        | قال محمد              | قال [name removed]
                    """)
    void hides_names_next_to_each_other_and_however_they_are_capitalised(
            String givenName, String familyName, String text, String expected) {
        assertThat(Masking.of(person(givenName, familyName)).mask(text).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mark Inc", "mark inc", "MARK INC", "will@mark.example", "WILL MARK", "Mark, Will"})
    void hides_full_names_organisations_and_addresses_in_any_case(String text) {
        var masking = Masking.of(new Identity("Will", "Mark", "Mark Inc", null, null));

        assertThat(masking.mask(text).text()).matches("\\[.* removed]");
    }

    @Test
    void hides_names_in_scripts_without_spaces() {
        var masking = Masking.of(person("小明", "王"));

        assertThat(masking.mask("我是王小明同意").text()).isEqualTo("我是[name removed]同意");
        assertThat(masking.mask("小明同意国王").text()).isEqualTo("[name removed]同意国王");
    }

    @Test
    void hides_the_organisation_and_on_whose_behalf() {
        var masking = Masking.of(new Identity(null, null, "Digital  Rights e.V.", "Association of Ports", null));

        assertThat(masking.mask("We, DIGITAL RIGHTS E.V., speak for the Association\nof Ports.")
                        .text())
                .isEqualTo("We, [organisation removed], speak for the [organisation removed].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CH", "ch", "Switzerland", "Suisse", "Швейцария"})
    void hides_the_country_in_six_languages_however_it_was_given(String country) {
        var masking = Masking.of(new Identity(null, null, null, null, country));

        assertThat(masking.mask("Switzerland, la Suisse, Suiza, سويسرا, 瑞士, Швейцария, CH; such")
                        .text())
                .isEqualTo("[country removed], la [country removed], [country removed], [country removed],"
                        + " [country removed], [country removed], [country removed]; such");
    }

    @Test
    void hides_a_country_code_only_in_capitals() {
        var masking = Masking.of(new Identity(null, null, null, null, "IN"));

        assertThat(masking.mask("in India, in IN").text()).isEqualTo("in [country removed], in [country removed]");
    }

    @Test
    void shows_nothing_of_what_two_masks_share() {
        var masking = Masking.of(new Identity("Ana", "Ports", "Ports of Ana", null, null));

        assertThat(masking.mask("Ports of Ana Ports; ana.ports@ports.example").text())
                .doesNotContainIgnoringCase("ana")
                .doesNotContainIgnoringCase("ports");
    }

    @Test
    void says_where_it_hid_what() {
        var text = "Ask Zoë now";

        var masks = Masking.of(person("Zoë", null)).mask(text).masks();

        assertThat(masks).hasSize(1);
        assertThat(text.substring(
                        masks.getFirst().hidden().start(),
                        masks.getFirst().hidden().end()))
                .isEqualTo("Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a@", "@a", "a@a.", "\"", "\"a", "a [at] ", "a at b dot "})
    void takes_time_in_proportion_to_the_text(String piece) {
        var hostile = piece.repeat(200_000 / piece.length());
        var masking = Masking.of(person("Ana", "Ports"));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> masking.mask(hostile));
    }

    private static Identity person(String givenName, @Nullable String familyName) {
        return new Identity(givenName, familyName, null, null, null);
    }
}

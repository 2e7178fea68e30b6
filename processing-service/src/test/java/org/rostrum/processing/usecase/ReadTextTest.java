package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.text.NormalisedText;

class ReadTextTest {
    private static final Round ROUND = Workplace.definition().rounds().getFirst();
    private static final String DUCTS = """
            Build the inland route first, share its ducts, and publish what each operator pays for the fibre in them, for \
            nobody can compare offers whose terms are kept from the public that has paid for trenches, poles and towers.""";
    private static final String TOWERS = """
            Let the regional councils decide where the towers stand, for they know their hills and their rivers best, and \
            give them the maps, the measurements and the money to do so before the next licences are granted to anybody.""";
    private static final String CONDUITES = """
            Nous demandons que les conduites soient partagées, que chaque exploitant publie ce qu'il paie pour la fibre, et \
            que les conseils des régions décident où se dressent les pylônes, car ils connaissent leurs montagnes et leurs \
            rivières mieux que quiconque.""";
    private static final String PRICES = """
            Publish every month what a household pays in each district, with the speed that was measured and not the one \
            that was promised, and let consumer bodies see the contracts, the complaints and how long repairs have taken. \
            Where nobody offers a decent line within two years, the licence must go to whoever builds one at that price.""";
    private static final String LETTER = """
            I, %%1$s, ask you to listen.

            %s

            %s

            %s

            %%2$s

            Yours, %%1$s
            """.formatted(DUCTS, TOWERS, PRICES);

    private static final String OWN = "My children walk to school by that road, and no bus goes there in winter.";

    private final List<String> encoded = new ArrayList<>();
    private final List<String> detected = new ArrayList<>();
    private final DescribeTexts describe = new DescribeTexts(new Writing(), TestFeatures::words);
    private final ReadText texts = new ReadText(this::detect, describe, new RoundModels(describe));

    private Optional<String> detect(String text) {
        detected.add(text);
        boolean isFrench = text.contains("conduites");
        boolean isEnglish = text.contains("ducts");
        boolean isMixed = text.contains("alpha") && text.contains("omega");
        return isFrench && !isEnglish
                ? Optional.of("fr")
                : (isEnglish && !isFrench) || isMixed ? Optional.of("en") : Optional.empty();
    }

    /** Writes down what it is asked. */
    private final class Writing implements Encoder {
        @Override
        public String version() {
            return "writing";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> encode(List<String> asked, Role role) {
            if (role == Role.PASSAGE) {
                encoded.addAll(asked);
            }
            return asked.stream().map(text -> new float[] {1, text.length()}).toList();
        }
    }

    private ReadText.Read read(String given, String family, String text) {
        var names = Names.of(new Respondent(given, family, null, null, null, null), null);
        var typed = NormalisedText.ofTyped(text);
        var from = new SubmissionId("1-%032x".formatted(given.hashCode() & 0xffff));
        return texts.read(
                new ReadText.Sent(from, new Origin.FreeText(), typed, Slotted.of(typed.text(), names), names),
                new ReadText.Asked(Workplace.CONSULTATION, ROUND));
    }

    @Test
    void reads_of_what_is_almost_a_copy_only_what_nobody_else_says() {
        var template = read("Ana", "Silva", LETTER.formatted("Ana Silva", "Please act."));
        encoded.clear();
        detected.clear();

        var copy = read("Maximiliana", "Ek", LETTER.formatted("Maximiliana Ek", OWN));

        assertThat(copy.copied()).isTrue();
        assertThat(encoded).singleElement().asString().startsWith(OWN).doesNotContain("Ek");
        assertThat(detected).singleElement().asString().startsWith(OWN);
        assertThat(copy.parts()).hasSizeGreaterThan(template.parts().size());
        assertThat(copy.parts().getFirst().filing())
                .isEqualTo(template.parts().getFirst().filing());
    }

    @Test
    void reads_of_a_copy_nothing() {
        read("Ana", "Silva", LETTER.formatted("Ana Silva", "Please act."));
        encoded.clear();
        detected.clear();

        var copy = read("Bo", "Ek", LETTER.formatted("Bo Ek", "Please act."));

        assertThat(copy.copied()).isTrue();
        assertThat(encoded).isEmpty();
        assertThat(detected).isEmpty();
    }

    @Test
    void takes_the_language_of_most_of_a_text_for_that_of_the_whole() {
        var mostlyFrench = read("Ana", "Silva", DUCTS + "\n\n" + CONDUITES);

        assertThat(mostlyFrench.language()).isEqualTo("fr");
        assertThat(mostlyFrench.parts()).extracting(KnownTexts.Part::language).containsExactly("en", "fr");
    }

    @Test
    void looks_at_the_whole_where_no_passage_is_long_enough_to_tell() {
        var alpha = TOWERS + " That is alpha.";
        var omega = TOWERS + " That is omega.";

        var both = read("Ana", "Silva", alpha + "\n\n" + omega);

        assertThat(both.language()).isEqualTo("en");
        assertThat(detected).containsExactly(alpha, omega, alpha + "\n\n" + omega);
    }

    @Test
    void takes_nobody_for_a_copy_of_himself() {
        read("Ana", "Silva", LETTER.formatted("Ana Silva", "Please act."));

        var again = read("Ana", "Silva", LETTER.formatted("Ana Silva", "Please act."));
        var amended = read("Ana", "Silva", LETTER.formatted("Ana Silva", OWN));

        assertThat(again.copied()).isFalse();
        assertThat(amended.copied()).isFalse();
    }

    @Test
    void files_almost_a_copy_under_the_headings_of_its_own_author() {
        var heading = "Question %s\n\n%s";
        var first = heading.formatted("1", DUCTS) + "\n\n" + heading.formatted("2", DUCTS) + "\n\n" + PRICES;
        var exchanged = heading.formatted("2", DUCTS) + "\n\n" + heading.formatted("1", TOWERS) + "\n\n" + PRICES;
        var template = read("Ana", "Silva", first);
        var same = read("Bo", "Ek", first.replace("tower", "mast"));
        var other = read("Cy", "Yu", exchanged);

        assertThat(items(template)).startsWith("1", "2");
        assertThat(items(same)).startsWith("1", "2");
        assertThat(items(other)).startsWith("2", "1");
    }

    private static List<String> items(ReadText.Read read) {
        return read.parts().stream()
                .map(part ->
                        part.filing().items().stream().map(ItemNumber::value).collect(Collectors.joining(",")))
                .toList();
    }
}

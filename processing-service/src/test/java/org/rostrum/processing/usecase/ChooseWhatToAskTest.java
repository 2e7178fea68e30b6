package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.ChooseWhatToAsk.Asked;

class ChooseWhatToAskTest {
    private static final RoundTexts.Of ROUND = new RoundTexts.Of(Workplace.CONSULTATION, Workplace.ROUND);
    private static final ItemNumber TWO = new ItemNumber("2");

    private final Workplace workplace = new Workplace();
    private final ChooseWhatToAsk choosing =
            new ChooseWhatToAsk(workplace.transactions, TestFeatures.DESCRIBE, Workplace.FLAGS);
    private final List<SubmissionReceived> received = new ArrayList<>();

    @BeforeEach
    void definitionComes() {
        workplace.isDefined();
    }

    private Reference comes(String text) {
        return comes(new Respondent("Zoë", "Müller", null, null, "CH", null), text);
    }

    private Reference comes(Respondent respondent, String text) {
        var event = workplace.typed(received.size(), respondent, text);
        received.add(event);
        workplace.handle("received-" + received.size(), event);
        return event.reference();
    }

    private List<Asked> asked() {
        return choosing.next(ROUND, 10).orElseThrow().asked();
    }

    private Stream<Reference> references() {
        return asked().stream().map(asked -> asked.file().reference());
    }

    @Test
    void asks_about_what_nobody_settled_and_shows_what_it_says() {
        comes("Somebody should look after the lighthouses of the northern coast.");
        comes("Ferries to the smaller islands leave too early in the morning.");

        assertThat(asked())
                .extracting(asked -> asked.content().textOf(asked.passage()))
                .containsExactlyInAnyOrder(
                        "Somebody should look after the lighthouses of the northern coast.",
                        "Ferries to the smaller islands leave too early in the morning.");
        assertThat(choosing.next(ROUND, 1).orElseThrow().asked()).hasSize(1);
    }

    @Test
    void never_asks_again_about_what_a_person_settled_nor_about_its_copies() {
        var letter = "%s writes: somebody should look after the lighthouses of the northern coast.";
        var first = comes(new Respondent("Ana", "Silva", null, null, null, null), letter.formatted("Ana Silva"));
        comes(new Respondent("Bo", "Berg", null, null, null, null), letter.formatted("Bo Berg"));
        comes("Ferries to the smaller islands leave too early in the morning.");
        assertThat(asked()).hasSize(2);
        assertThat(asked().stream().map(Asked::copies)).containsExactlyInAnyOrder(1, 2);

        assertThat(workplace.moving.settle(first, new PassageId(1, 1), List.of(TWO), Workplace.ADA))
                .isInstanceOf(Decision.Taken.class);

        assertThat(references()).containsExactly(received.get(2).reference());
    }

    @Test
    void never_asks_about_what_is_withdrawn_decided_or_erased() {
        var withheld = comes("Somebody should look after the lighthouses of the northern coast.");
        var cleared = comes("Ferries to the smaller islands leave too early in the morning.");
        comes("Whoever lives behind the dyke hears of floods on the radio.");
        var withdrawn = received.getLast();
        comes("Anchors have torn the telephone line to the lightship twice.");
        var erased = received.getLast();
        var waiting = comes("Nobody has asked the fishermen whether they agree with any of this.");
        assertThat(references()).hasSize(5);

        workplace.withholding.withhold(withheld, "Off topic.", Workplace.ADA, Expected.ANY);
        assertThat(workplace.clearing.clear(cleared, 1, Workplace.ADA, Expected.ANY, Set.of()))
                .isInstanceOf(Decision.Taken.class);
        workplace.handle(
                "withdrawn",
                new SubmissionWithdrawn(
                        withdrawn.submission(),
                        withdrawn.reference(),
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        Workplace.object("withdrawal"),
                        Workplace.NOON));
        workplace.handle(
                "erased",
                new SubmissionErased(
                        erased.submission(),
                        erased.reference(),
                        Workplace.CONSULTATION,
                        Workplace.ROUND,
                        1,
                        ErasureGround.RESPONDENT_ASKED,
                        "4b1c7a52",
                        Workplace.NOON));

        assertThat(references()).containsExactly(waiting);
    }

    @Test
    void asks_nothing_of_an_empty_round_and_knows_no_other() {
        assertThat(asked()).isEmpty();
        assertThat(choosing.next(new RoundTexts.Of(Workplace.CONSULTATION, new RoundId("none")), 10))
                .isEmpty();
    }

    @Test
    void settling_is_refused_once_a_person_was_faster() {
        var reference = comes("Somebody should look after the lighthouses of the northern coast.");
        var passage = new PassageId(1, 1);
        assertThat(workplace.moving.settle(reference, passage, List.of(TWO), Workplace.ADA))
                .isInstanceOf(Decision.Taken.class);

        assertThat(workplace.moving.settle(reference, passage, List.of(), Workplace.ADA))
                .isInstanceOf(Decision.Outdated.class);
        assertThat(workplace.moving.settle(reference, new PassageId(2, 1), List.of(), Workplace.ADA))
                .isInstanceOf(Decision.WrongVersion.class);
    }

    @Test
    void settling_is_refused_once_the_case_is_decided() {
        var reference = comes("Somebody should look after the lighthouses of the northern coast.");
        workplace.withholding.withhold(reference, "Off topic.", Workplace.ADA, Expected.ANY);

        assertThat(workplace.moving.settle(reference, new PassageId(1, 1), List.of(TWO), Workplace.ADA))
                .isInstanceOf(Decision.NotAtThisStage.class);
    }
}

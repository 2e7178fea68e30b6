package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.SettleFamily.Outcome;

class CampaignsTest {
    private static final RoundTexts.Of ROUND = new RoundTexts.Of(Workplace.CONSULTATION, Workplace.ROUND);
    private static final String LETTER = """
            I, %s, live by the coast and write to you about the landing station that was proposed last spring.

            The ducts are full, the beach is eroding, and the town has waited nine years for a second route to the north.

            Build the inland route first, share its ducts, and publish what each operator pays. %s
            """;

    private final Workplace workplace = new Workplace();
    private final List<SubmissionReceived> sent = new ArrayList<>();
    private final SettleFamily settling = new SettleFamily(workplace.transactions, () -> Workplace.NOON);

    @BeforeEach
    void aRoundIsOpen() {
        workplace.isDefined();
    }

    private Reference send(String given, String family, String text) {
        var event = prepared(given, family, text);
        workplace.handle("received-" + sent.size(), event);
        return event.reference();
    }

    private SubmissionReceived prepared(String given, String family, String text) {
        var event = workplace.typed(
                sent.size() + 1, new Respondent(given, family, null, null, null, "Civil society"), text);
        sent.add(event);
        return event;
    }

    private Reference letter(String given, String family, String more) {
        return send(given, family, LETTER.formatted(given + " " + family, more));
    }

    private List<Campaign> campaigns() {
        return workplace.transactions.inOne(books -> books.campaigns().list(Optional.empty(), 100));
    }

    private CaseView view(Reference reference) {
        return new ViewCase(workplace.transactions, Workplace.FLAGS)
                .view(reference)
                .orElseThrow();
    }

    private Content content(Reference reference) {
        return view(reference).content().orElseThrow();
    }

    private static String unlike(int seed) {
        var chance = new Random(seed);
        return IntStream.range(0, 60)
                .mapToObj(i -> "word" + chance.nextInt(5_000))
                .collect(Collectors.joining(" "));
    }

    @Test
    void makes_one_campaign_of_letters_that_differ_in_names() {
        var first = letter("Ana", "Silva", "");
        var second = letter("Bo", "van der Berg", "");
        send("Cy", "Ek", unlike(1));

        assertThat(campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.members()).isEqualTo(2);
            assertThat(campaign.wordings()).isEqualTo(1);
        });
        assertThat(view(second).kinship().template()).hasValueSatisfying(template -> {
            assertThat(template.reference()).isEqualTo(first);
            assertThat(template.sameWords()).isTrue();
        });
        assertThat(view(first).kinship().template()).isEmpty();
    }

    @Test
    void gives_a_copy_the_passages_and_filings_of_its_template_at_its_own_offsets() {
        var first = content(letter("Ana", "Silva", ""));
        var copy = content(letter("Maximiliana", "van der Berg", ""));

        assertThat(copy.passages()).hasSameSizeAs(first.passages()).hasSizeGreaterThan(1);
        for (int i = 0; i < copy.passages().size(); i++) {
            FiledPassage mine = first.passages().get(i);
            FiledPassage theirs = copy.passages().get(i);
            assertThat(theirs.filing()).isEqualTo(mine.filing());
            assertThat(copy.textOf(theirs))
                    .isEqualTo(first.textOf(mine).replace("Ana Silva", "Maximiliana van der Berg"));
        }
        assertThat(copy.textOf(copy.passages().getFirst())).startsWith("I, Maximiliana van der Berg, live");
    }

    @Test
    void keeps_a_reworded_letter_in_the_campaign_and_tells_what_was_changed() {
        letter("Ana", "Silva", "");
        letter("Bo", "Ek", "");
        var reworded = letter("Cy", "Yu", "My children will thank you for it.");

        assertThat(campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.members()).isEqualTo(3);
            assertThat(campaign.wordings()).isEqualTo(2);
        });
        var template = view(reworded).kinship().template().orElseThrow();
        assertThat(template.sameWords()).isFalse();
        assertThat(template.differences().differences().toString()).isNotEmpty();
        var written = content(reworded);
        assertThat(written.textOf(written.passages().getLast())).endsWith("My children will thank you for it.");
    }

    @Test
    void learns_from_a_text_once_however_often_it_is_copied() {
        letter("Ana", "Silva", "");
        letter("Bo", "Ek", "");
        letter("Cy", "Yu", "And soon.");

        List<List<RoundTexts.Passage>> studied =
                workplace.transactions.inOne(books -> books.roundTexts().sample(ROUND, 100));
        assertThat(studied).hasSize(1);
    }

    @Test
    void makes_no_campaign_of_what_the_question_says() {
        send("Ana", "Silva", "What should be done about cables?");
        send("Bo", "Ek", "What should be done about cables?");

        assertThat(campaigns()).isEmpty();
    }

    @Test
    void lets_go_of_what_was_withdrawn() {
        letter("Ana", "Silva", "");
        letter("Bo", "Ek", "");
        var event = sent.getFirst();
        workplace.handle(
                "withdrawn-1",
                new SubmissionWithdrawn(
                        event.submission(),
                        event.reference(),
                        event.consultation(),
                        event.round(),
                        1,
                        Workplace.object("withdrawal"),
                        Workplace.NOON));

        assertThat(campaigns()).isEmpty();
        letter("Cy", "Yu", "");
        assertThat(campaigns()).singleElement().extracting(Campaign::members).isEqualTo(2);
    }

    @Test
    void leaves_doubt_to_people_and_follows_them() {
        var first = send("Ana", "Silva", unlike(1));
        var mixed = send("Bo", "Ek", part(unlike(1), 20) + " " + unlike(2));

        assertThat(campaigns()).isEmpty();
        assertThat(view(mixed).kinship().doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.reference()).isEqualTo(first));
        assertThat(view(first).kinship().doubts()).hasSize(1);

        assertThat(settling.settle(mixed, first, true, Workplace.ADA)).isInstanceOf(Outcome.Settled.class);
        assertThat(campaigns()).singleElement().extracting(Campaign::members).isEqualTo(2);
        assertThat(view(mixed).kinship().doubts()).isEmpty();
    }

    private static String part(String text, int words) {
        return String.join(" ", List.of(text.split(" ")).subList(0, words));
    }

    @Test
    void never_puts_together_again_what_people_parted() {
        var first = send("Ana", "Silva", unlike(1));
        var close = send("Bo", "Ek", part(unlike(1), 45) + " " + part(unlike(2), 15));
        assertThat(campaigns()).hasSize(1);

        assertThat(settling.settle(close, first, false, Workplace.ADA)).isInstanceOf(Outcome.Settled.class);
        assertThat(campaigns()).isEmpty();

        send("Cy", "Yu", part(unlike(1), 52) + " " + part(unlike(2), 8));
        assertThat(campaigns()).singleElement().extracting(Campaign::members).isEqualTo(2);
        send("Di", "Zo", part(unlike(1), 45) + " " + part(unlike(2), 15));
        Optional<String> one = wordingFamily(first);
        Optional<String> other = wordingFamily(close);
        assertThat(one).isNotEqualTo(other);
    }

    private Optional<String> wordingFamily(Reference reference) {
        return workplace.transactions.inOne(books -> books.cases()
                .find(reference)
                .flatMap(file -> books.wordings().wordingOf(file.submission()))
                .flatMap(hash -> books.wordings().familyOf(ROUND, hash)));
    }

    @Test
    void refuses_to_part_a_text_from_itself_or_to_contradict_people() {
        var first = send("Ana", "Silva", unlike(1));
        var copy = send("Bo", "Ek", unlike(1));
        assertThat(settling.settle(copy, first, false, Workplace.ADA)).isInstanceOf(Outcome.SameWords.class);
        assertThat(settling.settle(first, first, true, Workplace.ADA)).isInstanceOf(Outcome.NotComparable.class);

        var other = send("Cy", "Yu", unlike(2));
        var third = send("Di", "Zo", unlike(3));
        settling.settle(first, other, false, Workplace.ADA);
        settling.settle(other, third, true, Workplace.ADA);
        assertThat(settling.settle(first, third, true, Workplace.ADA)).isInstanceOf(Outcome.Contradicts.class);
        assertThat(settling.settle(first, other, true, Workplace.ADA)).isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void processes_many_in_one_transaction_and_none_of_them_twice() {
        var raws = IntStream.range(0, 30)
                .mapToObj(i -> Workplace.raw("event-" + i, prepared("Ana", "Silva" + i, LETTER.formatted("Ana", ""))))
                .toList();

        assertThat(workplace.events.canBeTogether(raws)).isEqualTo(30);
        assertThat(workplace.events.handleTogether(raws)).isEqualTo(30);
        assertThat(campaigns()).singleElement().extracting(Campaign::members).isEqualTo(30);
        int emitted = workplace.transactions.emitted().size();

        assertThat(workplace.events.handleTogether(raws)).isZero();
        raws.forEach(raw -> {
            try {
                workplace.events.handle(raw);
            } catch (EventCodec.Undecodable e) {
                throw new AssertionError(e);
            }
        });
        assertThat(workplace.transactions.emitted()).hasSize(emitted);
        assertThat(view(sent.getFirst().reference()).history()).hasSize(2);
    }

    @Test
    void changes_nothing_when_one_of_many_cannot_be_processed() {
        var good = Workplace.raw("good", prepared("Ana", "Silva", "Words"));
        var bad = Workplace.raw("bad", prepared("Bo", "Ek", "Words"));
        workplace.manifests.remove("typed-2");

        assertThat(workplace.events.handleTogether(List.of(good, bad))).isZero();
        assertThat(workplace.transactions.emitted()).isEmpty();
    }

    @Test
    void knows_a_family_anew_when_who_began_it_is_erased() {
        var began = prepared("Ana", "Silva", LETTER.formatted("Ana Silva", ""));
        workplace.handle("began", began);
        workplace.handle("erased", erased(began));

        letter("Bo", "Ek", "");
        letter("Cy", "Yu", "And soon.");

        assertThat(campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.members()).isEqualTo(2);
            assertThat(campaign.wordings()).isEqualTo(2);
        });
    }

    private static SubmissionErased erased(SubmissionReceived received) {
        return new SubmissionErased(
                received.submission(),
                received.reference(),
                received.consultation(),
                received.round(),
                1,
                ErasureGround.RESPONDENT_ASKED,
                "subject",
                Workplace.NOON.plusSeconds(60));
    }

    @Test
    void keeps_what_was_read_before_one_that_cannot_be_processed_and_goes_on_behind_it() {
        var raws = IntStream.range(0, 450)
                .mapToObj(i -> Workplace.raw("event-" + i, prepared("Ana", "Silva" + i, LETTER.formatted("Ana", ""))))
                .toList();
        workplace.manifests.remove("typed-301");

        assertThat(workplace.events.canBeTogether(raws)).isEqualTo(450);
        assertThat(workplace.events.handleTogether(raws)).isEqualTo(200);
        assertThat(workplace.transactions.emitted()).hasSize(200);
        assertThat(workplace.events.handleTogether(raws.subList(200, 450))).isZero();
        assertThat(workplace.transactions.emitted()).hasSize(200);
        assertThat(workplace.events.handleTogether(raws.subList(301, 450))).isEqualTo(149);
        assertThat(workplace.transactions.emitted()).hasSize(349);
    }

    @Test
    void takes_together_only_what_is_new_and_has_no_files() {
        var event = Workplace.raw("a", prepared("Ana", "Silva", "Words"));
        var amended = Workplace.raw("b", workplace.amended(2, Publication.PUBLIC, "Other words"));
        var withFile = Workplace.raw("c", workplace.receivedEvent(Publication.PUBLIC, 1));

        assertThat(workplace.events.canBeTogether(List.of(event, amended))).isEqualTo(1);
        assertThat(workplace.events.canBeTogether(List.of(withFile))).isZero();
        assertThat(workplace.events.canBeTogether(List.of(event, event))).isEqualTo(1);
    }
}

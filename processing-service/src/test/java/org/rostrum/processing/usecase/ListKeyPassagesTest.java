package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.keypassages.KeyPassages;
import org.rostrum.processing.domain.keypassages.Representation.Kind;
import org.rostrum.processing.domain.keypassages.Token;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.ChooseKeyPassage.Outcome;
import org.rostrum.processing.usecase.ChooseKeyPassage.Wish;
import org.rostrum.processing.usecase.KeyPassagesView.Meaning;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;
import org.rostrum.processing.usecase.ListKeyPassages.Limits;
import org.rostrum.processing.usecase.ListKeyPassages.Shown;

/** Key passages over all of processing. */
class ListKeyPassagesTest {
    private static final RoundTexts.Of ROUND = new RoundTexts.Of(Workplace.CONSULTATION, Workplace.ROUND);
    private static final ItemNumber ITEM = new ItemNumber("1");
    private static final PassageId FIRST = new PassageId(1, 1);

    private final Workplace workplace = new Workplace();
    private final List<SubmissionReceived> sent = new ArrayList<>();
    private final ChooseKeyPassage choosing = new ChooseKeyPassage(workplace.transactions, () -> Workplace.NOON);
    private final ListKeyPassages listing = listing(ListKeyPassages.SAMPLE);
    private @Nullable ListKeyPassages looking;

    private ListKeyPassages listing(int sample) {
        return new ListKeyPassages(
                workplace.transactions,
                TestFeatures.DESCRIBE,
                (text, _) -> tokens(text),
                Workplace.FLAGS,
                Runnable::run,
                () -> workplace.now,
                new Limits(sample, Duration.ofMillis(1)));
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Pattern.compile("\\p{L}{4,}")
                .matcher(text)
                .results()
                .forEach(word -> tokens.add(
                        new Token(word.group().toLowerCase(Locale.ROOT), new Span(word.start(), word.end()), false)));
        return tokens;
    }

    @BeforeEach
    void aRoundIsOpen() {
        workplace.isDefined();
    }

    private Reference answered(String organisation, String group, Publication publication, String text) {
        var event = workplace.answered(
                sent.size() + 1,
                new Respondent(null, null, null, organisation, "CH", group),
                publication,
                List.of(new Answer(ITEM, text)));
        sent.add(event);
        workplace.handle("received-" + sent.size(), event);
        return event.reference();
    }

    private Reference answered(String organisation, String text) {
        return answered(organisation, "Civil society", Publication.PUBLIC, text);
    }

    private void round(int passages) {
        var chance = new Random(passages);
        IntStream.range(0, passages).forEach(i -> answered("Org " + i, about(i % 4, chance)));
    }

    private static String about(int topic, Random chance) {
        return IntStream.range(0, 40)
                .mapToObj(_ -> "topic" + (char) ('a' + topic) + (char) ('a' + chance.nextInt(20)) + "word")
                .collect(Collectors.joining(" ", "", "."));
    }

    private KeyPassagesView view() {
        return view(listing);
    }

    /** A minute later: what was computed before is computed anew. */
    private KeyPassagesView view(ListKeyPassages from) {
        workplace.now = workplace.now.plusSeconds(60);
        return shown(from);
    }

    private static KeyPassagesView shown(ListKeyPassages from) {
        return switch (from.of(ROUND, ITEM)) {
            case Shown.Computed(var view) -> view;
            case Shown.NoSuchItem _, Shown.Busy _ -> throw new AssertionError("there is an answer");
        };
    }

    private List<Reference> quoted() {
        return view().quotes().stream().map(quote -> quote.file().reference()).toList();
    }

    private Outcome choose(Reference reference, Wish wish) {
        return choosing.choose(ROUND, ITEM, reference, FIRST, wish, Workplace.ADA);
    }

    @Test
    void quotes_exactly_what_stands_in_the_source() {
        round(20);

        var view = view();

        assertThat(view.quotes()).hasSize(KeyPassages.USUAL).allSatisfy(quote -> {
            var span = quote.span();
            assertThat(quote.source().text().substring(span.start(), span.end()))
                    .isEqualTo(quote.chosen().words());
            assertThat(quote.passage().filing().items()).contains(ITEM);
            assertThat(quote.cleared()).isFalse();
            assertThat(quote.from()).startsWith("Org ");
        });
        assertThat(view.tally().passages()).isEqualTo(20);
        assertThat(view.read()).isEqualTo(20);
        assertThat(view.meaning()).isEqualTo(Meaning.NONE);
        assertThat(view.positions()).isNotEmpty();
        assertThat(view.checks()).extracting(check -> check.trait()).contains(Trait.GROUP, Trait.POSITION);
    }

    @Test
    void shows_nothing_of_what_is_confidential_withheld_withdrawn_or_erased_and_counts_what_is_still_there() {
        var open = answered("Open", "Everybody may read what the open organisation wrote about cables and permits.");
        answered(
                "Secret",
                "Civil society",
                Publication.CONFIDENTIAL,
                "Nobody may read what the secret organisation says.");
        var withheld = answered("Rude", "Nobody will read what the rude organisation wrote about all the others.");
        workplace.withholding.withhold(withheld, "Rude.", Workplace.ADA, Expected.ANY);
        answered("Gone", "Nobody should read what the organisation took back again on the same day.");
        var gone = sent.getLast();
        workplace.handle(
                "withdrawn",
                new SubmissionWithdrawn(
                        gone.submission(),
                        gone.reference(),
                        gone.consultation(),
                        gone.round(),
                        1,
                        Workplace.object("withdrawal"),
                        Workplace.NOON));
        var dead = answered("Dead", "Nobody can read what the organisation wrote before it was erased for good.");
        choose(dead, Wish.DROP);
        var erased = sent.getLast();
        workplace.handle(
                "erased",
                new SubmissionErased(
                        erased.submission(),
                        erased.reference(),
                        erased.consultation(),
                        erased.round(),
                        1,
                        ErasureGround.RESPONDENT_ASKED,
                        "manager",
                        Workplace.NOON));

        var view = view();

        assertThat(quoted()).containsExactly(open);
        assertThat(view.tally().passages()).isEqualTo(3);
        assertThat(view.tally().quotable()).isEqualTo(1);
        assertThat(view.dropped()).isEmpty();
        assertThat(view.terms())
                .allSatisfy(term ->
                        assertThat(term.uses()).allMatch(use -> use.said().quotable()));
        assertThat(workplace.transactions.<List<?>>inOne(
                        books -> books.keyPassageChoices().of(ROUND, ITEM)))
                .isEmpty();
    }

    @Test
    void names_nobody_who_wants_to_stay_anonymous() {
        answered(
                "Shy",
                "Civil society",
                Publication.ANONYMOUS,
                "Somebody says something that may be read by everybody.");

        assertThat(view().quotes())
                .singleElement()
                .satisfies(quote -> assertThat(quote.from()).isNull());
    }

    @Test
    void says_which_may_be_quoted_in_public() {
        var cleared = answered("Open", "Everybody may read what the open organisation wrote about cables and permits.");
        answered("Waiting", "This waits until somebody of the staff has read it and has decided about it.");
        workplace.clearing.clear(cleared, 1, Workplace.ADA, Expected.ANY, Set.of());

        assertThat(view().quotes().stream()
                        .filter(Quote::cleared)
                        .map(quote -> quote.file().reference()))
                .containsExactly(cleared);
    }

    @Test
    void keeps_who_pinned_and_dropped_what_and_follows_at_once() {
        round(20);
        var usual = quoted();
        var unchosen = sent.stream()
                .map(SubmissionReceived::reference)
                .filter(reference -> !usual.contains(reference))
                .findFirst()
                .orElseThrow();

        assertThat(choose(unchosen, Wish.PIN)).isEqualTo(new Outcome.Chosen());
        assertThat(choose(usual.getFirst(), Wish.DROP)).isEqualTo(new Outcome.Chosen());

        var view = view();
        assertThat(quoted()).contains(unchosen).doesNotContain(usual.getFirst()).hasSize(KeyPassages.USUAL);
        assertThat(view.quotes())
                .filteredOn(quote -> quote.pin().isPresent())
                .singleElement()
                .satisfies(quote -> assertThat(quote.pin().orElseThrow().by()).isEqualTo(Workplace.ADA));
        assertThat(view.dropped()).singleElement().satisfies(dropped -> {
            assertThat(dropped.reference()).isEqualTo(usual.getFirst());
            assertThat(dropped.by()).isEqualTo(Workplace.ADA);
        });
        assertThat(new ViewCase(workplace.transactions, Workplace.FLAGS)
                        .view(unchosen)
                        .orElseThrow()
                        .history()
                        .getLast()
                        .what())
                .isEqualTo(Happening.KEY_PASSAGE_PINNED);

        choose(unchosen, Wish.LEAVE);
        choose(usual.getFirst(), Wish.LEAVE);
        assertThat(quoted()).isEqualTo(usual);
    }

    @Test
    void refuses_what_is_not_there_and_what_may_not_be_quoted() {
        var secret =
                answered("Secret", "Civil society", Publication.CONFIDENTIAL, "Nobody may read what is said here.");

        assertThat(choose(secret, Wish.PIN)).isEqualTo(new Outcome.NotQuotable());
        assertThat(choosing.choose(ROUND, new ItemNumber("2"), secret, FIRST, Wish.DROP, Workplace.ADA))
                .isEqualTo(new Outcome.NotFiledHere());
        assertThat(choosing.choose(ROUND, new ItemNumber("9"), secret, FIRST, Wish.PIN, Workplace.ADA))
                .isEqualTo(new Outcome.NoSuchItem());
        assertThat(choosing.choose(ROUND, ITEM, secret, new PassageId(2, 1), Wish.PIN, Workplace.ADA))
                .isEqualTo(new Outcome.WrongVersion(1));
        assertThat(choosing.choose(ROUND, ITEM, secret, new PassageId(1, 9), Wish.PIN, Workplace.ADA))
                .isEqualTo(new Outcome.NoSuchPassage());
        assertThat(choose(Workplace.REFERENCE, Wish.PIN)).isEqualTo(new Outcome.NoSuchCase());
        assertThat(listing.of(ROUND, new ItemNumber("9"))).isEqualTo(new Shown.NoSuchItem());
    }

    @Test
    void pins_no_more_than_people_can_read() {
        round(KeyPassages.MOST + 1);

        for (int i = 0; i < KeyPassages.MOST; i++) {
            assertThat(choose(sent.get(i).reference(), Wish.PIN)).isEqualTo(new Outcome.Chosen());
        }

        assertThat(choose(sent.get(0).reference(), Wish.PIN)).isEqualTo(new Outcome.Chosen());
        assertThat(choose(sent.getLast().reference(), Wish.PIN)).isEqualTo(new Outcome.TooMany());
        assertThat(quoted()).hasSize(KeyPassages.MOST);
    }

    @Test
    void reports_a_group_whose_passages_were_all_dropped() {
        var chance = new Random(1);
        var governments = IntStream.range(0, 6)
                .mapToObj(i -> answered("Ministry " + i, "Governments", Publication.PUBLIC, about(i % 3, chance)))
                .toList();
        round(12);
        assertThat(missing()).isEmpty();

        governments.forEach(reference -> choose(reference, Wish.DROP));

        assertThat(missing()).extracting(Kind::value).containsExactly("Governments");
    }

    private List<Kind> missing() {
        return view().checks().stream()
                .filter(check -> check.trait() == Trait.GROUP)
                .flatMap(check -> check.missing().stream())
                .toList();
    }

    @Test
    void reads_a_sample_of_many_and_counts_all_with_what_is_pinned_among_them() {
        round(30);
        var few = listing(10);
        var unread = sent.stream()
                .map(SubmissionReceived::reference)
                .filter(reference -> view(few).quotes().stream()
                        .noneMatch(quote -> quote.file().reference().equals(reference)))
                .toList();
        unread.subList(0, 4).forEach(reference -> choose(reference, Wish.PIN));

        var view = view(few);

        assertThat(view.tally().passages()).isEqualTo(30);
        assertThat(view.read()).isEqualTo(10);
        assertThat(view.quotes().stream()
                        .filter(quote -> quote.pin().isPresent())
                        .map(quote -> quote.file().reference()))
                .containsExactlyInAnyOrderElementsOf(unread.subList(0, 4));
    }

    @Test
    void tells_how_much_there_is_under_each_item() {
        round(3);

        assertThat(listing.overview(ROUND).orElseThrow().passages()).isEqualTo(Map.of(ITEM, 3));
        assertThat(view().references()).hasSize(3);
    }

    @Test
    void shows_staff_who_reload_the_same_and_follows_what_they_decide_at_once() {
        round(12);
        var first = shown(listing);
        var quoted = first.quotes().getFirst().file().reference();

        answered("Late", "What comes in the next ten seconds may be missing in what is shown to those who reload.");
        assertThat(shown(listing)).isSameAs(first);

        choose(quoted, Wish.DROP);
        var dropped = shown(listing);
        assertThat(dropped.dropped()).hasSize(1);
        assertThat(dropped.tally().passages()).isEqualTo(13);

        var cleared = dropped.quotes().getFirst().file().reference();
        workplace.clearing.clear(cleared, 1, Workplace.ADA, Expected.ANY, Set.of());
        assertThat(shown(listing).quotes().getFirst().cleared()).isTrue();

        workplace.withholding.withhold(sent.getLast().reference(), "Late.", Workplace.ADA, Expected.ANY);
        assertThat(shown(listing).tally().quotable()).isEqualTo(12);
    }

    @Test
    void whoever_would_wait_for_long_is_told_to_come_back() {
        round(12);
        var answers = new ArrayList<Shown>();
        var slow = new ListKeyPassages(
                workplace.transactions,
                TestFeatures.DESCRIBE,
                (text, _) -> {
                    if (answers.isEmpty()) {
                        answers.add(fromElsewhere());
                    }
                    return tokens(text);
                },
                Workplace.FLAGS,
                Runnable::run,
                () -> workplace.now,
                new Limits(ListKeyPassages.SAMPLE, Duration.ofMillis(1)));
        looking = slow;

        assertThat(slow.of(ROUND, ITEM)).isInstanceOf(Shown.Computed.class);
        assertThat(answers).singleElement().isInstanceOf(Shown.Busy.class);
    }

    /** While one is being answered, another asks about the other item. */
    private Shown fromElsewhere() {
        return CompletableFuture.supplyAsync(
                        () -> Objects.requireNonNull(looking).of(ROUND, new ItemNumber("2")))
                .join();
    }

    @Test
    void what_was_decided_about_words_that_are_gone_takes_no_place_and_can_be_taken_back() {
        round(KeyPassages.MOST + 1);
        for (int i = 0; i < KeyPassages.MOST; i++) {
            choose(sent.get(i).reference(), Wish.PIN);
        }
        choose(sent.getLast().reference(), Wish.DROP);
        workplace.withholding.withhold(sent.getFirst().reference(), "Rude.", Workplace.ADA, Expected.ANY);
        workplace.withholding.withhold(sent.getLast().reference(), "Rude.", Workplace.ADA, Expected.ANY);
        var late = answered("Late", about(1, new Random(99)));

        assertThat(choose(late, Wish.PIN)).isEqualTo(new Outcome.Chosen());

        var outdated = view().outdated();
        assertThat(outdated)
                .extracting(KeyPassagesView.Outdated::reference)
                .containsExactlyInAnyOrder(
                        sent.getFirst().reference(), sent.get(KeyPassages.MOST).reference());
        for (var one : outdated) {
            assertThat(choosing.takeBack(
                            ROUND, ITEM, one.reference(), one.choice().textHash(), Workplace.ADA))
                    .isEqualTo(new Outcome.Chosen());
        }
        assertThat(view().outdated()).isEmpty();
        assertThat(choosing.takeBack(ROUND, ITEM, late, "0".repeat(64), Workplace.ADA))
                .isEqualTo(new Outcome.NothingChosen());
        assertThat(choosing.takeBack(ROUND, ITEM, Workplace.REFERENCE, "0".repeat(64), Workplace.ADA))
                .isEqualTo(new Outcome.NoSuchCase());
    }

    @Test
    void makes_do_with_nothing() {
        var view = view();

        assertThat(view.quotes()).isEmpty();
        assertThat(view.terms()).isEmpty();
        assertThat(view.checks()).isEmpty();
    }
}

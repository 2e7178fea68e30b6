package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.ItemPassages.Filed;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.Wordings.Known;

/** What all books promise about what is filed under an item, and about what people chose of it. */
public abstract class ItemPassagesContract {
    protected static final ItemNumber FIRST = new ItemNumber("1");
    private static final ItemNumber SECOND = new ItemNumber("2.e");
    private static final StaffMember ADA = new StaffMember("ada-subject", "Ada");
    private static final Respondent NOBODY = new Respondent(null, null, null, null, null, null);

    protected final ConsultationId consultation = new ConsultationId("c-" + UUID.randomUUID());
    protected final RoundTexts.Of round = new RoundTexts.Of(consultation, Workplace.ROUND);

    protected abstract Transactions transactions();

    private <T> T asked(Function<ItemPassages, T> question) {
        return transactions().inOne(books -> question.apply(books.itemPassages()));
    }

    private static Respondent organisation(@Nullable String name, @Nullable String group, @Nullable String country) {
        return new Respondent("Zoë", "Müller", null, name, country, group);
    }

    /** A case whose text has a passage for each of these, the first under item 1, the others under item 2.e. */
    protected Case said(Books books, Respondent respondent, Stage stage, Publication publication, String... passages) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var file = Case.opened(new SubmissionReceived(
                new SubmissionId("1-" + id),
                Reference.fromDigest(id.getBytes(StandardCharsets.US_ASCII)),
                consultation,
                Workplace.ROUND,
                1,
                SubmissionKind.RESPONSE,
                publication,
                Workplace.object("manifest"),
                0,
                Workplace.NOON,
                List.of()));
        books.cases().add(file);
        var later = file.at(stage);
        books.cases().replace(later);
        books.contents().add(file.submission(), 1, content(respondent, List.of(passages)));
        return later;
    }

    private static Content content(Respondent respondent, List<String> passages) {
        var text = new StringBuilder("\uD83D\uDE80 ");
        var filed = new ArrayList<FiledPassage>();
        for (int i = 0; i < passages.size(); i++) {
            int start = text.length();
            text.append(passages.get(i));
            var filing = new Filing(List.of(i == 0 ? FIRST : SECOND), 1.0 / (1 + i), FilingBasis.CONTENT, List.of());
            filed.add(new FiledPassage(i + 1, 1, new Span(start, text.length()), 0, "en", filing, false));
            text.append("\n\n");
        }
        return new Content(
                respondent,
                null,
                "en",
                null,
                List.of(new Source(1, new Origin.FreeText(), text.toString(), "en")),
                List.of(),
                filed);
    }

    private Case said(Respondent respondent, String... passages) {
        return transactions()
                .inOne(books -> said(books, respondent, new Stage.WithStaff(), Publication.PUBLIC, passages));
    }

    private Case at(Stage stage, Publication publication) {
        return transactions()
                .inOne(books -> said(books, NOBODY, stage, publication, "Said at the stage " + stage.state()));
    }

    private Map<ItemNumber, Integer> counts() {
        return asked(passages -> passages.counts(round));
    }

    private List<Filed> of(Set<SubmissionId> submissions) {
        return asked(passages -> passages.of(round, FIRST, submissions));
    }

    private List<Filed> sample(int most, SubmissionId... preferred) {
        return asked(passages -> passages.sample(round, FIRST, Set.of(preferred), most));
    }

    @Test
    void gives_the_exact_words_of_what_is_filed_there() {
        said(organisation("Digital Rights", "Civil society", "CH"), "Cables \uD83C\uDF0A break.", "Permits are slow.");

        var here = sample(10);
        var elsewhere = asked(passages -> passages.elsewhere(round, FIRST, 10));

        assertThat(here).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("Cables \uD83C\uDF0A break.");
            assertThat(one.language()).isEqualTo("en");
            assertThat(one.profile().of(Trait.GROUP)).isEqualTo("Civil society");
            assertThat(one.profile().of(Trait.COUNTRY)).isEqualTo("CH");
            assertThat(one.quotable()).isTrue();
            assertThat(one.passages()).isEqualTo(1);
        });
        assertThat(elsewhere).extracting(Filed::text).containsExactly("Permits are slow.");
        assertThat(counts()).isEqualTo(Map.of(FIRST, 1, SECOND, 1));
    }

    @Test
    void counts_respondents_once_and_by_who_they_are() {
        said(organisation("Digital Rights", "Civil society", "CH"), "One.");
        said(organisation(" DIGITAL rights", "Civil society", "CH"), "Two.");
        said(organisation(null, null, "FR"), "Three.");
        said(NOBODY, "Four.");
        said(NOBODY, "Five.");

        var tally = asked(passages -> passages.tally(round, FIRST));

        assertThat(tally.passages()).isEqualTo(5);
        assertThat(tally.submissions()).isEqualTo(5);
        assertThat(tally.quotable()).isEqualTo(5);
        assertThat(tally.respondents()).isEqualTo(4);
        assertThat(tally.census().of(Trait.GROUP)).isEqualTo(Map.of("Civil society", 1, "", 3));
        assertThat(tally.census().of(Trait.COUNTRY)).isEqualTo(Map.of("CH", 1, "FR", 1, "", 2));
        assertThat(tally.census().of(Trait.LANGUAGE)).isEqualTo(Map.of("en", 4));
    }

    @Test
    void counts_nothing_of_what_was_withdrawn_and_lets_nothing_be_quoted_that_is_held_back() {
        at(new Stage.WithStaff(), Publication.PUBLIC);
        at(new Stage.Withheld("because", "ada", Workplace.NOON), Publication.PUBLIC);
        at(new Stage.Confidential(), Publication.CONFIDENTIAL);
        at(new Stage.Withdrawn(Workplace.NOON), Publication.PUBLIC);
        at(new Stage.Erased(Workplace.NOON, "unlawful-content"), Publication.PUBLIC);
        var disputed = at(new Stage.WithStaff(), Publication.PUBLIC);
        transactions().doInOne(books -> books.cases().replace(disputed.disputed(Workplace.NOON)));

        assertThat(asked(passages -> passages.tally(round, FIRST)).passages()).isEqualTo(4);
        assertThat(asked(passages -> passages.tally(round, FIRST)).quotable()).isEqualTo(1);
        assertThat(sample(10))
                .hasSize(4)
                .filteredOn(Filed::quotable)
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Said at the stage WITH_STAFF"));
    }

    @Test
    void lets_one_of_a_campaign_stand_for_all_and_takes_large_ones_first() {
        var campaign = new ArrayList<Case>();
        transactions().doInOne(books -> {
            books.wordings().lock(round);
            books.wordings().add(round, new Known("z-letter", "z-letter", Shingles.of(List.of("a", "b"))));
        });
        for (int i = 0; i < 5; i++) {
            var file = said(organisation("Org " + i, null, null), "The letter.");
            campaign.add(file);
            transactions().doInOne(books -> books.wordings().join(round, file.submission(), 1, "z-letter"));
        }
        for (int i = 0; i < 5; i++) {
            said(organisation("Single " + i, null, null), "Single words " + i + ".");
        }

        var first = sample(1);
        var all = sample(100);
        var preferred = sample(100, campaign.get(3).submission());

        assertThat(first).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("The letter.");
            assertThat(one.passages()).isEqualTo(5);
            assertThat(one.respondents()).isEqualTo(5);
        });
        assertThat(all).hasSize(6);
        assertThat(preferred.stream().filter(one -> one.passages() == 5).map(Filed::submission))
                .containsExactly(campaign.get(3).submission());
        assertThat(sample(3)).hasSize(3).isEqualTo(sample(3));
    }

    @Test
    void does_not_let_campaigns_crowd_out_what_nobody_copied() {
        for (int i = 0; i < 8; i++) {
            campaign("letter-" + i, 2);
        }
        for (int i = 0; i < 8; i++) {
            said(organisation("Single " + i, null, null), "Single words " + i + ".");
        }

        assertThat(sample(6)).filteredOn(one -> one.passages() > 1).hasSize(3);
        assertThat(sample(12)).filteredOn(one -> one.passages() > 1).hasSize(6);
        assertThat(sample(100)).hasSize(16);
    }

    @Test
    void hears_everybody_once_before_anybody_twice() {
        for (int i = 0; i < 4; i++) {
            said(organisation("Talker " + i, null, null), "One.", "Two " + i, "Three " + i, "Four " + i, "Five " + i);
        }
        for (int i = 0; i < 4; i++) {
            said(organisation("Terse " + i, null, null), "One.", "Only " + i);
        }

        var elsewhere = asked(passages -> passages.elsewhere(round, FIRST, 8));

        assertThat(elsewhere).extracting(Filed::submission).doesNotHaveDuplicates();
        assertThat(elsewhere).extracting(Filed::text).allMatch(text -> text.matches("(Two|Only) \\d"));
    }

    @Test
    void hostile_56_does_not_read_what_nobody_could_read_unless_it_is_named() {
        said(organisation("Terse", null, null), "Short.");
        var endless = said(organisation("Endless", null, null), "word ".repeat(20_000) + "end");

        assertThat(sample(10)).extracting(Filed::text).containsExactly("Short.");
        assertThat(of(Set.of(endless.submission()))).hasSize(1);
        assertThat(asked(passages -> passages.tally(round, FIRST)).passages()).isEqualTo(2);
    }

    private void campaign(String letter, int members) {
        transactions().doInOne(books -> {
            books.wordings().lock(round);
            books.wordings().add(round, new Known(letter, letter, Shingles.of(List.of(letter, "b"))));
        });
        for (int i = 0; i < members; i++) {
            var file = said(organisation(letter + i, null, null), "The letter " + letter + ".");
            transactions().doInOne(books -> books.wordings().join(round, file.submission(), 1, letter));
        }
    }

    @Test
    void gives_all_passages_of_those_that_are_named() {
        var file = said(NOBODY, "Mine.", "Also mine, elsewhere.");
        said(NOBODY, "Somebody else's.");

        assertThat(of(Set.of(file.submission()))).extracting(Filed::text).containsExactly("Mine.");
        assertThat(of(Set.of())).isEmpty();
    }

    @Test
    void makes_do_with_nothing() {
        var tally = asked(passages -> passages.tally(round, FIRST));

        assertThat(tally.passages() + tally.respondents() + tally.quotable() + tally.submissions())
                .isZero();
        assertThat(sample(10)).isEmpty();
        assertThat(counts()).isEmpty();
    }

    @Test
    void keeps_what_people_chose_until_they_choose_otherwise_or_the_submission_is_erased() {
        var file = said(NOBODY, "Mine.");
        var now = Instant.parse("2026-11-23T04:00:00Z");
        var pinned = new Choice(file.submission(), "a".repeat(64), true, ADA, now);
        var dropped = new Choice(file.submission(), "b".repeat(64), false, ADA, now);

        chosen(pinned);
        chosen(dropped);
        assertThat(choices(FIRST)).containsExactly(pinned, dropped);
        assertThat(choices(SECOND)).isEmpty();

        var otherwise = new Choice(file.submission(), "a".repeat(64), false, ADA, now.plusSeconds(1));
        chosen(otherwise);
        transactions()
                .doInOne(books -> books.keyPassageChoices().leave(round, FIRST, file.submission(), "b".repeat(64)));
        assertThat(choices(FIRST)).containsExactly(otherwise);

        transactions().doInOne(books -> books.keyPassageChoices().forget(file.submission()));
        assertThat(choices(FIRST)).isEmpty();
    }

    private void chosen(Choice choice) {
        transactions().doInOne(books -> books.keyPassageChoices().choose(round, FIRST, choice));
    }

    private List<Choice> choices(ItemNumber item) {
        return transactions().inOne(books -> books.keyPassageChoices().of(round, item));
    }
}

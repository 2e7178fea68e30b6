package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.Wordings.Choice;
import org.rostrum.processing.usecase.Wordings.Known;
import org.rostrum.processing.usecase.Wordings.Possible;

/** What all books promise about families, whatever they are kept in. */
public abstract class FamiliesContract {
    private static final Content CONTENT = new Content(
            new Respondent(null, null, null, null, null, null), null, null, null, List.of(), List.of(), List.of());

    private final ConsultationId consultation = new ConsultationId("c-" + UUID.randomUUID());
    private final RoundTexts.Of round = new RoundTexts.Of(consultation, Workplace.ROUND);
    private final RoundTexts.Of other = new RoundTexts.Of(consultation, new RoundId("other"));

    protected abstract Transactions transactions();

    private <T> T asked(Function<Wordings, T> question) {
        return transactions().inOne(books -> question.apply(books.wordings()));
    }

    private Optional<String> family(RoundTexts.Of of, String hash) {
        return asked(wordings -> wordings.familyOf(of, hash));
    }

    private List<String> wordings(RoundTexts.Of of, String family) {
        return asked(wordings -> wordings.ofFamily(of, family));
    }

    private List<Possible> possible(RoundTexts.Of of, String hash) {
        return asked(wordings -> wordings.possible(of, hash));
    }

    private List<Choice> choices(RoundTexts.Of of) {
        return asked(wordings -> wordings.choices(of));
    }

    private Optional<String> wordingOf(Case file) {
        return asked(wordings -> wordings.wordingOf(file.submission()));
    }

    private void told(Consumer<Wordings> change) {
        transactions().doInOne(books -> {
            books.wordings().lock(round);
            change.accept(books.wordings());
        });
    }

    private static Shingles runs(String text) {
        return Shingles.of(List.of(text.split(" ")));
    }

    private Case member(String hash, int minute) {
        return transactions().inOne(books -> member(books, hash, minute));
    }

    private Case member(Books books, String hash, int minute) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var file = Case.opened(new SubmissionReceived(
                new SubmissionId("1-" + id),
                Reference.fromDigest(id.getBytes(StandardCharsets.US_ASCII)),
                consultation,
                Workplace.ROUND,
                1,
                SubmissionKind.RESPONSE,
                Publication.PUBLIC,
                Workplace.object("manifest"),
                0,
                Workplace.NOON.plusSeconds(60L * minute),
                List.of()));
        books.cases().add(file);
        books.contents().add(file.submission(), 1, CONTENT);
        books.wordings().join(round, file.submission(), 1, hash);
        return file;
    }

    /** Whatever is asked between them, and in whatever order their rows are written. */
    @Test
    void takes_many_members_in_one_transaction() {
        transactions().doInOne(books -> {
            for (int i = 0; i < 3; i++) {
                books.wordings().add(round, new Known("many" + i, "many0", runs("a b c d" + i)));
                member(books, "many" + i, i);
                assertThat(books.wordings().familyOf(round, "many" + i)).contains("many0");
            }
        });

        assertThat(list()).singleElement().extracting(Campaign::members).isEqualTo(3);
    }

    @Test
    void finds_wordings_that_share_runs() {
        var one = new Known("one", "one", runs("build the inland route before the coast"));
        told(wordings -> {
            wordings.add(round, one);
            wordings.add(round, new Known("two", "two", runs("satellites are too dear for us")));
            wordings.add(other, new Known("three", "three", one.runs()));
        });

        var sketch = runs("please build the inland route").sketch();
        List<Known> found = asked(wordings -> wordings.alike(round, sketch));
        assertThat(found).containsExactly(one);
        assertThat(family(round, "one")).contains("one");
        assertThat(family(other, "one")).isEmpty();
    }

    @Test
    void searches_no_more_for_what_hundreds_say() {
        told(wordings -> {
            for (int i = 0; i < 150; i++) {
                wordings.add(round, new Known("w" + i, "w" + i, runs("thank you alpha" + i + " beta" + i)));
            }
        });

        var last = runs("thank you alpha149 beta149").sketch();
        List<Known> found = asked(wordings -> wordings.alike(round, last));
        assertThat(found)
                .hasSizeLessThanOrEqualTo(150)
                .first()
                .extracting(Known::hash)
                .isEqualTo("w149");
    }

    @Test
    void adds_beside_and_unites_and_parts() {
        told(wordings -> {
            wordings.add(round, new Known("one", "one", runs("a b c")));
            wordings.addBeside(round, "near", "one");
            wordings.addBeside(round, "near", "one");
            wordings.add(round, new Known("two", "two", runs("d e f")));
            wordings.unite(round, "two", "one");
        });
        assertThat(wordings(round, "one")).containsExactlyInAnyOrder("near", "one", "two");

        told(wordings -> wordings.part(round, "one"));
        assertThat(wordings(round, "one")).containsExactly("one");
        assertThat(family(round, "two"))
                .isPresent()
                .isEqualTo(family(round, "near"))
                .isNotEqualTo(Optional.of("one"));
    }

    @Test
    void keeps_doubts_until_somebody_decides() {
        var doubt = new Possible("one", 0.17);
        told(wordings -> {
            wordings.addPossible(round, "two", doubt);
            wordings.addPossible(round, "two", doubt);
        });
        assertThat(possible(round, "two")).containsExactly(doubt);
        assertThat(possible(round, "one")).containsExactly(new Possible("two", 0.17));

        told(wordings -> wordings.choose(round, new Choice("one", "two", true), Workplace.ADA, Workplace.NOON));
        told(wordings ->
                wordings.choose(round, new Choice("two", "one", false), Workplace.ADA, Workplace.NOON.plusSeconds(1)));
        assertThat(possible(round, "two")).isEmpty();
        assertThat(choices(round)).containsExactly(new Choice("two", "one", false));
        assertThat(choices(other)).isEmpty();
    }

    @Test
    void counts_and_lists_the_members_of_campaigns() {
        told(wordings -> {
            wordings.add(round, new Known("one", "one", runs("a b c")));
            wordings.addBeside(round, "near", "one");
            wordings.add(round, new Known("alone", "alone", runs("d e f")));
        });
        var near = member("near", 0);
        var first = member("one", 1);
        var second = member("one", 2);
        member("alone", 3);

        assertThat(list()).containsExactly(new Campaign(round, "one", 3, 2, near.receivedAt(), second.receivedAt()));
        transactions().doInOne(books -> {
            var campaigns = books.campaigns();
            assertThat(campaigns.find(round, "near"))
                    .hasValueSatisfying(
                            campaign -> assertThat(campaign.members()).isEqualTo(3));
            assertThat(campaigns.find(round, "unheard of")).isEmpty();
            assertThat(campaigns.template(round, "one").orElseThrow().submission())
                    .isEqualTo(first.submission());
            assertThat(campaigns.worded(round, "near").orElseThrow().submission())
                    .isEqualTo(near.submission());
            var page = campaigns.members(round, "one", Optional.empty(), 2);
            assertThat(page)
                    .extracting(Campaigns.Member::submission)
                    .containsExactly(second.submission(), first.submission());
            var last = page.getLast();
            assertThat(campaigns.members(
                            round, "one", Optional.of(new CaseCursor(last.receivedAt(), last.reference())), 2))
                    .extracting(Campaigns.Member::submission)
                    .containsExactly(near.submission());
            assertThat(books.cases()
                            .list(familyOf("near"), Optional.empty(), 10)
                            .cases())
                    .extracting(line -> line.file().submission())
                    .containsExactly(second.submission(), first.submission(), near.submission());
        });

        assertThat(members())
                .hasSize(4)
                .containsEntry(near.submission(), "near")
                .containsEntry(second.submission(), "one");
        told(wordings -> Arrays.asList(first, second, near).forEach(file -> wordings.leave(file.submission())));
        assertThat(list()).isEmpty();
        assertThat(wordingOf(first)).isEmpty();
    }

    private CaseFilter familyOf(String wording) {
        return new CaseFilter(
                Optional.of(consultation), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(wording));
    }

    private Map<SubmissionId, String> members() {
        return asked(wordings -> wordings.ofMembers(round));
    }

    private List<Campaign> list() {
        return transactions().inOne(books -> books.campaigns().list(Optional.of(consultation), 10));
    }

    @Test
    void enters_many_events_at_once_and_counts_the_new_ones() {
        var prefix = UUID.randomUUID().toString();
        int first = transactions().inOne(books -> books.inbox().enterAll(List.of(prefix + 1, prefix + 2)));
        int again = transactions().inOne(books -> books.inbox().enterAll(List.of(prefix + 2, prefix + 3)));

        assertThat(first).isEqualTo(2);
        assertThat(again).isEqualTo(1);
    }

    @Test
    void knows_whether_any_of_some_submissions_has_a_case_or_waits() {
        var file = member("one", 0);
        var unknown = new SubmissionId("1-" + UUID.randomUUID().toString().replace("-", ""));
        transactions().doInOne(books -> {
            assertThat(books.cases().hasAny(List.of(unknown, file.submission())))
                    .isTrue();
            assertThat(books.cases().hasAny(List.of(unknown))).isFalse();
            assertThat(books.parkedEvents().hasAny(List.of(file.submission()))).isFalse();
        });
        assertThatThrownBy(() -> transactions().doInOne(books -> books.cases().add(file)))
                .isInstanceOf(ConcurrentChange.class);
    }
}

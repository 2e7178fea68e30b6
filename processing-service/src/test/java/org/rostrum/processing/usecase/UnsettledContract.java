package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.filing.Candidate;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.Refilings.Move;
import org.rostrum.processing.usecase.Refilings.Refiling;
import org.rostrum.processing.usecase.RoundTexts.Unsettled;
import org.rostrum.processing.usecase.Wordings.Known;

/** What all books promise about passages that nobody has settled, whatever they are kept in. */
public abstract class UnsettledContract {
    private static final Filing GUESSED = new Filing(
            List.of(new ItemNumber("1")), 0.4, FilingBasis.CONTENT, List.of(new Candidate(new ItemNumber("2"), 0.3)));

    private final ConsultationId consultation = new ConsultationId("c-" + UUID.randomUUID());
    private final RoundTexts.Of round = new RoundTexts.Of(consultation, Workplace.ROUND);

    protected abstract Transactions transactions();

    private Case withStaff(String text, Filing... filings) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var opened = Case.opened(new SubmissionReceived(
                new SubmissionId("1-" + id),
                Reference.fromDigest(id.getBytes(StandardCharsets.US_ASCII)),
                consultation,
                Workplace.ROUND,
                1,
                SubmissionKind.RESPONSE,
                Publication.PUBLIC,
                Workplace.object("manifest"),
                0,
                Workplace.NOON,
                List.of()));
        var content = content(text, filings);
        return transactions().inOne(books -> {
            books.cases().add(opened);
            books.contents().add(opened.submission(), 1, content);
            content.sources().forEach(source -> books.roundTexts().add(round, opened.submission(), 1, source, content));
            var file = opened.at(((Stage.InProcess) opened.stage()).processed(Publication.PUBLIC));
            books.cases().replace(file);
            return file;
        });
    }

    /** As many passages as filings, each a word of the text. */
    private static Content content(String text, Filing... filings) {
        var passages = new ArrayList<FiledPassage>();
        int from = 0;
        for (Filing filing : filings) {
            int to = text.indexOf(' ', from) < 0 ? text.length() : text.indexOf(' ', from);
            passages.add(new FiledPassage(
                    passages.size() + 1, 1, new Span(from, to), 0, "en", filing, filing.basis() == FilingBasis.STAFF));
            from = Math.min(text.length(), to + 1);
        }
        return new Content(
                new Respondent(null, null, null, null, null, null),
                null,
                "en",
                null,
                List.of(new Source(1, new Origin.FreeText(), text, "en")),
                List.of(),
                passages);
    }

    private void worded(Case file, String hash, String family) {
        transactions().doInOne(books -> {
            books.wordings().lock(round);
            if (books.wordings().familyOf(round, hash).isEmpty()) {
                books.wordings().add(round, new Known(hash, family, Shingles.of(List.of(hash, family))));
            }
            books.wordings().join(round, file.submission(), 1, hash);
        });
    }

    private List<Unsettled> unsettled(int passages) {
        return transactions().inOne(books -> books.roundTexts().unsettled(round, passages));
    }

    private List<String> texts() {
        return transactions().inOne(books -> {
            var found = books.roundTexts().unsettled(round, 100);
            return books.roundTexts().texts(found);
        });
    }

    @Test
    void gives_what_only_the_machine_filed_with_its_words() {
        var file =
                withStaff("lighthouse 😀ferry harbour", GUESSED, GUESSED, Filing.byStaff(List.of(new ItemNumber("1"))));
        withStaff("box", Filing.inBox(new ItemNumber("1")));

        assertThat(texts()).containsExactlyInAnyOrder("lighthouse", "😀ferry");
        assertThat(unsettled(100)).allSatisfy(passage -> {
            assertThat(passage.submission()).isEqualTo(file.submission());
            assertThat(passage.reference()).isEqualTo(file.reference());
            assertThat(passage.filing()).isEqualTo(GUESSED);
            assertThat(passage.copies()).isEqualTo(1);
        });
        assertThat(unsettled(1)).hasSize(1);
    }

    @Test
    void leaves_out_what_staff_do_not_work_on() {
        var file = withStaff("lighthouse", GUESSED);
        assertThat(unsettled(100)).hasSize(1);

        transactions().doInOne(books -> books.cases().replace(file.withdrawn(Workplace.NOON)));

        assertThat(unsettled(100)).isEmpty();
    }

    @Test
    void of_copies_gives_one_and_says_how_many_there_are() {
        worded(withStaff("lighthouse ferry", GUESSED, GUESSED), "w1", "family");
        worded(withStaff("lighthouse ferry", GUESSED, GUESSED), "w1", "family");
        worded(withStaff("lighthouse boat", GUESSED, GUESSED), "w2", "family");

        assertThat(unsettled(100))
                .hasSize(4)
                .allMatch(passage -> passage.family().equals("family"));
        assertThat(unsettled(100)).extracting(Unsettled::copies).containsExactlyInAnyOrder(2, 2, 1, 1);
    }

    @Test
    void what_is_settled_in_one_copy_is_settled_in_all() {
        var settled = withStaff("lighthouse ferry", GUESSED, GUESSED);
        worded(settled, "w1", "family");
        worded(withStaff("lighthouse ferry", GUESSED, GUESSED), "w1", "family");
        transactions().doInOne(books -> {
            var content = books.contents().find(settled.submission(), 1).orElseThrow();
            books.contents()
                    .refile(
                            settled.submission(),
                            1,
                            content.passages().getFirst().moved(List.of()));
        });

        assertThat(unsettled(100)).extracting(Unsettled::ordinal).containsExactly(2);
    }

    private List<Refiling> refilings() {
        return transactions().inOne(books -> books.refilings().of(round));
    }

    private Refiling refiling(Case file, int moved) {
        return new Refiling(
                Workplace.NOON,
                "encoder",
                7,
                moved,
                List.of(new Move(
                        file.submission(),
                        file.reference(),
                        new PassageId(1, 2),
                        List.of(),
                        List.of(new ItemNumber("1"), new ItemNumber("2")))));
    }

    @Test
    void keeps_the_last_refilings_of_a_round_and_forgets_those_of_a_submission() {
        var file = withStaff("lighthouse", GUESSED);
        var other = withStaff("ferry", GUESSED);
        for (int i = 1; i <= Refilings.KEPT + 3; i++) {
            var refiling = refiling(i % 2 == 0 ? file : other, i);
            transactions().doInOne(books -> books.refilings().add(round, refiling));
        }

        assertThat(refilings()).hasSize(Refilings.KEPT);
        assertThat(refilings().getFirst()).isEqualTo(refiling(other, Refilings.KEPT + 3));

        transactions().doInOne(books -> books.refilings().forget(other.submission()));

        assertThat(refilings()).hasSize(Refilings.KEPT);
        assertThat(refilings().getFirst().moves()).isEmpty();
        assertThat(refilings().getFirst().moved()).isEqualTo(Refilings.KEPT + 3);
        assertThat(refilings().get(1)).isEqualTo(refiling(file, Refilings.KEPT + 2));
    }

    @Test
    void tells_of_submissions_whether_their_passages_stand_alike() {
        var first = withStaff("lighthouse ferry", GUESSED, GUESSED);
        var surer = new Filing(GUESSED.items(), 0.99, GUESSED.basis(), List.of());
        var alike = withStaff("lighthouse ferry", surer, GUESSED);
        var elsewhere = withStaff("lighthouse ferry", GUESSED, filed(FilingBasis.CONTENT, "2"));
        var otherReason = withStaff("lighthouse ferry", GUESSED, filed(FilingBasis.ORDER, "1"));
        var fewer = withStaff("lighthouse ferry", GUESSED);
        var none = withStaff("lighthouse ferry");

        Map<SubmissionId, String> filed = transactions()
                .inOne(books -> books.roundTexts().withStaff(round).stream()
                        .collect(Collectors.toMap(RoundTexts.WithStaff::submission, RoundTexts.WithStaff::filed)));

        assertThat(filed.get(alike.submission())).isEqualTo(filed.get(first.submission()));
        assertThat(Stream.of(first, elsewhere, otherReason, fewer, none).map(file -> filed.get(file.submission())))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    private static Filing filed(FilingBasis basis, String item) {
        return new Filing(List.of(new ItemNumber(item)), 0.4, basis, List.of());
    }
}

package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Clearance;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Candidate;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.ExtractionFlag;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.Part;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.domain.text.UnreadFile;

/** What all books promise, whatever they are kept in. */
public abstract class BooksContract {
    private static final Instant NOON = Workplace.NOON;

    /** Each test uses ids of its own, so that books may be shared. */
    private final ConsultationId consultation = new ConsultationId("c-" + UUID.randomUUID());

    protected abstract Transactions transactions();

    private boolean is(Predicate<Books> question) {
        return transactions().inOne(question::test);
    }

    private <T> Optional<T> one(Function<Books, Optional<T>> question) {
        return transactions().inOne(question);
    }

    private <T> List<T> all(Function<Books, List<T>> question) {
        return transactions().inOne(question);
    }

    private <K, V> Map<K, V> map(Function<Books, Map<K, V>> question) {
        return transactions().inOne(question);
    }

    protected Case opened(int minute) {
        var id = UUID.randomUUID().toString().replace("-", "");
        return Case.opened(new SubmissionReceived(
                new SubmissionId("1-" + id),
                Reference.fromDigest(id.getBytes(StandardCharsets.US_ASCII)),
                consultation,
                Workplace.ROUND,
                1,
                SubmissionKind.RESPONSE,
                Publication.PUBLIC,
                Workplace.object("manifest"),
                0,
                NOON.plusSeconds(60L * minute),
                List.of()));
    }

    protected Case added(Case file) {
        transactions().doInOne(books -> books.cases().add(file));
        return file;
    }

    private Optional<Case> found(Case file) {
        return transactions().inOne(books -> books.cases().find(file.reference()));
    }

    private CaseFilter here(Optional<CaseState> state) {
        return new CaseFilter(Optional.of(consultation), state, Optional.empty(), Optional.empty());
    }

    @Test
    void gives_a_case_back_at_whatever_stage() {
        var clearance = new Clearance(1, Workplace.object("artefact"), "ada", NOON);
        var stages = List.of(
                new Stage.WithStaff(),
                new Stage.Cleared(clearance, "leak-found"),
                new Stage.Published(clearance, "/path", NOON),
                new Stage.Withheld("Insults.", "ada", NOON),
                new Stage.Confidential(),
                new Stage.Quarantined(),
                new Stage.Withdrawn(NOON),
                new Stage.Erased(NOON, "respondent-asked"),
                new Stage.Parked("manifest-missing", NOON),
                new Stage.InProcess());
        var file = added(opened(0));

        for (var stage : stages) {
            var next = file.at(stage);
            transactions().doInOne(books -> books.cases().replace(next));
            file = next;

            assertThat(found(file)).contains(file);
        }
    }

    @Test
    void refuses_to_overwrite_what_somebody_else_changed() {
        var file = added(opened(0));
        var mine = file.at(new Stage.WithStaff());
        transactions().doInOne(books -> books.cases().replace(mine));

        assertThatThrownBy(() ->
                        transactions().doInOne(books -> books.cases().replace(file.at(new Stage.Confidential()))))
                .isInstanceOf(ConcurrentChange.class);
        assertThat(found(file)).contains(mine);
    }

    @Test
    void undoes_everything_when_the_work_fails() {
        var file = opened(0);

        assertThatThrownBy(() -> transactions().doInOne(books -> {
                    books.cases().add(file);
                    throw new IllegalArgumentException("as planned");
                }))
                .hasMessage("as planned");

        assertThat(found(file)).isEmpty();
    }

    @Test
    void lists_the_newest_first_and_pages_without_gap_or_repetition() {
        var files =
                IntStream.range(0, 5).mapToObj(this::opened).map(this::added).toList();
        var filter = here(Optional.empty());

        var seen = new ArrayList<Reference>();
        Optional<CaseCursor> next = Optional.empty();
        do {
            var after = next;
            var page = transactions().inOne(books -> books.cases().list(filter, after, 2));
            page.cases().forEach(line -> seen.add(line.file().reference()));
            next = page.next();
        } while (next.isPresent());

        assertThat(seen)
                .containsExactlyElementsOf(
                        files.reversed().stream().map(Case::reference).toList());
    }

    @Test
    void gives_a_case_back_with_its_flags_its_dispute_and_the_version_that_stands_meanwhile() {
        var clearance = new Clearance(1, Workplace.object("artefact"), "ada", NOON);
        var file = added(opened(0));
        var published = replaced(file.at(new Stage.Published(clearance, "/path", NOON)));
        var amended = replaced(published.amended(new SubmissionAmended(
                file.submission(),
                file.reference(),
                consultation,
                Workplace.ROUND,
                2,
                SubmissionKind.RESPONSE,
                Publication.PUBLIC,
                Workplace.object("manifest-2"),
                0,
                NOON,
                List.of(SubmissionFlag.LATE, SubmissionFlag.FLOOD))));
        assertThat(found(file)).contains(amended);

        var disputed = replaced(amended.disputed(NOON.plusMillis(1)));
        assertThat(found(file)).contains(disputed);

        var withdrawn = replaced(disputed.withdrawn(NOON.plusMillis(2)));
        assertThat(found(file)).contains(withdrawn);
    }

    private Case replaced(Case changed) {
        transactions().doInOne(books -> books.cases().replace(changed));
        return changed;
    }

    @ParameterizedTest
    @EnumSource(CaseMark.class)
    void finds_cases_by_each_mark(CaseMark mark) {
        added(opened(0));
        var file = added(opened(1));
        replaced(marked(file, mark));

        var found = transactions()
                .inOne(books -> books.cases()
                        .list(
                                new CaseFilter(
                                        Optional.of(consultation),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(mark)),
                                Optional.empty(),
                                10));

        assertThat(found.cases())
                .singleElement()
                .returns(file.reference(), line -> line.file().reference());
    }

    private static Case marked(Case file, CaseMark mark) {
        var flags = mark == CaseMark.DISPUTED || mark == CaseMark.AMENDED
                ? List.<SubmissionFlag>of()
                : List.of(SubmissionFlag.valueOf(mark.name()));
        var amended = file.amended(new SubmissionAmended(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                mark == CaseMark.AMENDED ? 2 : 3,
                SubmissionKind.RESPONSE,
                Publication.PUBLIC,
                Workplace.object("manifest-2"),
                0,
                NOON,
                flags));
        return mark == CaseMark.DISPUTED ? file.disputed(NOON) : amended;
    }

    @Test
    void knows_the_version_before() {
        var file = added(opened(0));
        transactions().doInOne(books -> {
            books.contents().add(file.submission(), 1, content());
            books.contents().add(file.submission(), 3, content());
        });

        assertThat(transactions().<OptionalInt>inOne(books -> books.contents().versionBefore(file.submission(), 3)))
                .hasValue(1);
        assertThat(transactions().<OptionalInt>inOne(books -> books.contents().versionBefore(file.submission(), 1)))
                .isEmpty();
    }

    @Test
    void finds_cases_by_state_and_by_the_beginning_of_a_reference() {
        var file = added(opened(0));
        added(opened(1));
        transactions().doInOne(books -> books.cases().replace(file.at(new Stage.WithStaff())));
        var beginning = Optional.of(file.reference().value().substring(0, 7));

        var byState = transactions()
                .inOne(books -> books.cases().list(here(Optional.of(CaseState.WITH_STAFF)), Optional.empty(), 10));
        var byReference = transactions()
                .inOne(books -> books.cases()
                        .list(
                                new CaseFilter(
                                        Optional.of(consultation), Optional.empty(), beginning, Optional.empty()),
                                Optional.empty(),
                                10));

        assertThat(byState.cases())
                .singleElement()
                .returns(file.reference(), line -> line.file().reference());
        assertThat(byReference.cases())
                .singleElement()
                .returns(file.reference(), line -> line.file().reference());
        assertThat(map(books -> books.cases().counts(Optional.of(consultation))))
                .containsEntry(CaseState.WITH_STAFF, 1)
                .containsEntry(CaseState.IN_PROCESS, 1);
    }

    @Test
    void puts_other_content_in_the_place_of_what_it_kept() {
        var file = added(opened(0));
        var content = content();
        transactions().doInOne(books -> books.contents().add(file.submission(), 1, content));
        var other = new Content(
                content.respondent(),
                null,
                "fr",
                null,
                content.sources().subList(0, 1),
                List.of(),
                content.passages().subList(0, 1));

        transactions().doInOne(books -> books.contents().replace(file.submission(), 1, other));

        assertThat(found(file, 1)).contains(other);
    }

    @Test
    void gives_content_back_as_it_was_and_refiles_one_passage() {
        var file = added(opened(0));
        var content = content();
        transactions().doInOne(books -> books.contents().add(file.submission(), 1, content));

        assertThat(found(file, 1)).contains(content);

        var moved = content.passages().getFirst().moved(List.of());
        transactions().doInOne(books -> books.contents().refile(file.submission(), 1, moved));

        assertThat(found(file, 1).orElseThrow().passages())
                .containsExactly(moved, content.passages().getLast());
        assertThat(found(file, 2)).isEmpty();
    }

    private Optional<Content> found(Case file, int version) {
        return transactions().inOne(books -> books.contents().find(file.submission(), version));
    }

    @Test
    void gives_the_texts_of_a_round_as_they_stand_filed() {
        var file = added(opened(0));
        var content = content();
        var round = new RoundTexts.Of(file.consultation(), file.round());
        transactions().doInOne(books -> {
            books.contents().add(file.submission(), 1, content);
            content.sources().forEach(source -> books.roundTexts().add(round, file.submission(), 1, source, content));
        });
        var box = new RoundTexts.Passage(
                "Words", "en", content.passages().getFirst().filing());
        var document = new RoundTexts.Passage(
                "A file", null, content.passages().getLast().filing());

        assertThat(sample(round, 100)).containsExactlyInAnyOrder(List.of(box), List.of(document));
        assertThat(sample(round, 1)).hasSize(1);
        Set<RoundTexts.Of> rounds =
                transactions().inOne(books -> books.roundTexts().rounds());
        assertThat(rounds).contains(round);

        var moved = content.passages().getLast().moved(List.of(new ItemNumber("7")));
        transactions().doInOne(books -> books.contents().refile(file.submission(), 1, moved));

        assertThat(sample(round, 100))
                .containsExactlyInAnyOrder(
                        List.of(box), List.of(new RoundTexts.Passage("A file", null, moved.filing())));
        assertThat(sample(new RoundTexts.Of(file.consultation(), new RoundId("other")), 100))
                .isEmpty();
    }

    private List<List<RoundTexts.Passage>> sample(RoundTexts.Of round, int passages) {
        return transactions()
                .inOne(books -> books.roundTexts().sample(round, passages).stream()
                        .filter(document -> !document.isEmpty())
                        .toList());
    }

    @Test
    void finds_the_submissions_of_a_round_that_staff_work_on_and_which_of_them_only_copy() {
        var copying = withStaff(0);
        var other = added(opened(1));
        var saying = withStaff(2);
        var round = new RoundTexts.Of(copying.consultation(), copying.round());
        var content = content();
        transactions().doInOne(books -> {
            books.contents().add(saying.submission(), 1, content);
            books.roundTexts()
                    .add(round, saying.submission(), 1, content.sources().getFirst(), content);
        });

        List<RoundTexts.WithStaff> withStaff =
                transactions().inOne(books -> books.roundTexts().withStaff(round));
        assertThat(withStaff)
                .extracting(RoundTexts.WithStaff::submission, RoundTexts.WithStaff::isCopy)
                .containsExactlyInAnyOrder(tuple(copying.submission(), true), tuple(saying.submission(), false))
                .doesNotContain(tuple(other.submission(), false), tuple(other.submission(), true));
    }

    private Case withStaff(int number) {
        var opened = added(opened(number));
        transactions()
                .doInOne(books -> books.cases()
                        .replace(opened.at(((Stage.InProcess) opened.stage()).processed(opened.publication()))));
        return opened;
    }

    @Test
    void keeps_places_by_encoder_and_text() {
        var encoder = "encoder-" + UUID.randomUUID();
        transactions()
                .doInOne(books ->
                        books.places().keep(encoder, Map.of("one", new float[] {0.5f, -0.25f}, "none", new float[0])));
        transactions().doInOne(books -> books.places().keep(encoder, Map.of("one", new float[] {9, 9})));

        Map<String, float[]> found =
                transactions().inOne(books -> books.places().find(encoder, List.of("one", "none", "unknown")));

        assertThat(found).containsOnlyKeys("one", "none");
        assertThat(found.get("one")).containsExactly(0.5f, -0.25f);
        assertThat(found.get("none")).isEmpty();
        Map<String, float[]> ofAnother =
                transactions().inOne(books -> books.places().find("another", List.of("one")));
        assertThat(ofAnother).isEmpty();
    }

    private static Layout layout() {
        return new Layout(
                List.of(
                        new Part("", "application/zip", Part.Unit.LINES),
                        new Part("b \"c\".ods / Sheet", "application/x", Part.Unit.ROWS)),
                List.of(new Layout.Mark(0, new Place(1, 0, 14)), new Layout.Mark(2, new Place(1, 3, 15))));
    }

    private static Content content() {
        return new Content(
                new Respondent("Zoë", null, null, "Digital Rights", "CH", null),
                "Ports",
                "en",
                null,
                List.of(
                        new Source(1, new Origin.Box(new ItemNumber("1")), "Words 'quoted' 😀", "en"),
                        new Source(2, new Origin.FreeText(), "More", null),
                        new Source(3, new Origin.File(1), "A file", null, layout())),
                List.of(
                        new AttachmentOutcome(
                                1,
                                "a.txt",
                                "text/plain",
                                Workplace.object("a"),
                                null,
                                List.of("odd, \"very\""),
                                List.of(
                                        new ExtractionFlag(ExtractionFlag.Kind.OCR, 2, "page 1: \"80\" %"),
                                        new ExtractionFlag(ExtractionFlag.Kind.COMMENT, 1, "")),
                                List.of(new UnreadFile(2, "b/\"locked\".pdf", QuarantineReason.ENCRYPTED))),
                        new AttachmentOutcome(
                                2,
                                "b.pdf",
                                "application/pdf",
                                Workplace.object("b"),
                                QuarantineReason.ENCRYPTED,
                                List.of())),
                List.of(
                        new FiledPassage(1, 1, new Span(0, 5), 0, "en", Filing.inBox(new ItemNumber("1")), false),
                        new FiledPassage(
                                2,
                                3,
                                new Span(0, 6),
                                4,
                                null,
                                new Filing(
                                        List.of(new ItemNumber("1"), new ItemNumber("2.e")),
                                        0.25,
                                        FilingBasis.CONTENT,
                                        List.of(new Candidate(new ItemNumber("2"), 0.125))),
                                false)));
    }

    @Test
    void removes_everything_of_one_submission_and_nothing_of_another() {
        var file = added(opened(0));
        var other = added(opened(1));
        var encoder = "encoder-" + UUID.randomUUID();
        var raw = new RawEvent("t", "k", Map.of(), new byte[] {1});
        transactions().doInOne(books -> {
            books.contents().add(file.submission(), 1, content());
            books.contents().add(file.submission(), 2, content());
            books.contents().add(other.submission(), 1, content());
            books.places().keep(encoder, Map.of("gone", new float[] {1}, "stays", new float[] {2}));
            books.parkedEvents().add(file.submission(), raw);
            books.parkedEvents().add(other.submission(), raw);
        });

        List<Content> removed = transactions().inOne(books -> {
            books.parkedEvents().removeAll(file.submission());
            books.places().forget(List.of("gone"));
            return books.contents().removeAll(file.submission());
        });

        assertThat(removed).containsExactly(content(), content());
        assertThat(found(file, 1)).isEmpty();
        assertThat(found(file, 2)).isEmpty();
        assertThat(found(other, 1)).contains(content());
        assertThat(is(books -> books.parkedEvents().isQueued(file.submission())))
                .isFalse();
        assertThat(is(books -> books.parkedEvents().isQueued(other.submission())))
                .isTrue();
        Map<String, float[]> known =
                transactions().inOne(books -> books.places().find(encoder, List.of("gone", "stays")));
        assertThat(known).containsOnlyKeys("stays");
        transactions().doInOne(books -> books.parkedEvents().removeAll(other.submission()));
    }

    @Test
    void removes_the_details_of_a_history_and_keeps_what_happened() {
        var file = added(opened(0));
        var other = added(opened(1));
        var entry = new HistoryEntry(Happening.WITHHELD, 1, NOON, Workplace.ADA, Map.of("reason", "Zoe wrote."));
        transactions().doInOne(books -> {
            books.histories().add(file.submission(), entry);
            books.histories().add(other.submission(), entry);
        });

        transactions().doInOne(books -> books.histories().removeDetails(file.submission()));

        assertThat(all(books -> books.histories().of(file.submission())))
                .containsExactly(new HistoryEntry(Happening.WITHHELD, 1, NOON, Workplace.ADA, Map.of()));
        assertThat(all(books -> books.histories().of(other.submission()))).containsExactly(entry);
    }

    @Test
    void remembers_what_was_erased() {
        var file = added(opened(0));
        var other = added(opened(1));

        transactions().doInOne(books -> books.erasures().add(file.submission(), NOON));
        transactions().doInOne(books -> books.erasures().add(file.submission(), NOON.plusSeconds(1)));

        assertThat(is(books -> books.erasures().contains(file.submission()))).isTrue();
        assertThat(is(books -> books.erasures().contains(other.submission()))).isFalse();
    }

    @Test
    void keeps_history_in_order() {
        var file = added(opened(0));
        var first = new HistoryEntry(Happening.RECEIVED, 1, NOON, null, Map.of());
        var second = new HistoryEntry(Happening.MOVED, 1, NOON, Workplace.ADA, Map.of("from", "1", "to", ""));

        transactions().doInOne(books -> books.histories().add(file.submission(), first));
        transactions().doInOne(books -> books.histories().add(file.submission(), second));

        assertThat(all(books -> books.histories().of(file.submission()))).containsExactly(first, second);
    }

    @Test
    void admits_an_event_once() {
        var id = UUID.randomUUID().toString();

        assertThat(is(books -> books.inbox().enter(id))).isTrue();
        assertThat(is(books -> books.inbox().enter(id))).isFalse();
        assertThat(is(books -> books.inbox().contains(id))).isTrue();
    }

    @Test
    void keeps_the_definition_of_the_latest_revision() {
        transactions().doInOne(books -> books.definitions().add(defined(2, "Second")));
        transactions().doInOne(books -> books.definitions().add(defined(1, "First")));

        assertThat(one(books -> books.definitions().latest(consultation)))
                .map(definition -> definition.title().in("en"))
                .contains("Second");
    }

    @Test
    void lets_the_later_of_two_definitions_with_one_revision_win() {
        transactions().doInOne(books -> books.definitions().add(defined(1, "Earlier")));
        transactions().doInOne(books -> books.definitions().add(defined(1, "Later")));

        assertThat(one(books -> books.definitions().latest(consultation)))
                .map(definition -> definition.title().in("en"))
                .contains("Later");
    }

    protected ConsultationDefined defined(int revision, String title) {
        var demo = Workplace.definition();
        var definition = new ConsultationDefinition(
                consultation,
                LocalizedText.english(title),
                demo.organiser(),
                null,
                null,
                demo.zone(),
                demo.languages(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                demo.rounds());
        return new ConsultationDefined(consultation, revision, definition, NOON, "max");
    }

    @Test
    void hands_out_waiting_events_only_when_their_case_is_not_parked() {
        var file = added(opened(0));
        var raw = new RawEvent("t", "k", Map.of("a", "b"), new byte[] {0, 1, (byte) 0xff});
        var parked = file.at(new Stage.Parked("any", NOON));
        transactions().doInOne(books -> {
            books.cases().replace(parked);
            books.parkedEvents().add(file.submission(), raw);
        });
        assertThat(one(books -> books.parkedEvents().nextReleased())).isEmpty();
        assertThat(all(books -> books.parkedEvents().parkedFor("any", consultation)))
                .containsExactly(file.submission());

        transactions().doInOne(books -> books.cases().replace(parked.at(new Stage.InProcess())));

        var waiting = transactions()
                .inOne(books -> books.parkedEvents().nextReleased())
                .orElseThrow();
        assertThat(waiting.event().json()).isEqualTo(raw.json());
        assertThat(waiting.event().headers()).isEqualTo(raw.headers());
        assertThat(is(books -> books.parkedEvents().remove(waiting.position()))).isTrue();
        assertThat(is(books -> books.parkedEvents().isQueued(file.submission())))
                .isFalse();
    }
}

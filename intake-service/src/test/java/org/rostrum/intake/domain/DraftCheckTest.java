package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.Fixtures.FIRST;
import static org.rostrum.intake.Fixtures.LIMITS;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.Fixtures.definition;
import static org.rostrum.intake.Fixtures.draft;
import static org.rostrum.intake.Fixtures.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.SubmissionDraft.Box;
import org.rostrum.intake.domain.SubmissionDraft.Person;
import org.rostrum.intake.domain.WrongField.Fault;

class DraftCheckTest {
    @Test
    void accepts_an_answer_and_tidies_what_is_one_line() {
        var content = acceptable(answering("2.e", " IPv6\nfirst "));

        assertThat(content.kind()).isEqualTo(SubmissionKind.RESPONSE);
        assertThat(content.answers().getFirst().text()).isEqualTo(" IPv6\nfirst ");
        assertThat(content.respondent().country()).isEqualTo("GB");
        assertThat(content.respondent().stakeholderGroup()).isEqualTo("Academia");
        assertThat(content.email()).isEqualTo("ada@example.org");
    }

    @Test
    void names_every_wrong_field_at_once() {
        var person = new Person(
                "A\nB", "x".repeat(51), null, null, "Switzerland", "Nobody", "ada@example.org\r\nBcc: all@x.org");
        var draft = new SubmissionDraft(
                "proposal",
                person,
                null,
                "klingonish-language",
                null,
                List.of(new Box("9", "x"), new Box(null, "y")),
                "z".repeat(1001),
                "secret",
                null);

        assertThat(faults(draft, List.of()))
                .containsOnlyKeys(
                        "/kind",
                        "/respondent/givenName",
                        "/respondent/familyName",
                        "/respondent/country",
                        "/respondent/stakeholderGroup",
                        "/respondent/email",
                        "/language",
                        "/publication",
                        "/answers/0/item",
                        "/answers/1/item",
                        "/text",
                        "/declaration");
    }

    @Test
    void refuses_a_submission_that_says_nothing() {
        assertThat(faults(draft(List.of(new Box("2", "  ")), " \n"), List.of()))
                .containsEntry("", new WrongField.NothingSaid());
    }

    @Test
    void an_attachment_alone_says_something() {
        assertThat(check(draft(List.of(), null), List.of(file(7)))).isInstanceOf(DraftCheck.Acceptable.class);
    }

    @Test
    void refuses_two_answers_to_one_item() {
        assertThat(faults(draft(List.of(new Box("2", "a"), new Box("2", "b")), null), List.of()))
                .containsEntry("/answers/1/item", new WrongField.AnsweredTwice());
    }

    @Test
    void an_item_may_take_fewer_kinds_than_its_round() {
        assertThat(faults(answering("3", "agreed"), List.of()))
                .containsEntry("/answers/0/item", new WrongField.NotTakenByItem());
    }

    @Test
    void counts_characters_as_people_do() {
        var exact = "😀".repeat(1000);

        assertThat(check(draft(List.of(), exact), List.of())).isInstanceOf(DraftCheck.Acceptable.class);
        assertThat(faults(draft(List.of(), exact + "x"), List.of()))
                .containsEntry("/text", new WrongField.TooLong(1000, 1001));
    }

    @Test
    void refuses_half_a_character() {
        assertThat(faults(draft(List.of(), "a\ud83d"), List.of()))
                .containsEntry("/text", new WrongField.BrokenCharacter());
    }

    @Test
    void names_the_attachment_that_is_too_large_or_empty() {
        assertThat(faults(answering("2", "see files"), List.of(file(1), file(101), file(0))))
                .containsEntry("/attachments/1", new WrongField.FileTooLarge(2, 100, 101))
                .containsEntry("/attachments/2", new WrongField.EmptyFile(3));
    }

    @Test
    void limits_the_number_and_the_sum_of_attachments() {
        assertThat(faults(answering("2", "see files"), List.of(file(1), file(1), file(1), file(1))))
                .containsEntry("/attachments", new WrongField.TooManyFiles(3, 4));
        assertThat(faults(answering("2", "see files"), List.of(file(90), file(90), file(90))))
                .containsEntry("/attachments", new WrongField.FilesTooLargeTogether(250, 270));
    }

    @Test
    void a_field_of_the_wrong_shape_is_not_also_called_missing() {
        var draft = new SubmissionDraft(null, Person.NOBODY, null, null, null, List.of(), "text", null, true);
        var shape = new WrongField("/publication", new WrongField.WrongType("a text"));

        var result = new DraftCheck(definition(), definition().round(FIRST).orElseThrow(), LIMITS)
                .check(draft, List.of(), List.of(shape));

        assertThat(((DraftCheck.Faulty) result).wrong()).containsExactly(shape);
    }

    /** Free text in this field would be published beside anonymous contributions. */
    @Test
    void takes_no_stakeholder_group_where_none_is_defined() {
        var without = definition(Fixtures.YAML.replaceFirst("(?m)^stakeholderGroups.*\\n", ""));
        var result = new DraftCheck(without, without.round(FIRST).orElseThrow(), LIMITS)
                .check(answering("2", "x"), List.of(), List.of());

        assertThat(((DraftCheck.Faulty) result).wrong())
                .containsExactly(new WrongField("/respondent/stakeholderGroup", new WrongField.NoGroups()));
    }

    @Test
    void hostile_54_an_address_of_any_length_is_refused_before_its_form_is_looked_at() {
        var hostile = "a@" + "a-".repeat(100_000);

        var person = new Person(null, null, null, null, null, null, hostile);
        var draft = new SubmissionDraft(null, person, null, null, null, List.of(), "text", "public", true);

        assertThat(faults(draft, List.of())).containsEntry("/respondent/email", new WrongField.NoEmailAddress());
    }

    @Test
    void hostile_42_a_file_without_a_byte_is_refused_by_its_number() {
        var nobody = new Person(null, null, null, null, null, null, null);
        var draft = new SubmissionDraft(null, nobody, null, null, null, List.of(), "text", "public", true);

        assertThat(faults(draft, List.of(new OfferedFile("empty.pdf", "application/pdf", 0))))
                .containsEntry("/attachments/0", new WrongField.EmptyFile(1));
    }

    private static SubmissionContent acceptable(SubmissionDraft draft) {
        return ((DraftCheck.Acceptable) check(draft, List.of())).content();
    }

    private static Map<String, Fault> faults(SubmissionDraft draft, List<OfferedFile> files) {
        return ((DraftCheck.Faulty) check(draft, files))
                .wrong().stream().collect(Collectors.toMap(WrongField::pointer, WrongField::fault));
    }

    private static DraftCheck.Result check(SubmissionDraft draft, List<OfferedFile> files) {
        return new DraftCheck(definition(), definition().round(FIRST).orElseThrow(), LIMITS)
                .check(draft, files, List.of());
    }
}

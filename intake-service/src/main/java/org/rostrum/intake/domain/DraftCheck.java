package org.rostrum.intake.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Respondent;

/** Reads one draft against its round and finds everything that is wrong with it, not only the first. Use once. */
public final class DraftCheck {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final int EMAIL_CHARACTERS = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@"
            + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})(?:\\.[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62})+");

    private final ConsultationDefinition definition;
    private final Round round;
    private final Limits limits;
    private final List<WrongField> wrong = new ArrayList<>();

    public DraftCheck(ConsultationDefinition definition, Round round, Limits limits) {
        this.definition = definition;
        this.round = round;
        this.limits = limits;
    }

    /** What came of the check. */
    public sealed interface Result {}

    public record Acceptable(SubmissionContent content) implements Result {}

    public record Faulty(List<WrongField> wrong) implements Result {}

    /**
     * Checks everything.
     *
     * @param shapeFaults what was wrong with the shape of what was sent, found while reading it
     */
    public Result check(SubmissionDraft draft, List<OfferedFile> files, List<WrongField> shapeFaults) {
        wrong.addAll(shapeFaults);
        var kind = kind(draft.kind());
        var content = new SubmissionContent(
                kind,
                respondent(draft.respondent()),
                email(draft.respondent().email()),
                line("/onBehalfOf", draft.onBehalfOf()),
                language(draft.language()),
                publication(draft.publication()),
                text("/summary", draft.summary()),
                answers(draft.answers(), kind),
                text("/text", draft.text()));
        declaration(draft.declaration());
        files(files);
        requireSubstance(content, files);
        return wrong.isEmpty() ? new Acceptable(content) : new Faulty(withoutRepetition());
    }

    /** A field that has the wrong shape is also missing; saying it once is enough. */
    private List<WrongField> withoutRepetition() {
        var named = new HashSet<String>();
        return wrong.stream().filter(field -> named.add(field.pointer())).toList();
    }

    private SubmissionKind kind(@Nullable String given) {
        var usual = round.accepts().contains(SubmissionKind.RESPONSE)
                ? SubmissionKind.RESPONSE
                : round.accepts().getFirst();
        if (given == null || given.isBlank()) {
            return usual;
        }
        return oneOf("/kind", given, round.accepts()).orElse(usual);
    }

    private Respondent respondent(SubmissionDraft.Person person) {
        return new Respondent(
                line("/respondent/givenName", person.givenName()),
                line("/respondent/familyName", person.familyName()),
                line("/respondent/jobTitle", person.jobTitle()),
                line("/respondent/organisation", person.organisation()),
                country(person.country()),
                stakeholderGroup(person.stakeholderGroup()));
    }

    private @Nullable String country(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var code = given.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            return fault("/respondent/country", new WrongField.NoCountryCode());
        }
        return code;
    }

    private @Nullable String stakeholderGroup(@Nullable String given) {
        var pointer = "/respondent/stakeholderGroup";
        if (given == null || given.isBlank()) {
            return null;
        }
        if (definition.stakeholderGroups().isEmpty()) { // free text would be published beside anonymous contributions
            return fault(pointer, new WrongField.NoGroups());
        }
        var name = given.strip();
        return definition.stakeholderGroups().stream()
                .filter(group -> group.byLanguage().containsValue(name))
                .findFirst()
                .map(DraftCheck::canonicalName)
                .orElseGet(() -> fault(pointer, new WrongField.NotOneOf(groupNames())));
    }

    private List<String> groupNames() {
        return definition.stakeholderGroups().stream()
                .map(DraftCheck::canonicalName)
                .toList();
    }

    private static String canonicalName(LocalizedText group) {
        return group.in("en");
    }

    private @Nullable String email(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (hasControl(given)) {
            return fault("/respondent/email", new WrongField.MoreThanOneLine());
        }
        var isAddress = given.length() <= EMAIL_CHARACTERS
                && EMAIL.matcher(given.strip()).matches();
        return isAddress ? given.strip() : fault("/respondent/email", new WrongField.NoEmailAddress());
    }

    private @Nullable String language(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(given.strip()).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return fault("/language", new WrongField.NoLanguageTag());
        }
    }

    private Publication publication(@Nullable String given) {
        if (given == null || given.isBlank()) {
            fault("/publication", new WrongField.Missing());
            return Publication.CONFIDENTIAL;
        }
        return oneOf("/publication", given, List.of(Publication.values())).orElse(Publication.CONFIDENTIAL);
    }

    private void declaration(@Nullable Boolean given) {
        if (!Boolean.TRUE.equals(given)) {
            fault("/declaration", new WrongField.NotDeclared());
        }
    }

    private List<Answer> answers(List<SubmissionDraft.Box> boxes, SubmissionKind kind) {
        var answered = new HashSet<String>();
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < boxes.size(); i++) {
            answer("/answers/" + i, boxes.get(i), kind, answered).ifPresent(answers::add);
        }
        return answers;
    }

    private Optional<Answer> answer(
            String pointer, SubmissionDraft.Box box, SubmissionKind kind, Set<String> answered) {
        var item = item(pointer + "/item", box.item(), kind, answered);
        var text = text(pointer + "/text", box.text());
        return item == null || text == null ? Optional.empty() : Optional.of(new Answer(item, text));
    }

    private @Nullable ItemNumber item(
            String pointer, @Nullable String given, SubmissionKind kind, Set<String> answered) {
        var found = given == null ? Optional.<Item>empty() : itemNumbered(given.strip());
        var fault = found.map(item -> itemFault(item, kind, answered))
                .orElseGet(() -> Optional.of(
                        given == null || given.isBlank() ? new WrongField.Missing() : new WrongField.UnknownItem()));
        fault.ifPresent(reason -> fault(pointer, reason));
        return fault.isPresent() ? null : found.map(Item::number).orElse(null);
    }

    private Optional<Item> itemNumbered(String number) {
        return round.items()
                .filter(item -> item.number().value().equals(number))
                .findFirst();
    }

    private static Optional<WrongField.Fault> itemFault(Item item, SubmissionKind kind, Set<String> answered) {
        if (!takes(item, kind)) {
            return Optional.of(new WrongField.NotTakenByItem());
        }
        return answered.add(item.number().value()) ? Optional.empty() : Optional.of(new WrongField.AnsweredTwice());
    }

    private static boolean takes(Item item, SubmissionKind kind) {
        return item.accepts().isEmpty() || item.accepts().contains(kind);
    }

    private void files(List<OfferedFile> files) {
        if (files.size() > limits.attachments()) {
            fault("/attachments", new WrongField.TooManyFiles(limits.attachments(), files.size()));
        }
        for (int i = 0; i < files.size(); i++) {
            file("/attachments/" + i, i + 1, files.get(i));
        }
        long together = files.stream().mapToLong(OfferedFile::size).sum();
        if (together > limits.attachmentsBytes()) {
            fault("/attachments", new WrongField.FilesTooLargeTogether(limits.attachmentsBytes(), together));
        }
    }

    private void file(String pointer, int ordinal, OfferedFile file) {
        if (file.size() == 0) {
            fault(pointer, new WrongField.EmptyFile(ordinal));
        }
        if (file.isDisguised()) {
            fault(pointer, new WrongField.DisguisedFile(ordinal));
        }
        if (file.size() > limits.attachmentBytes()) {
            fault(pointer, new WrongField.FileTooLarge(ordinal, limits.attachmentBytes(), file.size()));
        }
        line(pointer, file.fileName().replaceAll("\\p{Cntrl}", ""));
    }

    private void requireSubstance(SubmissionContent content, List<OfferedFile> files) {
        var somethingIsWrongInside = wrong.stream()
                .anyMatch(field -> field.pointer().startsWith("/answers")
                        || field.pointer().equals("/text"));
        if (content.answers().isEmpty() && content.text() == null && files.isEmpty() && !somethingIsWrongInside) {
            fault("", new WrongField.NothingSaid());
        }
    }

    private @Nullable String line(String pointer, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var line = given.strip();
        if (hasControl(line)) {
            return fault(pointer, new WrongField.MoreThanOneLine());
        }
        return within(pointer, line, limits.lineCharacters());
    }

    /** Kept exactly as typed: passages quote it by offset. */
    private @Nullable String text(String pointer, @Nullable String given) {
        return given == null || given.isBlank() ? null : within(pointer, given, limits.fieldCharacters());
    }

    private @Nullable String within(String pointer, String text, int limit) {
        if (hasLoneSurrogate(text)) {
            return fault(pointer, new WrongField.BrokenCharacter());
        }
        int length = text.codePointCount(0, text.length());
        return length <= limit ? text : fault(pointer, new WrongField.TooLong(limit, length));
    }

    private <E extends Enum<E>> Optional<E> oneOf(String pointer, String given, List<E> choices) {
        var chosen = choices.stream()
                .filter(choice -> KebabCase.of(choice).equals(given.strip()))
                .findFirst();
        if (chosen.isEmpty()) {
            fault(
                    pointer,
                    new WrongField.NotOneOf(choices.stream().map(KebabCase::of).toList()));
        }
        return chosen;
    }

    private @Nullable String fault(String pointer, WrongField.Fault fault) {
        wrong.add(new WrongField(pointer, fault));
        return null;
    }

    private static boolean hasControl(String line) {
        return line.chars().anyMatch(Character::isISOControl);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Every two-letter code of ISO 3166-1, for forms. */
    public static Stream<String> countryCodes() {
        return COUNTRIES.stream().sorted();
    }
}

package org.rostrum.intake.adapter.http;

import org.rostrum.intake.domain.WrongField;

/** What is wrong with a field, for the person who filled it in, in the language of the page. */
final class FaultWords {
    private final ProblemMessages messages;
    private final LocalWords words;

    FaultWords(PageLanguage language) {
        this.messages = language.problemMessages();
        this.words = language.words();
    }

    String of(WrongField wrong) {
        return switch (wrong.fault()) {
            case WrongField.Missing f ->
                wrong.pointer().equals("/publication") ? messages.fault_no_publication() : messages.fault_missing();
            case WrongField.TooLong f -> messages.fault_too_long(words.number(f.length()), words.number(f.limit()));
            case WrongField.NotOneOf f -> messages.fault_not_one_of();
            case WrongField.NoGroups f -> messages.fault_not_one_of();
            case WrongField.UnknownItem f -> messages.fault_item();
            case WrongField.NotTakenByItem f -> messages.fault_item();
            case WrongField.NothingSaid f -> messages.fault_nothing_said();
            case WrongField.NotDeclared f -> messages.fault_not_declared();
            case WrongField.NoEmailAddress f -> messages.fault_no_email();
            case WrongField.NoLanguageTag f -> messages.fault_no_language();
            case WrongField.NoCountryCode f -> messages.fault_no_country();
            case WrongField.MoreThanOneLine f -> messages.fault_lines();
            case WrongField.BrokenCharacter f -> messages.fault_broken();
            case WrongField.DisguisedFile f -> messages.fault_disguised_file(words.number(f.ordinal()));
            case WrongField.EmptyFile f -> messages.fault_empty_file(words.number(f.ordinal()));
            case WrongField.FileTooLarge f ->
                messages.fault_large_file(words.number(f.ordinal()), words.size(f.size()), words.size(f.limit()));
            case WrongField.TooManyFiles f ->
                messages.fault_many_files(words.number(f.count()), words.number(f.limit()));
            case WrongField.FilesTooLargeTogether f ->
                messages.fault_large_files(words.size(f.size()), words.size(f.limit()));
            case WrongField.UnknownField f -> messages.fault_other();
            case WrongField.WrongType f -> messages.fault_other();
            case WrongField.AnsweredTwice f -> messages.fault_other();
            case WrongField.UnknownUpload f -> messages.fault_other();
            case WrongField.UploadNotArrived f -> messages.fault_other();
            case WrongField.NotAsAnnounced f -> messages.fault_other();
            case WrongField.NamedTwice f -> messages.fault_other();
        };
    }
}

package org.rostrum.intake.domain;

import java.util.List;

/**
 * One field that is not as it must be.
 *
 * @param pointer JSON Pointer (RFC 6901) into what was sent, such as {@code /answers/0/item}
 * @param fault what is wrong with it
 */
public record WrongField(String pointer, Fault fault) {

    /** What can be wrong with a field; its words are the edge's business. */
    public sealed interface Fault {}

    /** No field has this name; {@code pointer} names it. */
    public record UnknownField() implements Fault {}

    /** A number where a text belongs, and the like. */
    public record WrongType(String expected) implements Fault {}

    public record Missing() implements Fault {}

    public record TooLong(int limit, int length) implements Fault {}

    public record NotOneOf(List<String> choices) implements Fault {
        public NotOneOf {
            choices = List.copyOf(choices);
        }
    }

    /** The consultation defines no stakeholder groups, so nothing can be chosen. */
    public record NoGroups() implements Fault {}

    public record UnknownItem() implements Fault {}

    public record AnsweredTwice() implements Fault {}

    /** The item is there, but this kind of submission may not answer it. */
    public record NotTakenByItem() implements Fault {}

    /** No answer, no text, no attachment. */
    public record NothingSaid() implements Fault {}

    public record NotDeclared() implements Fault {}

    public record NoEmailAddress() implements Fault {}

    public record NoLanguageTag() implements Fault {}

    public record NoCountryCode() implements Fault {}

    /** A line break or another control character in a field of one line. */
    public record MoreThanOneLine() implements Fault {}

    /** Half of a surrogate pair: no text in any encoding, so it cannot be stored faithfully. */
    public record BrokenCharacter() implements Fault {}

    public record EmptyFile(int ordinal) implements Fault {}

    /** Its content is another kind of file than its name says, or two kinds at once. */
    public record DisguisedFile(int ordinal) implements Fault {}

    public record FileTooLarge(int ordinal, long limit, long size) implements Fault {}

    public record TooManyFiles(int limit, int count) implements Fault {}

    public record FilesTooLargeTogether(long limit, long size) implements Fault {}

    /** No upload of this round has this id, or it was not claimed in time. */
    public record UnknownUpload() implements Fault {}

    /** It was begun, and its bytes are not here. */
    public record UploadNotArrived() implements Fault {}

    /** What came has another size, or another SHA-256; {@code what} is the name of that field. */
    public record NotAsAnnounced(String what) implements Fault {}

    /** The same upload is named twice. */
    public record NamedTwice() implements Fault {}

    /** Whether the limits of attachments are to blame. */
    public boolean isAboutSize() {
        return fault instanceof FileTooLarge || fault instanceof TooManyFiles || fault instanceof FilesTooLargeTogether;
    }

    /** Whether what was sent does not even have the right shape; two lines in one are what an injected mail header looks like. */
    public boolean isAboutShape() {
        return fault instanceof UnknownField
                || fault instanceof WrongType
                || fault instanceof MoreThanOneLine
                || fault instanceof BrokenCharacter;
    }

    /** Whether a file that was to come ahead is to blame. */
    public boolean isAboutUpload() {
        return fault instanceof UnknownUpload
                || fault instanceof UploadNotArrived
                || fault instanceof NotAsAnnounced
                || fault instanceof NamedTwice;
    }
}

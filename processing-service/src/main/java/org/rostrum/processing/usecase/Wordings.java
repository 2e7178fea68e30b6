package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.duplicates.Shingles;

/**
 * How the submissions of a round are worded, and which wordings belong to one family. A wording is named by its hash, a
 * family by that of one of its wordings.
 */
public interface Wordings {

    /**
     * A wording by which others of its family can be found.
     *
     * @param runs what it says beyond what was asked
     */
    record Known(String hash, String family, Shingles runs) {}

    /** What a person said about two wordings: whether they belong together. */
    record Choice(String one, String other, boolean together) {
        boolean isAbout(String hash) {
            return one.equals(hash) || other.equals(hash);
        }

        String otherThan(String hash) {
            return one.equals(hash) ? other : one;
        }
    }

    /** Two wordings that may be of one family, which nobody has decided. */
    record Possible(String hash, double likeness) {}

    /** Nobody else adds a wording to the round, or moves one, until this transaction ends. */
    void lock(RoundTexts.Of round);

    Optional<String> familyOf(RoundTexts.Of round, String hash);

    /** Those that share most of the sketch, the likeliest first. */
    List<Known> alike(RoundTexts.Of round, long[] sketch);

    /** Adds a wording by which others can be found. */
    void add(RoundTexts.Of round, Known wording);

    /** Adds a wording that another one stands for, to that one's family; nothing if it is there already. */
    void addBeside(RoundTexts.Of round, String hash, String represented);

    /** The wordings of a family, in a fixed order. */
    List<String> ofFamily(RoundTexts.Of round, String family);

    /** Makes one family of two. */
    void unite(RoundTexts.Of round, String family, String into);

    /** Makes a wording a family of its own. */
    void part(RoundTexts.Of round, String hash);

    void addPossible(RoundTexts.Of round, String hash, Possible other);

    /** What may be of one family with this wording, the likeliest first; without what a person decided. */
    List<Possible> possible(RoundTexts.Of round, String hash);

    /** What people said, the latest last; about two wordings the latest counts. */
    List<Choice> choices(RoundTexts.Of round);

    void choose(RoundTexts.Of round, Choice choice, StaffMember by, Instant at);

    /** The submission, in this version, is worded so. */
    void join(RoundTexts.Of round, SubmissionId submission, int version, String hash);

    /** The submission is no member of any family any more. */
    void leave(SubmissionId submission);

    /** The submission leaves for good, and with the last that is worded so all that is known of the wording. */
    void forget(RoundTexts.Of round, SubmissionId submission);

    /** How each submission of the round is worded that is known. */
    Map<SubmissionId, String> ofMembers(RoundTexts.Of round);

    /** How the submission is worded, if it is known. */
    Optional<String> wordingOf(SubmissionId submission);
}

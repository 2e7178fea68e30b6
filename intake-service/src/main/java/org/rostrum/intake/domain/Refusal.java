package org.rostrum.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Reference;

/** Why a submission was not taken; nothing of it is kept. */
public sealed interface Refusal {

    record UnknownConsultation() implements Refusal {}

    record UnknownRound() implements Refusal {}

    /** The round opens later; {@code now} is the server's time, on which the decision rests. */
    record TooEarly(Instant opensAt, ZoneId zone, Instant now) implements Refusal {}

    /**
     * The round has closed.
     *
     * @param closedAt the last instant that was in time
     * @param now the server's time, on which the decision rests
     */
    record TooLate(Instant closedAt, ZoneId zone, Instant now) implements Refusal {}

    /**
     * Its upload began in time, but took longer than the round's grace.
     *
     * @param closedAt the last instant at which an upload could begin
     * @param endedAt the last instant at which it could have finished
     * @param now the server's time, on which the decision rests
     */
    record GraceOver(Instant closedAt, Instant endedAt, ZoneId zone, Instant now) implements Refusal {}

    /** The round only publishes. */
    record TakesNothing() implements Refusal {}

    /** {@code loggedIn} if somebody is logged in who is no member. */
    record MembersOnly(boolean loggedIn) implements Refusal {}

    record WrongFields(List<WrongField> fields) implements Refusal {
        public WrongFields {
            fields = List.copyOf(fields);
        }
    }

    /** It may be changed until its round closes, and the round has closed; {@code contact} is whom to write to. */
    record ChangesClosed(TooLate rule, @Nullable String contact) implements Refusal {}

    /** It was taken back; nothing can be added to it. */
    record Withdrawn(Instant at) implements Refusal {}

    /** It was erased for good; only that is known of it. */
    record Erased(Reference reference, Instant at, ErasureGround ground) implements Refusal {}

    /** The amendment rests on an earlier version than the one that stands now. */
    record AmendedMeanwhile(int standing) implements Refusal {}

    record TooManyVersions(int limit) implements Refusal {}

    /** It came in a flood, or faster than people are: a little work, or a little patience, and it is taken. */
    record ChallengeFirst(Challenge challenge) implements Refusal {}

    /** The Idempotency-Key was used before, for something else, which stands under that reference. */
    record KeyUsedForOther(Reference reference) implements Refusal {}
}

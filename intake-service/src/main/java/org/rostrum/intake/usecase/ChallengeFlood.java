package org.rostrum.intake.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.FloodGauge;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.usecase.SignedNotes.Purpose;

/**
 * Asks for a little work, or a little patience, while more comes into a round than it takes lightly. Nobody is turned away for
 * good: whoever does neither is told how, and whoever waits is let in with a flag.
 *
 * <p>A challenge is a signed note that names one key of one round. So it needs no memory, and solving it once is good for one
 * submission, however often that is sent.
 */
public final class ChallengeFlood {
    /** Between the challenge and the numbers that solve it. */
    public static final String SOLUTION = "~";

    private static final int PUZZLES = 32;
    private static final int LEAST_BITS = 11;
    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);
    private static final Duration WAIT_OF_THE_HASTY = Duration.ofSeconds(10);

    private final FloodGauge gauge;
    private final SignedNotes notes;
    private final int usuallyAbove;

    /** @param usuallyAbove submissions a minute, for rounds that say nothing of their own; 0 means never */
    public ChallengeFlood(FloodGauge gauge, SignedNotes notes, int usuallyAbove) {
        this.gauge = gauge;
        this.notes = notes;
        this.usuallyAbove = usuallyAbove;
    }

    /**
     * Somebody without an account who wants to send.
     *
     * @param suspicions what the form noticed
     * @param response the challenge, with or without {@link #SOLUTION} and the numbers; null if there is none
     * @param begunAt when the form was opened, by our own signed note: whoever took that long has been patient already
     */
    public record Attempt(
            ConsultationId consultation,
            Round round,
            IdempotencyKey key,
            Set<SubmissionFlag> suspicions,
            @Nullable String response,
            @Nullable Instant begunAt) {
        private String place() {
            return consultation + "/" + round.id();
        }
    }

    /** What is asked of it. */
    public sealed interface Verdict {}

    /** Nothing more; {@code flags} is what staff should know. */
    public record LetIn(Set<SubmissionFlag> flags) implements Verdict {}

    public record Challenged(Challenge challenge) implements Verdict {}

    public Verdict judge(Attempt attempt, Instant now) {
        var given = challenge(attempt)
                .filter(challenge -> now.isBefore(challenge.issuedAt().plus(GOOD_FOR)));
        if (given.filter(challenge -> isSolved(challenge, attempt)).isPresent()) {
            return new LetIn(attempt.suspicions());
        }
        int excess = excess(attempt.round(), gauge.count(attempt.place(), now.toEpochMilli()));
        boolean hasty = attempt.suspicions().contains(SubmissionFlag.TOO_FAST);
        if (excess == 0 && !hasty) {
            return new LetIn(attempt.suspicions());
        }
        if (given.filter(challenge -> challenge.isWaitedFor(now)).isPresent() || hasTakenLong(attempt, excess, now)) {
            return new LetIn(excess == 0 ? attempt.suspicions() : flooded(attempt.suspicions()));
        }
        return new Challenged(given.orElseGet(() -> issue(attempt, excess, now)));
    }

    private static boolean hasTakenLong(Attempt attempt, int excess, Instant now) {
        return attempt.begunAt() != null && !now.isBefore(attempt.begunAt().plus(patience(excess)));
    }

    private static Duration patience(int excess) {
        return excess == 0 ? WAIT_OF_THE_HASTY : SHORTEST_WAIT.multipliedBy(1L << (excess - 1));
    }

    /** 0 up to the threshold, then 1, 2 and 3 with each doubling. */
    private int excess(Round round, int lately) {
        int above = round.challengeAbove() == null ? usuallyAbove : round.challengeAbove();
        if (above <= 0 || lately <= above) {
            return 0;
        }
        return lately <= 2L * above ? 1 : lately <= 4L * above ? 2 : 3;
    }

    private static Set<SubmissionFlag> flooded(Set<SubmissionFlag> suspicions) {
        var flags = EnumSet.of(SubmissionFlag.FLOOD);
        flags.addAll(suspicions);
        return flags;
    }

    private static boolean isSolved(Challenge challenge, Attempt attempt) {
        var response = attempt.response();
        int end = response == null ? -1 : response.indexOf(SOLUTION);
        return response != null && end >= 0 && challenge.isSolvedBy(response.substring(end + 1));
    }

    private Challenge issue(Attempt attempt, int excess, Instant now) {
        int bits = LEAST_BITS + Math.max(0, excess - 1);
        var wait = patience(excess);
        var note = String.join(
                " ",
                String.valueOf(now.toEpochMilli()),
                String.valueOf(bits),
                String.valueOf(wait.toSeconds()),
                attempt.place(),
                attempt.key().value());
        return new Challenge(notes.sign(Purpose.CHALLENGE, note), bits, PUZZLES, wait, now);
    }

    /** The challenge that was answered, if it is one of ours, for this key, and not from yesterday. */
    private Optional<Challenge> challenge(Attempt attempt) {
        var response = attempt.response();
        if (response == null) {
            return Optional.empty();
        }
        int end = response.indexOf(SOLUTION);
        var token = end < 0 ? response : response.substring(0, end);
        return notes.read(Purpose.CHALLENGE, token)
                .map(note -> note.split(" ", 5))
                .filter(parts -> parts.length == 5
                        && parts[3].equals(attempt.place())
                        && parts[4].equals(attempt.key().value()))
                .map(parts -> new Challenge(
                        token,
                        Integer.parseInt(parts[1]),
                        PUZZLES,
                        Duration.ofSeconds(Long.parseLong(parts[2])),
                        Instant.ofEpochMilli(Long.parseLong(parts[0]))));
    }
}

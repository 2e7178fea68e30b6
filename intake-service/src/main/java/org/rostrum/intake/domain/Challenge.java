package org.rostrum.intake.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * A little work that costs one person a few seconds and a flood a lot; or, for those whose machine cannot, a little patience.
 * Many small puzzles instead of a large one, so that nobody has bad luck for minutes, and so that progress can be shown.
 *
 * <p>Puzzle {@code i} is solved by a number {@code n} if SHA-256 of {@code token.i.n} (ASCII) begins with {@code bits} zeros.
 *
 * @param token names the challenge; good for one Idempotency-Key
 * @param bits leading zero bits of each solution
 * @param puzzles how many there are
 * @param patience how long whoever does not work waits instead
 */
public record Challenge(String token, int bits, int puzzles, Duration patience, Instant issuedAt) {
    /** An old telephone needs some seconds for the least, and half a minute for the most. */
    public static final int MOST_BITS = 13;

    private static final int MOST_PUZZLES = 64;
    private static final int LONGEST_NUMBER = 12;

    public Challenge {
        if (bits < 1 || bits > MOST_BITS || puzzles < 1 || puzzles > MOST_PUZZLES) {
            throw new IllegalArgumentException("A challenge must be one that an old telephone can solve.");
        }
    }

    /** Whether these are the numbers, in the order of the puzzles, separated by full stops. */
    public boolean isSolvedBy(String numbers) {
        var each = numbers.split("\\.", MOST_PUZZLES + 1);
        return each.length == puzzles
                && IntStream.range(0, puzzles)
                        .allMatch(i -> each[i].length() <= LONGEST_NUMBER && isSolution(i, each[i]));
    }

    private boolean isSolution(int puzzle, String number) {
        var digest = sha256(token + "." + puzzle + "." + number);
        int head = (digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | (digest[2] & 0xFF);
        return head >> (24 - bits) == 0;
    }

    public boolean isWaitedFor(Instant now) {
        return !now.isBefore(readyAt());
    }

    /** When waiting is enough. */
    public Instant readyAt() {
        return issuedAt.plus(patience);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

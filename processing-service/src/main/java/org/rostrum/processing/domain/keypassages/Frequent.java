package org.rostrum.processing.domain.keypassages;

import java.util.Arrays;

/**
 * Tells, in little memory, which words most respondents use: those of a hostile text are millions, each used by few. Words are
 * told apart by their hashes, so that a rare one may pass for a frequent one; a frequent one never for a rare one.
 */
final class Frequent {
    /** So many are looked at closely; of texts as people write them, all that two respondents use. House choice. */
    static final int MOST = 50_000;

    private static final int FEWEST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 21;

    private final int[] lastRespondent;
    private final int[] respondents;
    private int needed = 1;

    /** @param words how many there are in all, different or not */
    Frequent(long words) {
        int slots = Integer.highestOneBit(Math.clamp(8 * words, FEWEST_SLOTS, MOST_SLOTS));
        lastRespondent = new int[slots];
        respondents = new int[slots];
    }

    /** Passages of one respondent should follow each other, or he counts more than once. */
    void add(int respondent, String word) {
        int slot = slot(word);
        if (lastRespondent[slot] != respondent + 1) {
            lastRespondent[slot] = respondent + 1;
            respondents[slot]++;
        }
    }

    /** From now on those are frequent that at least so many respondents use, or more if they are too many. */
    void settle(int fewest) {
        int[] sorted = respondents.clone();
        Arrays.sort(sorted);
        int beyond = sorted.length <= MOST ? 0 : sorted[sorted.length - 1 - MOST];
        needed = Math.max(fewest, beyond + 1);
    }

    boolean has(String word) {
        return respondents[slot(word)] >= needed;
    }

    private int slot(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return (hash >>> 11) & (respondents.length - 1);
    }
}

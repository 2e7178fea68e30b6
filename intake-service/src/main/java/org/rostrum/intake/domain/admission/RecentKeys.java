package org.rostrum.intake.domain.admission;

/**
 * Keys of submissions that came lately, whether they were taken or turned away: who repeats one goes before those who come
 * for the first time. A fixed table; a newer key displaces an older one, and forgetting one costs its sender only that.
 */
public final class RecentKeys {
    private static final long PRIME = 0x100000001b3L;

    private final long[] seen;
    private final long seed;

    /**
     * @param slots a power of two; eight bytes each
     * @param seed drawn, so that nobody can choose keys that displace those of others
     */
    public RecentKeys(int slots, long seed) {
        if (Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException("The number of slots is a power of two.");
        }
        this.seen = new long[slots];
        this.seed = seed;
    }

    /** Notes a key, and says whether it had been noted before. */
    public boolean seenBefore(String lane, String key) {
        long hash = hash(lane, key);
        int slot = (int) (hash >>> 1) & (seen.length - 1);
        synchronized (seen) {
            boolean before = seen[slot] == hash;
            seen[slot] = hash;
            return before;
        }
    }

    private long hash(String lane, String key) {
        long hash = mix(mix(seed, lane), "\n");
        hash = mix(hash, key);
        return (hash ^ (hash >>> 32)) | 1;
    }

    private static long mix(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * PRIME;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }
}

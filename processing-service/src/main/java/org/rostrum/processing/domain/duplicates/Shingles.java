package org.rostrum.processing.domain.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A text as the set of its runs of two words, each as a 64-bit hash. On pairs that people had read, runs of two found four of
 * five reworded copies, runs of three one of three, at about the same precision (docs/quality.md).
 */
public final class Shingles {
    private static final int WORDS = 2;
    /** Of so many, texts that have a seventh in common share nine on average. House choice. */
    private static final int SKETCH = 64;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] sorted;

    private Shingles(long[] sorted) {
        this.sorted = sorted;
    }

    /** Of a text's words, folded; a single word is a run. */
    public static Shingles of(List<String> words) {
        if (words.isEmpty()) {
            return new Shingles(new long[0]);
        }
        int last = Math.max(0, words.size() - WORDS);
        return distinct(LongStream.rangeClosed(0, last)
                .map(from -> hash(words.subList((int) from, Math.min(words.size(), (int) from + WORDS)))));
    }

    private static Shingles distinct(LongStream hashes) {
        return new Shingles(hashes.sorted().distinct().toArray());
    }

    private static long hash(List<String> words) {
        long hash = OFFSET;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * PRIME;
            }
            hash = (hash ^ ' ') * PRIME;
        }
        return hash ^ (hash >>> 32);
    }

    /** Without those of a text that everybody had before them, such as the question. */
    public Shingles without(Shingles common) {
        return distinct(Arrays.stream(sorted).filter(one -> Arrays.binarySearch(common.sorted, one) < 0));
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** What either has. */
    public Shingles and(Shingles other) {
        return distinct(LongStream.concat(Arrays.stream(sorted), Arrays.stream(other.sorted)));
    }

    /** Those by which it is found: the smallest, which texts that share much share too (bottom-k sketch, Broder 1997). */
    public long[] sketch() {
        return Arrays.stream(sorted).map(Shingles::mixed).sorted().limit(SKETCH).toArray();
    }

    /** Spreads hashes evenly, so that the smallest of them are a fair sample. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }

    /** As bytes, for {@link #ofBytes}. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(Long.BYTES * sorted.length);
        bytes.asLongBuffer().put(sorted);
        return bytes.array();
    }

    public static Shingles ofBytes(byte[] bytes) {
        long[] sorted = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(sorted);
        return new Shingles(sorted);
    }

    /** Each once, ascending. */
    LongStream stream() {
        return Arrays.stream(sorted);
    }

    /** How many both have. */
    int shared(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < sorted.length && j < other.sorted.length) {
            if (sorted[i] == other.sorted[j]) {
                shared++;
                i++;
                j++;
            } else if (sorted[i] < other.sorted[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** What both have by what either has, from 0 to 1; 0 for two empty ones. */
    public double likeness(Shingles other) {
        int shared = shared(other);
        int all = sorted.length + other.sorted.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shingles shingles && Arrays.equals(sorted, shingles.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }
}

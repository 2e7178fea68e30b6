package org.rostrum.processing.domain.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of two lists: the same entries in both, or what stands in one in place of what stands in the other.
 *
 * @param before where it stands in the first list
 * @param now where it stands in the second
 */
record Stretch(boolean same, Range before, Range now) {
    /** So many comparisons are made at most (some megabytes); longer lists count as changed from their first difference on. */
    private static final long MOST_COMPARISONS = 4_000_000;

    /** From an index up to, and without, another. */
    record Range(int start, int end) {
        int size() {
            return end - start;
        }

        <T> List<T> of(List<T> list) {
            return list.subList(start, end);
        }
    }

    /** Stretches that together cover both lists, in order, with as many entries kept as possible. */
    static <T> List<Stretch> between(List<T> before, List<T> now) {
        int head = commonHead(before, now);
        int tail = commonTail(before, now, head);
        var oldMiddle = before.subList(head, before.size() - tail);
        var newMiddle = now.subList(head, now.size() - tail);
        var kept = new ArrayList<int[]>();
        for (int i = 0; i < head; i++) {
            kept.add(new int[] {i, i});
        }
        for (int[] pair : longestCommon(oldMiddle, newMiddle)) {
            kept.add(new int[] {pair[0] + head, pair[1] + head});
        }
        for (int i = tail; i > 0; i--) {
            kept.add(new int[] {before.size() - i, now.size() - i});
        }
        return stretches(kept, before.size(), now.size());
    }

    private static <T> int commonHead(List<T> before, List<T> now) {
        int most = Math.min(before.size(), now.size());
        int head = 0;
        while (head < most && before.get(head).equals(now.get(head))) {
            head++;
        }
        return head;
    }

    private static <T> int commonTail(List<T> before, List<T> now, int head) {
        int most = Math.min(before.size(), now.size()) - head;
        int tail = 0;
        while (tail < most && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }

    /** Pairs of indices of a longest common subsequence, in order. */
    private static <T> List<int[]> longestCommon(List<T> before, List<T> now) {
        if ((long) before.size() * now.size() > MOST_COMPARISONS) {
            return List.of();
        }
        int[][] lengths = lengths(before, now);
        var pairs = new ArrayList<int[]>();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < now.size()) {
            if (before.get(i).equals(now.get(j))) {
                pairs.add(new int[] {i++, j++});
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** For each pair of places, how long the longest common subsequence is from there on. */
    private static <T> int[][] lengths(List<T> before, List<T> now) {
        int[][] lengths = new int[before.size() + 1][now.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                lengths[i][j] = before.get(i).equals(now.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private static List<Stretch> stretches(List<int[]> kept, int oldSize, int newSize) {
        var stretches = new ArrayList<Stretch>();
        int i = 0;
        int j = 0;
        int at = 0;
        while (at < kept.size()) {
            int[] first = kept.get(at);
            changed(stretches, i, first[0], j, first[1]);
            int length = 1;
            while (at + length < kept.size()
                    && kept.get(at + length)[0] == first[0] + length
                    && kept.get(at + length)[1] == first[1] + length) {
                length++;
            }
            i = first[0] + length;
            j = first[1] + length;
            stretches.add(new Stretch(true, new Range(first[0], i), new Range(first[1], j)));
            at += length;
        }
        changed(stretches, i, oldSize, j, newSize);
        return stretches;
    }

    private static void changed(List<Stretch> stretches, int i, int toI, int j, int toJ) {
        if (i < toI || j < toJ) {
            stretches.add(new Stretch(false, new Range(i, toI), new Range(j, toJ)));
        }
    }
}

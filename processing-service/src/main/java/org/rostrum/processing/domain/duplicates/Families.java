package org.rostrum.processing.domain.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Families of texts that were copied from each other or from one template, as they come in. A text that is a copy of one
 * that is known costs a look-up; one that is almost a copy is compared with the few that stand for its family, so that cost
 * follows how many different texts there are. Not thread-safe.
 */
public final class Families {
    /** From here on two texts are taken for copies of one another. */
    public static final double COPIED = 0.15;
    /** Below this a person should look. */
    public static final double CERTAIN = 0.20;
    /** From here on the copy of a copy is a copy. */
    public static final double KIN = 0.25;
    /** So close to one that stands for the family, a text adds nothing by which others could be found. */
    public static final double REPRESENTED = 0.80;

    private final List<String> members = new ArrayList<>();
    private final List<Shingles> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Shingles, Integer> known = new HashMap<>();
    private final Map<Long, int[]> index = new HashMap<>();
    private int[] parents = new int[16];

    /** How alike two texts are, and what follows from it. */
    public record Comparison(double likeness, boolean sameFamily) {
        public boolean isCopy() {
            return sameFamily || likeness >= COPIED;
        }

        /** Whether a person should decide. */
        public boolean isDoubtful() {
            return !sameFamily && likeness >= COPIED && likeness < CERTAIN;
        }
    }

    /** Takes one text, by a name that no other has; an empty one has no family but its own. */
    public void add(String member, Shingles text) {
        int number = members.size();
        if (numbers.putIfAbsent(member, number) != null) {
            throw new IllegalArgumentException(member + " was added before");
        }
        members.add(member);
        texts.add(text);
        parents = number < parents.length ? parents : Arrays.copyOf(parents, parents.length * 2);
        parents[number] = number;
        if (!text.isEmpty()) {
            join(number, text);
        }
    }

    private void join(int number, Shingles text) {
        Integer copy = known.putIfAbsent(text, number);
        if (copy != null) {
            unite(number, copy);
            return;
        }
        double closest = 0;
        for (int candidate : candidates(text)) {
            double likeness = text.likeness(texts.get(candidate));
            closest = Math.max(closest, likeness);
            if (likeness >= KIN) {
                unite(number, candidate);
            }
        }
        if (closest < REPRESENTED) {
            text.stream().forEach(shingle -> index.merge(shingle, new int[] {number}, Families::appended));
        }
    }

    /** Those that share enough runs to be kin; a run's list holds every text once. */
    private List<Integer> candidates(Shingles text) {
        Map<Integer, Integer> shared = new HashMap<>();
        text.stream().forEach(shingle -> {
            for (int other : index.getOrDefault(shingle, NONE)) {
                shared.merge(other, 1, Integer::sum);
            }
        });
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue()
                        >= KIN * Math.max(text.size(), texts.get(entry.getKey()).size()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final int[] NONE = {};

    private static int[] appended(int[] list, int[] one) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = one[0];
        return longer;
    }

    private void unite(int one, int other) {
        parents[root(one)] = root(other);
    }

    private int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Compares two that were added. */
    public Comparison compare(String one, String other) {
        int first = number(one);
        int second = number(other);
        return new Comparison(texts.get(first).likeness(texts.get(second)), root(first) == root(second));
    }

    private int number(String member) {
        Integer number = numbers.get(member);
        if (number == null) {
            throw new IllegalArgumentException(member + " was never added");
        }
        return number;
    }

    /** Every family of more than one, its members in the order in which they came, the largest first. */
    public List<List<String>> families() {
        Map<Integer, List<String>> byRoot = new HashMap<>();
        IntStream.range(0, members.size())
                .forEach(number -> byRoot.computeIfAbsent(root(number), _ -> new ArrayList<>())
                        .add(members.get(number)));
        return byRoot.values().stream()
                .filter(family -> family.size() > 1)
                .sorted((a, b) -> Integer.compare(b.size(), a.size()))
                .toList();
    }
}

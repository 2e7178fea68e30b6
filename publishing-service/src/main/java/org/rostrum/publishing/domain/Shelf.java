package org.rostrum.publishing.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Contributions in order of clearance, cut into pages of a fixed size. New ones come last, so a full page stays as it is
 * while the shelf grows; only a removal moves what follows it.
 */
public final class Shelf {
    private static final Comparator<PublishedContribution> ORDER =
            Comparator.comparing(PublishedContribution::position);

    private final List<PublishedContribution> contributions = new ArrayList<>();
    private final UnaryOperator<PublishedContribution> asShown;

    /** @param asShown what of a contribution is given out; it keeps its place */
    Shelf(UnaryOperator<PublishedContribution> asShown) {
        this.asShown = asShown;
    }

    /** Puts a contribution in its place and tells which that is, from 0. */
    int add(PublishedContribution contribution) {
        int found = Collections.binarySearch(contributions, contribution, ORDER);
        if (found >= 0) {
            throw new IllegalStateException("two contributions share one reference and instant");
        }
        int place = -found - 1;
        contributions.add(place, contribution);
        return place;
    }

    /** Takes a contribution away and tells where it was, from 0. */
    int remove(PublishedContribution contribution) {
        int place = Collections.binarySearch(contributions, contribution, ORDER);
        if (place < 0) {
            throw new IllegalStateException("the contribution is not on this shelf");
        }
        contributions.remove(place);
        return place;
    }

    public int size() {
        return contributions.size();
    }

    public boolean isEmpty() {
        return contributions.isEmpty();
    }

    /** All, oldest clearance first. */
    public List<PublishedContribution> all() {
        return shown(0, contributions.size());
    }

    /** The newest, newest first. */
    public List<PublishedContribution> latest(int limit) {
        int from = Math.max(0, contributions.size() - limit);
        return shown(from, contributions.size()).reversed();
    }

    /** At most {@code limit} contributions before a position, newest first; from the newest if there is none. */
    public List<PublishedContribution> before(Optional<Position> position, int limit) {
        int end = position.map(this::placeOf).orElse(contributions.size());
        return shown(Math.max(0, end - limit), end).reversed();
    }

    /** Number of pages of that size. */
    public int pages(int size) {
        return (contributions.size() + size - 1) / size;
    }

    /** One page, oldest first; pages count from 1. */
    public List<PublishedContribution> page(int number, int size) {
        int from = (number - 1) * size;
        return shown(from, Math.min(from + size, contributions.size()));
    }

    private List<PublishedContribution> shown(int from, int to) {
        return contributions.subList(from, to).stream().map(asShown).toList();
    }

    private int placeOf(Position position) {
        int low = 0;
        int high = contributions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (contributions.get(middle).position().compareTo(position) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

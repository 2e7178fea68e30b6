package org.rostrum.publishing.domain.compilation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What became of everything that was received in a round; each submission is in exactly one place. */
public record Accounting(
        int received,
        int published,
        int withheld,
        int confidential,
        int duplicate,
        int quarantined,
        int parked,
        int withdrawn,
        int erased,
        int inFlight) {

    /** One place where submissions are, and how many. */
    public record Place(String label, int submissions) {}

    public Accounting {
        var lowest = IntStream.of(
                        received,
                        published,
                        withheld,
                        confidential,
                        duplicate,
                        quarantined,
                        parked,
                        withdrawn,
                        erased,
                        inFlight)
                .min()
                .orElseThrow();
        if (lowest < 0) {
            throw new IllegalArgumentException("a number of submissions is not negative");
        }
    }

    /** Every place, in the order in which the accounting is printed. */
    public List<Place> places() {
        return List.of(
                new Place("published", published),
                new Place("withheld", withheld),
                new Place("confidential", confidential),
                new Place("duplicate", duplicate),
                new Place("quarantined", quarantined),
                new Place("parked", parked),
                new Place("withdrawn", withdrawn),
                new Place("erased", erased),
                new Place("in progress", inFlight));
    }

    /** Whether nothing is missing and nothing counted twice. */
    public boolean balances() {
        return received == places().stream().mapToInt(Place::submissions).sum();
    }

    /** The accounting as one line; a line that does not balance says so. */
    public String line() {
        var sum = places().stream()
                .map(place -> place.submissions() + " " + place.label())
                .collect(Collectors.joining(" + "));
        var line = received + " received " + (balances() ? "= " : "≠ ") + sum + ".";
        return balances() ? line : line + " These numbers do not agree yet; the organiser has to find out why.";
    }
}

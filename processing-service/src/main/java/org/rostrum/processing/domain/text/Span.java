package org.rostrum.processing.domain.text;

/**
 * A half-open range of a normalised text, {@code start} included and {@code end} not.
 *
 * <p>Offsets count UTF-16 code units, as {@link String#substring(int, int)} does; they are exact for the very text they
 * were made from and mean nothing for any other.
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span needs 0 <= start <= end, got " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public Span to(Span later) {
        return new Span(start, later.end);
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}

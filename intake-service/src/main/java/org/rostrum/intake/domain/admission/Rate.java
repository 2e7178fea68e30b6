package org.rostrum.intake.domain.admission;

/**
 * How much one client may ask for.
 *
 * @param perSecond in the long run
 * @param burst at once, after a pause
 */
public record Rate(double perSecond, int burst) {
    public Rate {
        if (perSecond <= 0 || burst < 1) {
            throw new IllegalArgumentException("A rate lets something through.");
        }
    }
}

package org.rostrum.intake.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.usecase.SignedNotes.Purpose;

/**
 * Notices forms that no person filled in: a field that people do not see has something in it, or the form came back sooner
 * than anybody reads it. It only flags; it never refuses.
 */
public final class FormGuard {
    /** Name of the field that people neither see nor hear; whoever fills it in reads the page as a program does. */
    public static final String TRAP = "homepage";

    /** Name of the hidden field with the {@linkplain #opening signed opening time}. */
    public static final String OPENED = "opened";

    private final SignedNotes notes;
    private final Duration fastest;

    /** @param fastest the shortest time in which a person can fill in the form; zero switches the time trap off */
    public FormGuard(SignedNotes notes, Duration fastest) {
        this.notes = notes;
        this.fastest = fastest;
    }

    /** The opening time to put into the form when it is shown first. A form shown again carries on the one it had. */
    public String opening(Instant now) {
        return notes.sign(Purpose.FORM_OPENED, String.valueOf(now.toEpochMilli()));
    }

    /** The token of a form shown again, or a new one where that was none of ours. */
    public String carriedOn(@Nullable String opened, Instant now) {
        return opened != null && openedAt(opened).isPresent() ? opened : opening(now);
    }

    /**
     * What is odd about a form that came back.
     *
     * @param trap what was in the field {@link #TRAP}
     * @param opened what was in the field {@link #OPENED}; a form without it was never opened
     */
    public Set<SubmissionFlag> suspicions(@Nullable String trap, @Nullable String opened, Instant now) {
        var suspicions = EnumSet.noneOf(SubmissionFlag.class);
        if (trap != null && !trap.isBlank()) {
            suspicions.add(SubmissionFlag.TRAP_FILLED);
        }
        if (isTooFast(opened, now)) {
            suspicions.add(SubmissionFlag.TOO_FAST);
        }
        return suspicions;
    }

    private boolean isTooFast(@Nullable String opened, Instant now) {
        return fastest.isPositive()
                && Optional.ofNullable(opened)
                        .flatMap(this::openedAt)
                        .map(at -> now.isBefore(at.plus(fastest)))
                        .orElse(true);
    }

    /** When the form was opened, if the token is one of ours. */
    public Optional<Instant> openedAt(String token) {
        return notes.read(Purpose.FORM_OPENED, token).map(Long::parseLong).map(Instant::ofEpochMilli);
    }
}

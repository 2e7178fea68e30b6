package org.rostrum.intake.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.domain.Admission.Admitted;
import org.rostrum.intake.domain.Admission.TurnedAway;

/**
 * Decides on the server's clock, to the millisecond, whether a round takes something from somebody. What the sender's clock
 * says is never asked for.
 */
public final class RoundGate {
    private final Round round;
    private final ZoneId zone;

    public RoundGate(Round round, ZoneId zone) {
        this.round = round;
        this.zone = zone;
    }

    /**
     * Whether it is taken, and under which flags.
     *
     * @param arrived when all of it was here
     * @param begun when the last begun of its uploads began, if any came ahead of it
     */
    public Admission admission(Instant arrived, @Nullable Instant begun, Sender sender) {
        if (round.accepts().isEmpty()) {
            return new TurnedAway(new Refusal.TakesNothing());
        }
        return switch (timing(arrived, begun)) {
            case TurnedAway turnedAway -> turnedAway;
            case Admitted admitted ->
                membership(sender).<Admission>map(TurnedAway::new).orElse(admitted);
        };
    }

    /** As {@link #admission} for something that was not uploaded ahead: the reason to refuse; empty if it is taken. */
    public Optional<Refusal> refusal(Instant arrived, Sender sender) {
        return admission(arrived, null, sender) instanceof TurnedAway(Refusal reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** The rule by which something that arrives then comes after the closing; empty before. Grace and lateness are no matter. */
    public Optional<Refusal.TooLate> afterClosing(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        return round.closesAt(zone).filter(at::isAfter).map(closing -> new Refusal.TooLate(closing, zone, at));
    }

    private Admission timing(Instant arrived, @Nullable Instant begun) {
        var at = arrived.truncatedTo(ChronoUnit.MILLIS);
        if (at.isBefore(round.opensAt(zone))) {
            return new TurnedAway(new Refusal.TooEarly(round.opensAt(zone), zone, at));
        }
        return afterClosing(at).map(late -> afterClosing(late, begun)).orElseGet(() -> new Admitted(Set.of()));
    }

    private Admission afterClosing(Refusal.TooLate late, @Nullable Instant begun) {
        if (begunInTime(begun, late.closedAt()) && !late.now().isAfter(graceEnds(late.closedAt()))) {
            return new Admitted(Set.of(SubmissionFlag.IN_GRACE));
        }
        if (round.takesLate()) {
            return new Admitted(Set.of(SubmissionFlag.LATE));
        }
        return new TurnedAway(
                round.grace() != null && begunInTime(begun, late.closedAt())
                        ? new Refusal.GraceOver(late.closedAt(), graceEnds(late.closedAt()), zone, late.now())
                        : late);
    }

    private boolean begunInTime(@Nullable Instant begun, Instant closing) {
        return begun != null
                && !begun.isBefore(round.opensAt(zone))
                && !begun.truncatedTo(ChronoUnit.MILLIS).isAfter(closing);
    }

    private Instant graceEnds(Instant closing) {
        return closing.plus(round.grace() == null ? Duration.ZERO : round.grace());
    }

    private Optional<Refusal> membership(Sender sender) {
        return round.audience() == Audience.MEMBERS && sender != Sender.MEMBER
                ? Optional.of(new Refusal.MembersOnly(sender == Sender.LOGGED_IN))
                : Optional.empty();
    }
}

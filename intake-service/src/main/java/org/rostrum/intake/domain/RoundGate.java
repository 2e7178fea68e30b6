package org.rostrum.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.Round;

/** Decides on the server's clock, to the millisecond, whether a round takes something from somebody now. */
public final class RoundGate {
    private final Round round;
    private final ZoneId zone;

    public RoundGate(Round round, ZoneId zone) {
        this.round = round;
        this.zone = zone;
    }

    /** The reason to refuse; empty if the gate is open. */
    public Optional<Refusal> refusal(Instant now, Sender sender) {
        if (round.accepts().isEmpty()) {
            return Optional.of(new Refusal.TakesNothing());
        }
        return switch (round.phaseAt(now, zone)) {
            case ANNOUNCED -> Optional.of(new Refusal.TooEarly(round.opensAt(zone), zone, now));
            case CLOSED -> Optional.of(new Refusal.TooLate(round.closesAt(zone).orElseThrow(), zone, now));
            case OPEN -> membership(sender);
        };
    }

    private Optional<Refusal> membership(Sender sender) {
        return round.audience() == Audience.MEMBERS && sender != Sender.MEMBER
                ? Optional.of(new Refusal.MembersOnly(sender == Sender.LOGGED_IN))
                : Optional.empty();
    }
}

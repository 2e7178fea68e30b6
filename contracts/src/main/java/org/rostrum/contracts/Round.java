package org.rostrum.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One round of a consultation: who may answer what, from when to when.
 *
 * @param id unique within the consultation
 * @param title what people call it, if it has a name of its own
 * @param audience everyone, or members after login
 * @param accepts kinds of submission that it takes; none for a round that only publishes
 * @param opens first instant, in the consultation's zone
 * @param closes last instant that is in time; absent while none is fixed
 * @param grace how long an upload begun in time may still take to finish
 * @param followedBy what comes after it, for print
 * @param instrument the items, in printed order
 * @param instrumentOf the round whose instrument this one shares
 * @param late what becomes of submissions after the closing; absent means that they are refused
 * @param extensions every time that the closing was moved, oldest first
 * @param challengeAbove submissions a minute above which senders without an account must solve a challenge; absent means the
 *     installation's own threshold
 */
public record Round(
        RoundId id,
        @Nullable LocalizedText title,
        Audience audience,
        List<SubmissionKind> accepts,
        Boundary opens,
        @Nullable Boundary closes,
        @Nullable Duration grace,
        @Nullable LocalizedText followedBy,
        List<Item> instrument,
        @Nullable RoundId instrumentOf,
        @Nullable LatePolicy late,
        List<Extension> extensions,
        @Nullable Integer challengeAbove) {

    public Round {
        audience = Absent.or(audience, Audience.EVERYONE);
        extensions = Absent.list(extensions);
        accepts = Absent.list(accepts);
        instrument = Absent.list(instrument);
    }

    public Instant opensAt(ZoneId zone) {
        return opens.opensAt(zone);
    }

    public Optional<Instant> closesAt(ZoneId zone) {
        return Optional.ofNullable(closes).map(boundary -> boundary.closesAt(zone));
    }

    /** Whether submissions are taken, and flagged, after the closing. */
    public boolean takesLate() {
        return late == LatePolicy.ACCEPT;
    }

    public RoundPhase phaseAt(Instant now, ZoneId zone) {
        if (now.isBefore(opensAt(zone))) {
            return RoundPhase.ANNOUNCED;
        }
        return closesAt(zone).map(now::isAfter).orElse(false) ? RoundPhase.CLOSED : RoundPhase.OPEN;
    }

    /** Every item and sub-area, in printed order. */
    public Stream<Item> items() {
        return instrument.stream().flatMap(Item::withDescendants);
    }

    public Optional<Item> item(ItemNumber number) {
        return items().filter(item -> item.number().equals(number)).findFirst();
    }

    /** The same round with other dates. */
    public Round withDates(Boundary newOpens, @Nullable Boundary newCloses, List<Extension> newExtensions) {
        return new Round(
                id,
                title,
                audience,
                accepts,
                newOpens,
                newCloses,
                grace,
                followedBy,
                instrument,
                instrumentOf,
                late,
                newExtensions,
                challengeAbove);
    }

    /** The same round with other items; rounds that share the instrument of another follow by themselves. */
    public Round withInstrument(List<Item> shared) {
        return new Round(
                id,
                title,
                audience,
                accepts,
                opens,
                closes,
                grace,
                followedBy,
                shared,
                instrumentOf,
                late,
                extensions,
                challengeAbove);
    }
}

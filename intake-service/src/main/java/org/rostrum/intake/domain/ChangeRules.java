package org.rostrum.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionKind;

/**
 * Which changes would break what people already rely on. Until a round opens nothing can have been sent to it, and everything
 * about it may change; from then on submissions, receipts and links may speak of it, of its items and of its dates.
 */
public final class ChangeRules {
    private final ConsultationDefinition standing;
    private final ConsultationDefinition wanted;
    private final Instant now;

    public ChangeRules(ConsultationDefinition standing, ConsultationDefinition wanted, Instant now) {
        this.standing = standing;
        this.wanted = wanted;
        this.now = now;
    }

    /** Why the change cannot be, one sentence each; empty if it can. What {@link #objectionsToDates} says comes on top. */
    public List<String> objections() {
        return Stream.concat(
                        Stream.concat(movedZone().stream(), lostGroups().stream()),
                        openedRounds().flatMap(this::objections))
                .toList();
    }

    /** Why dates cannot be moved by merely editing them; the verbs of a round move them under rules of their own. */
    public List<String> objectionsToDates() {
        return openedRounds()
                .flatMap(round -> wanted.round(round.id()).stream().flatMap(changed -> dates(round, changed)))
                .toList();
    }

    private Stream<Round> openedRounds() {
        return standing.rounds().stream().filter(round -> !now.isBefore(round.opensAt(standing.zone())));
    }

    private boolean anyOpened() {
        return openedRounds().findAny().isPresent();
    }

    private Optional<String> movedZone() {
        return standing.zone().equals(wanted.zone()) || !anyOpened()
                ? Optional.empty()
                : Optional.of("The time zone cannot change once a round has opened: receipts print instants in "
                        + standing.zone() + ". Define a new consultation instead.");
    }

    private Optional<String> lostGroups() {
        var kept = wanted.stakeholderGroups().stream().map(ChangeRules::value).collect(Collectors.toSet());
        var lost = standing.stakeholderGroups().stream()
                .map(ChangeRules::value)
                .filter(group -> !kept.contains(group))
                .toList();
        return lost.isEmpty() || !anyOpened()
                ? Optional.empty()
                : Optional.of(
                        "Stakeholder groups cannot be removed once a round has opened, people may have chosen them;"
                                + " missing: " + String.join(", ", lost) + ".");
    }

    /** Submissions name a group by its English words. */
    private static String value(LocalizedText group) {
        return group.in("en");
    }

    private Stream<String> objections(Round round) {
        return wanted.round(round.id())
                .map(changed -> Stream.of(
                                removedItems(round, changed),
                                narrowedAudience(round, changed),
                                narrowedKinds(round, changed))
                        .flatMap(Optional::stream))
                .orElseGet(
                        () -> Stream.of("Round %s has opened and cannot be removed or renamed.".formatted(round.id())));
    }

    private static Optional<String> removedItems(Round round, Round changed) {
        var missing = round.items()
                .map(Item::number)
                .filter(number -> changed.item(number).isEmpty())
                .map(ItemNumber::value)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Round %s has opened and its items cannot be removed or renumbered; missing: %s."
                        .formatted(round.id(), String.join(", ", missing)));
    }

    private static Optional<String> narrowedAudience(Round round, Round changed) {
        return round.audience() == Audience.EVERYONE && changed.audience() == Audience.MEMBERS
                ? Optional.of(
                        ("Round %s has opened to everyone and cannot become one for members only: people have begun"
                                        + " to respond. Close it and define another round.")
                                .formatted(round.id()))
                : Optional.empty();
    }

    private static Optional<String> narrowedKinds(Round round, Round changed) {
        var lost = Stream.concat(
                        lostKinds("", Set.copyOf(round.accepts()), Set.copyOf(changed.accepts())).stream(),
                        round.items()
                                .flatMap(item -> changed.item(item.number()).stream()
                                        .flatMap(other -> lostKinds(
                                                "item " + item.number() + ": ",
                                                taken(item, round),
                                                taken(other, changed))
                                                .stream())))
                .toList();
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("Round %s has opened and goes on accepting what it accepts; missing: %s."
                        .formatted(round.id(), String.join("; ", lost)));
    }

    private static Set<SubmissionKind> taken(Item item, Round round) {
        return Set.copyOf(item.accepts().isEmpty() ? round.accepts() : item.accepts());
    }

    private static Optional<String> lostKinds(String where, Set<SubmissionKind> before, Set<SubmissionKind> after) {
        var lost = before.stream()
                .filter(kind -> !after.contains(kind))
                .map(KebabCase::of)
                .sorted()
                .toList();
        return lost.isEmpty() ? Optional.empty() : Optional.of(where + String.join(", ", lost));
    }

    private Stream<String> dates(Round round, Round changed) {
        return Stream.of(reopened(round, changed), movedClosing(round, changed), rewritten(round, changed))
                .flatMap(Optional::stream);
    }

    private Optional<String> reopened(Round round, Round changed) {
        return changed.opensAt(wanted.zone()).isAfter(now)
                ? Optional.of("Round %s has opened; its opening cannot be moved into the future.".formatted(round.id()))
                : Optional.empty();
    }

    private Optional<String> rewritten(Round round, Round changed) {
        return round.extensions().equals(changed.extensions())
                ? Optional.empty()
                : Optional.of("The extensions of round %s are on the public record; only extending it adds one."
                        .formatted(round.id()));
    }

    private Optional<String> movedClosing(Round round, Round changed) {
        ZoneId zone = standing.zone();
        var before = round.closesAt(zone);
        var after = changed.closesAt(zone);
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.isPresent() && after.map(before.get()::isBefore).orElse(true)) {
            return Optional.of(
                    "Round %s has opened with an announced closing; move it later by extending the round, with a reason."
                            .formatted(round.id()));
        }
        if (after.filter(closing -> !closing.isAfter(now)).isPresent()) {
            return Optional.of("Round %s cannot be closed in the past; close it now instead.".formatted(round.id()));
        }
        return round.extensions().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Round %s was extended to %s, with a published reason; that cannot be taken back by editing. "
                                        .formatted(
                                                round.id(),
                                                round.extensions()
                                                        .getLast()
                                                        .to()
                                                        .value())
                                + "Close it now if it must end.");
    }
}

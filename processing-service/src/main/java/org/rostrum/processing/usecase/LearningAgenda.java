package org.rostrum.processing.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.filing.Sample;

/** Which round is to be learned next, and what is to be left alone meanwhile. Known to many threads. */
final class LearningAgenda {
    /** A round that has fewer passages is studied with each document that is to be filed. */
    private static final int FIRST = 10;
    /** A case that a person works on is left alone so long, or his next click would meet another case. House choice. */
    private static final Duration AT_WORK = Duration.ofSeconds(60);
    /** In a rush, what is waiting goes before learning more from what is there; but not for longer. House choices. */
    private static final Duration RUSH = Duration.ofSeconds(2);

    private static final Duration LONGEST_RUSH = Duration.ofSeconds(60);
    /** A round that has taught no more than this learns at once: that costs next to nothing and tells much. House choice. */
    private static final int LITTLE = 50;

    private final InstantSource clock;
    private final Map<RoundTexts.Of, Progress> rounds = new HashMap<>();
    private final Map<SubmissionId, Click> clicks = new HashMap<>();
    private Instant rushEnd = Instant.MIN;

    LearningAgenda(InstantSource clock) {
        this.clock = clock;
    }

    /** When a person last did something to a submission. */
    private record Click(RoundTexts.Of round, Instant at) {}

    /** How far learning from a round has come. */
    private static final class Progress {
        private int studied;
        private int since;
        private @Nullable Instant leftAlone;
        private @Nullable Instant settled;
        private @Nullable Instant grownEnough;

        void settle(Instant now) {
            settled = settled == null ? now : settled;
        }

        /** Since when it is due; empty if it is not. */
        Optional<Instant> due(Instant now, boolean isRush, boolean isAtWork) {
            if (settled != null) {
                return Optional.of(settled);
            }
            if (leftAlone != null && !isAtWork) {
                return Optional.of(leftAlone);
            }
            if (since == 0 || studied >= Sample.LARGEST || since < Math.max(FIRST, studied)) {
                return Optional.empty();
            }
            if (grownEnough == null) {
                grownEnough = now;
            }
            boolean canWait = studied >= LITTLE && now.isBefore(grownEnough.plus(LONGEST_RUSH));
            return canWait && isRush ? Optional.empty() : Optional.of(grownEnough);
        }

        void begin() {
            settled = null;
            leftAlone = null;
            since = 0;
            grownEnough = null;
        }
    }

    synchronized void grown(RoundTexts.Of round, int passages) {
        progress(round).since += passages;
    }

    synchronized void rushed() {
        rushEnd = clock.instant().plus(RUSH);
    }

    /** All of these are to be learned. */
    synchronized void again(Set<RoundTexts.Of> known) {
        known.forEach(round -> progress(round).settle(clock.instant()));
    }

    /** A person settled something in that submission. */
    synchronized void settled(RoundTexts.Of round, SubmissionId submission) {
        progress(round).settle(clock.instant());
        clicks.put(submission, new Click(round, clock.instant()));
    }

    private Progress progress(RoundTexts.Of round) {
        return rounds.computeIfAbsent(round, _ -> new Progress());
    }

    /** The round that has been due longest; what comes to it from now on makes it due again. */
    synchronized Optional<RoundTexts.Of> next() {
        var now = clock.instant();
        clicks.values().removeIf(click -> click.at().plus(AT_WORK).isBefore(now));
        var due = new HashMap<RoundTexts.Of, Instant>();
        rounds.forEach((round, progress) ->
                progress.due(now, isRush(), isAtWork(round)).ifPresent(since -> due.put(round, since)));
        var next = due.entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
        next.ifPresent(round -> progress(round).begin());
        return next;
    }

    private boolean isAtWork(RoundTexts.Of round) {
        return clicks.values().stream().anyMatch(click -> click.round().equals(round));
    }

    /** Whether a person has just worked on it. */
    synchronized boolean isAtWork(SubmissionId submission) {
        return clicks.containsKey(submission);
    }

    synchronized boolean isRush() {
        return clock.instant().isBefore(rushEnd);
    }

    /** No rush is waited for beyond this. */
    Instant endOfPatience() {
        return clock.instant().plus(LONGEST_RUSH);
    }

    /** @param leftAlone whether something was not filed again because somebody works on it */
    synchronized void done(RoundTexts.Of round, int studied, boolean leftAlone) {
        var progress = progress(round);
        progress.studied = studied;
        progress.leftAlone = leftAlone ? clock.instant() : null;
    }
}

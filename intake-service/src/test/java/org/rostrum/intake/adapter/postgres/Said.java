package org.rostrum.intake.adapter.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.PublicationEvent.CompilationIssued;
import org.rostrum.contracts.PublicationEvent.ContributionPublished;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.contracts.PublicationEvent.PublicationRefused;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.Topic;
import org.rostrum.intake.domain.LastEvents;

/** What other services may say of some submissions: versions out of order, repeated, interrupted by erasures. */
final class Said {
    private static final ConsultationId CONSULTATION = new ConsultationId("broadband");
    private static final RoundId ROUND = new RoundId("first");
    private static final Instant THEN = Instant.parse("2026-11-23T09:00:00Z");

    private Said() {}

    /** Either something that was said, or a submission to forget. */
    record Step(Optional<Decoded> told, Optional<SubmissionId> forgotten) {
        static Step of(Decoded told) {
            return new Step(Optional.of(told), Optional.empty());
        }

        static Step of(SubmissionId forgotten) {
            return new Step(Optional.empty(), Optional.of(forgotten));
        }
    }

    static SubmissionId submission(int number) {
        return new SubmissionId("1-%032x".formatted(number));
    }

    private static Reference reference(int number) {
        return Reference.fromDigest(new byte[] {(byte) number, (byte) (number >> 8), 3, 4, 5, 6, 7, 8});
    }

    static List<Step> chronicle(Random random, int submissions, int length) {
        var steps = new ArrayList<Step>();
        var told = new ArrayList<Decoded>();
        for (int i = 0; i < length; i++) {
            var number = random.nextInt(submissions);
            if (random.nextInt(60) == 0) {
                steps.add(Step.of(submission(number)));
            } else {
                told.add(told(random, told, number));
                steps.add(Step.of(told.getLast()));
            }
        }
        return steps;
    }

    private static Decoded told(Random random, List<Decoded> before, int number) {
        var repeated =
                before.isEmpty() ? Optional.<Decoded>empty() : Optional.of(before.get(random.nextInt(before.size())));
        return switch (random.nextInt(8)) {
            case 0 -> repeated.orElseGet(() -> fresh(random, before.size(), number));
            case 1 -> // an id that was used for something else: the first counts
                new Decoded(repeated.map(Decoded::id).orElse("first"), THEN, event(random, number));
            default -> fresh(random, before.size(), number);
        };
    }

    private static Decoded fresh(Random random, int position, int number) {
        return new Decoded("e-" + position, THEN, event(random, number));
    }

    private static Event event(Random random, int number) {
        var version = 1 + random.nextInt(4);
        return switch (random.nextInt(8)) {
            case 0 -> parked(number, version, "reason-" + random.nextInt(9));
            case 1, 2 -> processed(number, version, random.nextInt(9));
            case 3 ->
                new SubmissionCleared(
                        submission(number),
                        reference(number),
                        CONSULTATION,
                        ROUND,
                        version,
                        new ObjectRef("rostrum-cleared", "k", "0".repeat(64), random.nextInt(9)),
                        "ada",
                        THEN);
            case 4 ->
                new SubmissionWithheld(
                        submission(number),
                        reference(number),
                        CONSULTATION,
                        ROUND,
                        version,
                        "It's \"off\\ topic\", {é} " + random.nextInt(9),
                        "ada",
                        THEN);
            case 5 -> withReason(number, version, "A name was missed. " + random.nextInt(9));
            case 6 -> publication(random, number, version);
            default -> aside(random, number, version);
        };
    }

    static SubmissionProcessed processed(int number, int version, int passages) {
        return new SubmissionProcessed(
                submission(number), reference(number), CONSULTATION, ROUND, version, passages, 0, List.of(), THEN);
    }

    private static SubmissionParked parked(int number, int version, String reason) {
        return new SubmissionParked(submission(number), reference(number), CONSULTATION, ROUND, version, reason, THEN);
    }

    static ClearanceRecalled withReason(int number, int version, String reason) {
        return new ClearanceRecalled(
                submission(number), reference(number), CONSULTATION, ROUND, version, reason, "ada", THEN);
    }

    private static Event publication(Random random, int number, int version) {
        return random.nextBoolean()
                ? new ContributionPublished(
                        submission(number),
                        reference(number),
                        CONSULTATION,
                        ROUND,
                        version,
                        "ab".repeat(32),
                        "/consultations/x/" + random.nextInt(9),
                        THEN)
                : new ContributionUnpublished(
                        submission(number), reference(number), CONSULTATION, ROUND, version, THEN);
    }

    /** Says nothing of a submission's way. */
    private static Event aside(Random random, int number, int version) {
        return random.nextBoolean()
                ? new PublicationRefused(
                        submission(number),
                        reference(number),
                        CONSULTATION,
                        ROUND,
                        version,
                        "ab".repeat(32),
                        "leak-found",
                        THEN)
                : new CompilationIssued(CONSULTATION, ROUND, "r-12", 12, List.of(), THEN);
    }

    /** The rule, written down as simply as possible: what stands after these steps, one after the other. */
    static Function<SubmissionId, LastEvents> standing(List<Step> steps) {
        Set<String> seen = new HashSet<>();
        Set<SubmissionId> forgotten = new HashSet<>();
        Map<SubmissionId, Map<Topic, Event>> last = new HashMap<>();
        for (var step : steps) {
            step.forgotten().ifPresent(gone -> {
                forgotten.add(gone);
                last.remove(gone);
            });
            step.told().filter(told -> way(told.event()).isPresent()).ifPresent(told -> {
                var submission = way(told.event()).orElseThrow();
                if (seen.add(told.id()) && !forgotten.contains(submission)) {
                    last.computeIfAbsent(submission, _ -> new HashMap<>())
                            .merge(Topic.of(told.event()), told.event(), Said::later);
                }
            });
        }
        return submission -> lastEvents(last.getOrDefault(submission, Map.of()));
    }

    private static Event later(Event standing, Event next) {
        return version(next) < version(standing) ? standing : next;
    }

    private static LastEvents lastEvents(Map<Topic, Event> last) {
        return new LastEvents(
                Optional.ofNullable((ProcessingEvent) last.get(Topic.PROCESSING)),
                Optional.ofNullable((ClearanceEvent) last.get(Topic.CLEARANCES)),
                Optional.ofNullable((PublicationEvent) last.get(Topic.PUBLICATIONS)));
    }

    private static Optional<SubmissionId> way(Event event) {
        return switch (event) {
            case ProcessingEvent e -> Optional.of(e.submission());
            case ClearanceEvent e -> Optional.of(e.submission());
            case ContributionPublished e -> Optional.of(e.submission());
            case ContributionUnpublished e -> Optional.of(e.submission());
            default -> Optional.empty();
        };
    }

    private static int version(Event event) {
        return switch (event) {
            case ProcessingEvent e -> e.version();
            case ClearanceEvent e -> e.version();
            case ContributionPublished e -> e.version();
            case ContributionUnpublished e -> e.version();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    static List<SubmissionId> submissions(int count) {
        return IntStream.range(0, count).mapToObj(Said::submission).toList();
    }
}

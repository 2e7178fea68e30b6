package org.rostrum.processing.usecase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.processing.usecase.ReadSubmission.Read;

/** Takes new submissions to where staff can work on them, many in one transaction: for a rush, and for what waits after one. */
final class ProcessTogether {
    /** How long versions are read before those that were are kept: staff should not wait for others' texts. */
    private static final Duration LONGEST = Duration.ofMillis(250);
    /** Manifests that are fetched at a time. */
    private static final int FETCHED = 32;

    private final Transactions transactions;
    private final Manifests manifests;
    private final ReadTogether reader;
    private final KeepVersion versions;
    private final InstantSource clock;

    ProcessTogether(
            Transactions transactions,
            Manifests manifests,
            ReadSubmission reader,
            KeepVersion versions,
            InstantSource clock) {
        this.transactions = transactions;
        this.manifests = manifests;
        this.reader = new ReadTogether(reader, clock);
        this.versions = versions;
        this.clock = clock;
    }

    /** An event that says that a version came. */
    record Arrived(String eventId, VersionAcknowledged received) {}

    /** Whether it may be one of those that are processed together: files take their time, later versions have a past. */
    static boolean canBeTogether(VersionAcknowledged received) {
        return received.version() == 1 && received.attachments() == 0;
    }

    /**
     * Processes new submissions in one transaction: the first so many of them, for as long as reading takes little time.
     *
     * @return how many; 0, and nothing has changed, if they cannot be taken together
     */
    int process(List<Arrived> arrived) {
        var end = clock.instant().plus(LONGEST);
        Map<RoundTexts.Of, Round> rounds = new HashMap<>();
        var read = new ArrayList<Read>();
        for (int from = 0; from < arrived.size() && clock.instant().isBefore(end); from += FETCHED) {
            var some = arrived.subList(from, Math.min(arrived.size(), from + FETCHED));
            var found = manifests.readAll(
                    some.stream().map(one -> one.received().manifest()).toList());
            var wanted = new ArrayList<ReadTogether.Wanted>();
            for (int i = 0; i < some.size(); i++) {
                var received = some.get(i).received();
                var round =
                        rounds.computeIfAbsent(of(received), _ -> ProcessSubmission.roundOf(transactions, received));
                wanted.add(new ReadTogether.Wanted(ProcessSubmission.checked(found.get(i), received), round));
            }
            read.addAll(reader.read(wanted, end));
            if (read.size() < from + some.size()) {
                break;
            }
        }
        var taken = arrived.subList(0, read.size());
        if (!kept(taken, read, rounds)) {
            return 0;
        }
        for (int i = 0; i < taken.size(); i++) {
            var received = taken.get(i).received();
            versions.kept(received, Objects.requireNonNull(rounds.get(of(received))), read.get(i));
        }
        return taken.size();
    }

    private boolean kept(List<Arrived> taken, List<Read> read, Map<RoundTexts.Of, Round> rounds) {
        return transactions.inOne(books -> {
            var submissions =
                    taken.stream().map(one -> one.received().submission()).toList();
            boolean areNew = !books.cases().hasAny(submissions)
                    && !books.parkedEvents().hasAny(submissions)
                    && books.inbox()
                                    .enterAll(
                                            taken.stream().map(Arrived::eventId).toList())
                            == taken.size();
            if (!areNew) {
                throw new ConcurrentChange("Some of them are not new.");
            }
            for (int i = 0; i < taken.size(); i++) {
                var received = taken.get(i).received();
                versions.finishNew(books, received, read.get(i), Objects.requireNonNull(rounds.get(of(received))));
            }
            return true;
        });
    }

    private static RoundTexts.Of of(VersionAcknowledged received) {
        return new RoundTexts.Of(received.consultation(), received.round());
    }
}

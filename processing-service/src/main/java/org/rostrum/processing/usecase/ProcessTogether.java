package org.rostrum.processing.usecase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.processing.usecase.ReadSubmission.Read;

/** Takes new submissions to where staff can work on them, many in one transaction: for a rush, and for what waits after one. */
final class ProcessTogether {
    /** How long versions are read before those that were are kept: staff should not wait for others' texts. */
    private static final Duration LONGEST = Duration.ofMillis(250);
    /** Versions of one transaction at most. */
    private static final int MOST = 200;
    /** So many at once are part of a rush. */
    private static final int MANY = 100;
    /** In which rounds are locked, so that nobody waits for one who waits for him. */
    private static final Comparator<RoundTexts.Of> IN_ORDER = Comparator.comparing(
                    (RoundTexts.Of of) -> of.consultation().value())
            .thenComparing(of -> of.round().value());
    /** Manifests that are fetched at a time. */
    private static final int FETCHED = 32;

    private final Transactions transactions;
    private final Manifests manifests;
    private final ReadTogether reader;
    private final KeepVersion versions;
    private final InstantSource clock;
    private final ExecutorService keepers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<RoundTexts.Of, Round> lastRounds = new ConcurrentHashMap<>();

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

    /** The first so many of what arrived, and what they say. */
    private record Chunk(List<Arrived> taken, List<Read> read, Map<RoundTexts.Of, Round> rounds) {}

    /**
     * Processes new submissions: some in each transaction, as many as are read in little time. While some are being kept, the next
     * are read.
     *
     * @return how many of the first; 0, and nothing has changed, if they cannot be taken together
     */
    int process(List<Arrived> arrived) {
        int kept = 0;
        Keeping keeping = null;
        try {
            for (int from = 0; from < arrived.size(); ) {
                var chunk = read(arrived.subList(from, arrived.size()));
                from += chunk.taken().size();
                if (from < arrived.size() || arrived.size() >= MANY) {
                    versions.rushed();
                }
                if (keeping != null) {
                    kept += keeping.await();
                }
                keeping = new Keeping(chunk.taken().size(), keepers.submit(() -> keep(chunk)));
            }
            return kept + (keeping == null ? 0 : keeping.await());
        } catch (RuntimeException e) {
            int done = kept + (keeping == null ? 0 : keeping.orNothing());
            if (done > 0 && !(e instanceof Pauses.Stopping)) {
                return done;
            }
            throw e;
        }
    }

    /** Some that are being kept. */
    private static final class Keeping {
        private final int count;
        private final Future<?> work;
        private boolean isAwaited;

        Keeping(int count, Future<?> work) {
            this.count = count;
            this.work = work;
        }

        /** How many, when they are kept. */
        int await() {
            isAwaited = true;
            Pauses.await(work);
            return count;
        }

        /** The same, but 0 if they were not kept or counted before. */
        int orNothing() {
            try {
                return isAwaited ? 0 : await();
            } catch (Pauses.Stopping e) {
                throw e;
            } catch (RuntimeException _) {
                return 0; // whoever tries again meets the same, and tells it
            }
        }
    }

    private Chunk read(List<Arrived> arrived) {
        var end = clock.instant().plus(LONGEST);
        Map<RoundTexts.Of, Round> rounds = new TreeMap<>(IN_ORDER);
        var read = new ArrayList<Read>();
        int most = Math.min(arrived.size(), MOST);
        for (int from = 0; from < most && (from == 0 || clock.instant().isBefore(end)); from += FETCHED) {
            var some = arrived.subList(from, Math.min(most, from + FETCHED));
            var found = manifests.readAll(
                    some.stream().map(one -> one.received().manifest()).toList());
            var wanted = new ArrayList<ReadTogether.Wanted>();
            for (int i = 0; i < some.size(); i++) {
                var received = some.get(i).received();
                var round = rounds.computeIfAbsent(of(received), _ -> roundOf(received));
                wanted.add(new ReadTogether.Wanted(ProcessSubmission.checked(found.get(i), received), round));
            }
            read.addAll(reader.read(wanted, end));
            if (read.size() < from + some.size()) {
                break;
            }
        }
        return new Chunk(arrived.subList(0, read.size()), read, rounds);
    }

    /** The same object as long as it is the same round: comparing its texts for each submission would cost more than a copy does. */
    private Round roundOf(VersionAcknowledged received) {
        var now = ProcessSubmission.roundOf(transactions, received);
        return lastRounds.merge(of(received), now, (last, same) -> last.equals(same) ? last : same);
    }

    private void keep(Chunk chunk) {
        var taken = chunk.taken();
        transactions.doInOne(books -> {
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
            chunk.rounds()
                    .forEach((of, round) -> versions.joinFamilies(books, of, round, members(of, taken, chunk.read())));
            for (int i = 0; i < taken.size(); i++) {
                versions.finishNew(books, taken.get(i).received(), chunk.read().get(i));
            }
        });
        for (int i = 0; i < taken.size(); i++) {
            var received = taken.get(i).received();
            versions.kept(
                    received,
                    Objects.requireNonNull(chunk.rounds().get(of(received))),
                    chunk.read().get(i));
        }
    }

    private static List<JoinFamily.Member> members(RoundTexts.Of round, List<Arrived> taken, List<Read> read) {
        return IntStream.range(0, taken.size())
                .filter(i -> of(taken.get(i).received()).equals(round))
                .mapToObj(i -> new JoinFamily.Member(
                        taken.get(i).received().submission(), read.get(i).wording()))
                .toList();
    }

    private static RoundTexts.Of of(VersionAcknowledged received) {
        return new RoundTexts.Of(received.consultation(), received.round());
    }
}

package org.rostrum.processing.usecase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.domain.filing.Sample;
import org.rostrum.processing.domain.filing.Studied;
import org.rostrum.processing.usecase.Refilings.Tally;

/**
 * Learns what rounds teach, in the background: when a round has doubled, and when a person settled something. Then files again
 * what nobody has settled. What is known is computed from the books alone, so it survives a restart.
 */
public final class LearnRounds implements RoundChanges {
    private static final Logger LOG = System.getLogger(LearnRounds.class.getName());
    /** A round that has fewer passages is studied with each document that is to be filed. */
    private static final int FIRST = 10;
    /** Written answers of boxes that count as settled: enough to learn from, few enough to learn soon. House choice. */
    private static final int BOXES = 300;
    /** A case that a person works on is left alone so long, or his next click would meet another case. House choice. */
    private static final Duration AT_WORK = Duration.ofSeconds(60);
    /** In a rush, what is waiting goes before learning more from what is there; but not for longer. House choices. */
    private static final Duration RUSH = Duration.ofSeconds(2);

    private static final Duration LONGEST_RUSH = Duration.ofSeconds(60);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(200);
    /** A round that has taught no more than this learns at once: that costs next to nothing and tells much. House choice. */
    private static final int LITTLE = 50;

    private final Transactions transactions;
    private final DescribeTexts describe;
    private final RoundModels models;
    private final FileAgain filing;
    private final InstantSource clock;
    private final Pauses pauses;
    private final Map<RoundTexts.Of, Progress> rounds = new HashMap<>();
    private final Map<SubmissionId, Instant> atWork = new HashMap<>();
    private Instant rushEnd = Instant.MIN;
    private boolean started;
    private Runnable wake = () -> {};

    /** How far learning from a round has come. */
    private static final class Progress {
        private int studied;
        private int since;
        private boolean settled;
        private boolean leftAlone;
        private @Nullable Instant grownEnough;

        boolean isDue(Instant now, Instant rushEnd) {
            if (settled) {
                return true;
            }
            if (since == 0 || studied >= Sample.LARGEST || since < Math.max(FIRST, studied)) {
                return false;
            }
            if (grownEnough == null) {
                grownEnough = now;
            }
            boolean canWait = studied >= LITTLE && now.isBefore(grownEnough.plus(LONGEST_RUSH));
            return !(canWait && now.isBefore(rushEnd));
        }
    }

    public LearnRounds(
            Transactions transactions, DescribeTexts describe, RoundModels models, InstantSource clock, Pauses pauses) {
        this.transactions = transactions;
        this.describe = describe;
        this.models = models;
        this.filing = new FileAgain(transactions, describe);
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Calls this whenever there is something to learn. */
    public void wakes(Runnable whom) {
        this.wake = whom;
    }

    @Override
    public void grown(RoundTexts.Of round, int passages) {
        synchronized (this) {
            progress(round).since += passages;
        }
        wake.run();
    }

    @Override
    public synchronized void rushed() {
        rushEnd = clock.instant().plus(RUSH);
    }

    @Override
    public void shrunk(RoundTexts.Of round) {
        again(round);
        wake.run();
    }

    @Override
    public void settled(RoundTexts.Of round, SubmissionId submission) {
        synchronized (this) {
            progress(round).settled = true;
            atWork.put(submission, clock.instant());
        }
        wake.run();
    }

    private Progress progress(RoundTexts.Of round) {
        return rounds.computeIfAbsent(round, _ -> new Progress());
    }

    /** Learns from one round if one is due; true if there may be more. */
    public boolean learn() {
        if (!started) {
            var known = transactions.inOne(books -> books.roundTexts().rounds());
            synchronized (this) {
                known.forEach(round -> progress(round).settled = true);
                started = true;
            }
        }
        var due = next();
        return due.filter(this::learnOrAgain).isPresent();
    }

    private synchronized Optional<RoundTexts.Of> next() {
        atWork.values().removeIf(since -> since.plus(AT_WORK).isBefore(clock.instant()));
        for (Map.Entry<RoundTexts.Of, Progress> entry : rounds.entrySet()) {
            var progress = entry.getValue();
            if (progress.isDue(clock.instant(), rushEnd) || (progress.leftAlone && atWork.isEmpty())) {
                progress.settled = false;
                progress.leftAlone = false;
                progress.since = 0;
                progress.grownEnough = null;
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** What was to be learned is not forgotten when something breaks. */
    private boolean learnOrAgain(RoundTexts.Of of) {
        try {
            return learn(of);
        } catch (RuntimeException e) {
            again(of);
            throw e;
        }
    }

    /** False if it has to wait for the encoder: without it, suggestions would become worse than they are. */
    private boolean learn(RoundTexts.Of of) {
        var round = transactions
                .inOne(books -> books.definitions().latest(of.consultation()))
                .flatMap(definition -> definition.round(of.round()));
        if (round.isEmpty()) {
            return true;
        }
        var documents = documents(of, round.get());
        if (documents.isEmpty()) {
            again(of);
            return false;
        }
        var model = models.learn(of.consultation(), round.get(), documents.get());
        var moves = new Tally();
        var filedAgain = fileAgain(of, round.get(), model, moves);
        if (moves.count() > 0) {
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            transactions.doInOne(
                    books -> books.refilings().add(of, moves.refiling(at, describe.version(), model.studied())));
        }
        done(of, model, filedAgain == FiledAgain.BUT_WHERE_SOMEBODY_WORKS);
        if (filedAgain == FiledAgain.IN_PART) {
            again(of);
        }
        LOG.log(
                Level.INFO,
                "Learned from a round; consultation={0} round={1} studied={2} refiled={3}",
                of.consultation(),
                of.round(),
                model.studied(),
                moves.count());
        return filedAgain != FiledAgain.IN_PART;
    }

    private enum FiledAgain {
        ALL,
        BUT_WHERE_SOMEBODY_WORKS,
        /** The encoder could not be asked about the rest. */
        IN_PART
    }

    private FiledAgain fileAgain(RoundTexts.Of of, Round round, RoundModel model, Tally moves) {
        List<RoundTexts.WithStaff> open =
                transactions.inOne(books -> books.roundTexts().withStaff(of));
        Map<SubmissionId, String> wordings =
                transactions.inOne(books -> books.wordings().ofMembers(of));
        Set<String> settled = new HashSet<>();
        var filer = new Filer(Instrument.of(round));
        boolean leftAlone = false;
        var patience = clock.instant().plus(LONGEST_RUSH);
        for (RoundTexts.WithStaff one : open) {
            var submission = one.submission();
            var wording = wordings.getOrDefault(submission, "");
            if (settled.contains(wording)) {
                continue; // a copy of one that stands where it belongs
            }
            letOthersGoFirst(patience);
            if (isAtWork(submission)) {
                leftAlone = true;
            } else {
                var refiled = filing.file(one, filer, model);
                if (refiled.isUnread()) {
                    return FiledAgain.IN_PART;
                }
                moves.add(refiled.moves());
                if (refiled.staysAsItWas() && !wording.isEmpty()) {
                    settled.add(wording);
                }
            }
        }
        return leftAlone ? FiledAgain.BUT_WHERE_SOMEBODY_WORKS : FiledAgain.ALL;
    }

    /** What waits is read before what was read is filed again; but not for longer than until then. */
    private void letOthersGoFirst(Instant atMost) {
        while (isRush() && clock.instant().isBefore(atMost)) {
            pauses.pause(SHORT_PAUSE);
        }
    }

    private synchronized boolean isRush() {
        return clock.instant().isBefore(rushEnd);
    }

    private synchronized void again(RoundTexts.Of of) {
        progress(of).settled = true;
    }

    private synchronized boolean isAtWork(SubmissionId submission) {
        return atWork.containsKey(submission);
    }

    private synchronized void done(RoundTexts.Of of, RoundModel model, boolean leftAlone) {
        var progress = progress(of);
        progress.studied = model.studied();
        progress.leftAlone = leftAlone;
    }

    /** Empty if the encoder could not be asked. */
    private Optional<List<List<Studied>>> documents(RoundTexts.Of of, Round round) {
        var items = Instrument.of(round).places();
        var sample = transactions.inOne(books -> books.roundTexts().sample(of, Sample.LARGEST)).stream()
                .map(document -> Sample.thinned(document, LearnRounds::isSettled))
                .toList();
        var texts = new ArrayList<DescribeTexts.Text>();
        sample.forEach(document ->
                document.forEach(passage -> texts.add(new DescribeTexts.Text(passage.text(), passage.language()))));
        var described = describe.all(texts);
        if (!described.isWhole()) {
            return Optional.empty();
        }
        var documents = new ArrayList<Sample.Document>();
        int next = 0;
        int boxes = 0;
        for (List<RoundTexts.Passage> document : sample) {
            var studied = new ArrayList<Studied>();
            for (RoundTexts.Passage passage : document) {
                var settled = settled(passage.filing(), items, boxes < BOXES);
                boxes += isInBox(passage.filing()) ? 1 : 0;
                studied.add(new Studied(
                        ContentHash.of(passage.text()), described.features().get(next++), settled));
            }
            documents.add(new Sample.Document(studied));
        }
        return Optional.of(Sample.of(documents));
    }

    private static boolean isSettled(RoundTexts.Passage passage) {
        return passage.filing().basis() == FilingBasis.STAFF;
    }

    private static boolean isInBox(Filing filing) {
        return switch (filing.basis()) {
            case BOX -> true;
            case STAFF, HEADING, ORDER, CONTENT -> false;
        };
    }

    /** Where a person put it, or its author; not under an item that the round has no more. */
    private static @Nullable List<ItemNumber> settled(Filing filing, List<ItemNumber> items, boolean boxesCount) {
        boolean said = switch (filing.basis()) {
            case STAFF -> true;
            case BOX -> boxesCount;
            case HEADING, ORDER, CONTENT -> false;
        };
        return said && items.containsAll(filing.items()) ? filing.items() : null;
    }
}

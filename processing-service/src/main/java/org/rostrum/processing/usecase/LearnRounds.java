package org.rostrum.processing.usecase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    /** Written answers of boxes that count as settled: enough to learn from, few enough to learn soon. House choice. */
    private static final int BOXES = 300;

    private static final Duration SHORT_PAUSE = Duration.ofMillis(200);

    private final Transactions transactions;
    private final DescribeTexts describe;
    private final RoundModels models;
    private final FileAgain filing;
    private final InstantSource clock;
    private final Pauses pauses;
    private final LearningAgenda agenda;
    private boolean started;
    private Runnable wake = () -> {};

    public LearnRounds(
            Transactions transactions, DescribeTexts describe, RoundModels models, InstantSource clock, Pauses pauses) {
        this.transactions = transactions;
        this.describe = describe;
        this.models = models;
        this.filing = new FileAgain(transactions, describe);
        this.clock = clock;
        this.pauses = pauses;
        this.agenda = new LearningAgenda(clock);
    }

    /** Calls this whenever there is something to learn. */
    public void wakes(Runnable whom) {
        this.wake = whom;
    }

    @Override
    public void grown(RoundTexts.Of round, int passages) {
        agenda.grown(round, passages);
        wake.run();
    }

    @Override
    public void rushed() {
        agenda.rushed();
    }

    @Override
    public void shrunk(RoundTexts.Of round) {
        again(round);
        wake.run();
    }

    @Override
    public void settled(RoundTexts.Of round, SubmissionId submission) {
        agenda.settled(round, submission);
        wake.run();
    }

    /** Learns from one round if one is due; true if there may be more. */
    public boolean learn() {
        if (!started) {
            agenda.again(transactions.inOne(books -> books.roundTexts().rounds()));
            started = true;
        }
        return agenda.next().filter(this::learnOrAgain).isPresent();
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
        agenda.done(of, model.studied(), filedAgain == FiledAgain.BUT_WHERE_SOMEBODY_WORKS);
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

    /** What a submission says, and where its passages stand. */
    private record Standing(String wording, String filed) {}

    private FiledAgain fileAgain(RoundTexts.Of of, Round round, RoundModel model, Tally moves) {
        List<RoundTexts.WithStaff> open =
                transactions.inOne(books -> books.roundTexts().withStaff(of));
        Map<SubmissionId, String> wordings =
                transactions.inOne(books -> books.wordings().ofMembers(of));
        Set<Standing> asTheyWere = new HashSet<>();
        var filer = new Filer(Instrument.of(round));
        boolean leftAlone = false;
        var patience = agenda.endOfPatience();
        for (RoundTexts.WithStaff one : open) {
            var submission = one.submission();
            var standing = new Standing(wordings.getOrDefault(submission, ""), one.filed());
            if (asTheyWere.contains(standing)) {
                continue; // a copy of one that stands where it belongs, and stands there too
            }
            letOthersGoFirst(patience);
            if (agenda.isAtWork(submission)) {
                leftAlone = true;
            } else {
                var refiled = filing.file(one, filer, model);
                if (refiled.isUnread()) {
                    return FiledAgain.IN_PART;
                }
                moves.add(refiled.moves());
                leftAlone |= refiled.isOvertaken();
                if (refiled.staysAsItWas() && !standing.wording().isEmpty()) {
                    asTheyWere.add(standing);
                }
            }
        }
        return leftAlone ? FiledAgain.BUT_WHERE_SOMEBODY_WORKS : FiledAgain.ALL;
    }

    /** What waits is read before what was read is filed again; but not for longer than until then. */
    private void letOthersGoFirst(Instant atMost) {
        while (agenda.isRush() && clock.instant().isBefore(atMost)) {
            pauses.pause(SHORT_PAUSE);
        }
    }

    private void again(RoundTexts.Of of) {
        agenda.again(Set.of(of));
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

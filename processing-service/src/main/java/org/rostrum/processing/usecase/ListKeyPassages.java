package org.rostrum.processing.usecase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Round;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.usecase.ItemPassages.Filed;
import org.rostrum.processing.usecase.KeyPassagesView.Meaning;

/**
 * Shows staff which passages and terms stand for what was said under an item, and how those who say them compare with everybody.
 * Computed whenever somebody looks: nothing is kept but what people decided. For staff alone; nothing of it goes public by itself.
 */
public final class ListKeyPassages {
    /** Passages that are compared with each other. House choice: about a second of work, and a few megabytes. */
    public static final int SAMPLE = 1_000;
    /** So many texts the encoder reads while somebody waits; more of them in the background. */
    private static final int WHILE_ONE_WAITS = 40;

    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int BATCH = 64;
    private static final Set<CaseState> QUOTABLE =
            EnumSet.of(CaseState.WITH_STAFF, CaseState.CLEARED, CaseState.PUBLISHED);

    private final Transactions transactions;
    private final DescribeTexts describe;
    private final WordTokens tokens;
    private final FlagTexts flags;
    private final Executor background;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final Limits limits;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final HeldViews held;

    /**
     * How much is done for those who look.
     *
     * @param sample passages that are compared with each other
     * @param patience how long anybody waits for others
     */
    record Limits(int sample, Duration patience) {
        static final Limits USUAL = new Limits(SAMPLE, Duration.ofSeconds(5));
    }

    /**
     * For a whole service.
     *
     * @param background takes one piece of work at a time
     */
    public ListKeyPassages(
            Transactions transactions,
            DescribeTexts describe,
            WordTokens tokens,
            FlagTexts flags,
            Executor background,
            InstantSource clock) {
        this(transactions, describe, tokens, flags, background, clock, Limits.USUAL);
    }

    ListKeyPassages(
            Transactions transactions,
            DescribeTexts describe,
            WordTokens tokens,
            FlagTexts flags,
            Executor background,
            InstantSource clock,
            Limits limits) {
        this.transactions = transactions;
        this.describe = describe;
        this.tokens = tokens;
        this.flags = flags;
        this.background = background;
        this.held = new HeldViews(clock);
        this.limits = limits;
    }

    /** What whoever looks is told. */
    public sealed interface Shown {
        record Computed(KeyPassagesView view) implements Shown {}

        record NoSuchItem() implements Shown {}

        /** Others wait already; ask again after that time. */
        record Busy(Duration pause) implements Shown {}
    }

    /** A round and how many passages its items have. */
    public record Overview(
            RoundTexts.Of of, ConsultationDefinition definition, Round round, Map<ItemNumber, Integer> passages) {}

    /** Whether a passage of this case may be chosen. */
    public static boolean isQuotable(Case file) {
        return QUOTABLE.contains(file.state()) && file.publication() != Publication.CONFIDENTIAL && !file.isDisputed();
    }

    /** All that are known. */
    public List<ConsultationDefinition> consultations() {
        return transactions.inOne(books -> books.definitions().all());
    }

    public Optional<Overview> overview(RoundTexts.Of of) {
        return transactions.inOne(books -> books.definitions()
                .latest(of.consultation())
                .flatMap(definition -> definition
                        .round(of.round())
                        .map(round -> new Overview(
                                of, definition, round, books.itemPassages().counts(of)))));
    }

    /** What was computed a moment ago, or else computed now: one at a time, for each holds hundreds of texts. */
    public Shown of(RoundTexts.Of of, ItemNumber item) {
        var known = held(of, item);
        if (known.isPresent()) {
            return new Shown.Computed(known.get());
        }
        if (!isMyTurn()) {
            return new Shown.Busy(LATER);
        }
        try {
            return held(of, item)
                    .or(() -> computed(of, item))
                    .<Shown>map(Shown.Computed::new)
                    .orElseGet(Shown.NoSuchItem::new);
        } finally {
            turn.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return turn.tryLock(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<KeyPassagesView> held(RoundTexts.Of of, ItemNumber item) {
        return transactions.inOne(books -> held.find(books, of, item));
    }

    private Optional<KeyPassagesView> computed(RoundTexts.Of of, ItemNumber item) {
        var state = transactions.inOne(books -> HeldViews.State.of(books, of, item));
        var view = transactions
                .inOne(books -> ItemMaterial.of(books, of, item, limits.sample()))
                .map(material -> view(of, material));
        view.ifPresent(made -> held.hold(of, item, state, made));
        return view;
    }

    private KeyPassagesView view(RoundTexts.Of of, ItemMaterial material) {
        var texts = texts(material.here());
        boolean isAtHand = describe.unread(texts) <= WHILE_ONE_WAITS;
        List<Features> features = isAtHand ? describe.passages(texts) : describe.byWords(texts);
        if (!isAtHand) {
            readInBackground(texts);
        }
        var reading = new ItemReading(
                material.here(), features, material.choices(), material.tally().census(), tokens);
        var references = material.references();
        var quotes =
                transactions.inOne(books -> new KeyQuotes(books, flags, material.choices(), references).of(reading));
        var dropped = material.dropped();
        return new KeyPassagesView(
                of,
                material.definition(),
                material.round(),
                material.item(),
                material.tally(),
                reading.passages(),
                isAtHand ? reading.isByMeaning() ? Meaning.READ : Meaning.NONE : Meaning.BEING_READ,
                quotes,
                reading.key().nearNone(),
                reading.terms(material.elsewhere(), material.item(), tokens),
                reading.positions(),
                reading.checks(),
                dropped,
                transactions.inOne(books -> material.outdated(books, quotes, dropped)),
                references);
    }

    static List<DescribeTexts.Text> texts(List<Filed> filed) {
        var beginnings = Beginnings.of(filed.stream().map(Filed::text).toList());
        return filed.stream()
                .map(one -> new DescribeTexts.Text(beginnings.of(one.text()), one.language()))
                .toList();
    }

    /** Whoever looks later finds their meanings at hand; what the encoder read is kept. */
    private void readInBackground(List<DescribeTexts.Text> texts) {
        if (reading.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    for (int from = 0;
                            from < texts.size() && !Thread.currentThread().isInterrupted();
                            from += BATCH) {
                        describe.passages(texts.subList(from, Math.min(texts.size(), from + BATCH)));
                    }
                } finally {
                    reading.set(false);
                }
            });
        }
    }
}

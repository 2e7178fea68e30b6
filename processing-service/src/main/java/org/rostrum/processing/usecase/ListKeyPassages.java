package org.rostrum.processing.usecase;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.usecase.ItemPassages.Filed;
import org.rostrum.processing.usecase.ItemPassages.Tally;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView.Dropped;
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

    private static final int BATCH = 64;
    private static final int BEGINNING = 200;
    private static final Set<CaseState> QUOTABLE =
            EnumSet.of(CaseState.WITH_STAFF, CaseState.CLEARED, CaseState.PUBLISHED);

    private final Transactions transactions;
    private final DescribeTexts describe;
    private final WordTokens tokens;
    private final FlagTexts flags;
    private final Executor background;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final int sample;

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
            Executor background) {
        this(transactions, describe, tokens, flags, background, SAMPLE);
    }

    ListKeyPassages(
            Transactions transactions,
            DescribeTexts describe,
            WordTokens tokens,
            FlagTexts flags,
            Executor background,
            int sample) {
        this.transactions = transactions;
        this.describe = describe;
        this.tokens = tokens;
        this.flags = flags;
        this.background = background;
        this.sample = sample;
    }

    /** A round and how many passages its items have. */
    public record Overview(
            RoundTexts.Of of, ConsultationDefinition definition, Round round, Map<ItemNumber, Integer> passages) {}

    /** What the books said at one moment. */
    private record Material(
            ConsultationDefinition definition,
            Round round,
            Item item,
            Tally tally,
            List<Filed> here,
            List<Filed> elsewhere,
            List<Choice> choices) {}

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

    /** Absent if the round has no such item. One at a time: each holds hundreds of texts. */
    public synchronized Optional<KeyPassagesView> of(RoundTexts.Of of, ItemNumber item) {
        return transactions.inOne(books -> material(books, of, item)).map(material -> view(of, material));
    }

    private Optional<Material> material(Books books, RoundTexts.Of of, ItemNumber number) {
        var definition = books.definitions().latest(of.consultation());
        var round = definition.flatMap(whole -> whole.round(of.round()));
        return round.flatMap(whole -> whole.item(number))
                .map(item -> material(books, of, definition.orElseThrow(), round.orElseThrow(), item));
    }

    private Material material(
            Books books, RoundTexts.Of of, ConsultationDefinition definition, Round round, Item item) {
        var choices = books.keyPassageChoices().of(of, item.number());
        var pinned =
                choices.stream().filter(Choice::pinned).map(Choice::submission).collect(Collectors.toSet());
        Map<PassageAt, Filed> here = new LinkedHashMap<>();
        books.itemPassages().sample(of, item.number(), pinned, sample).forEach(filed -> here.put(filed.at(), filed));
        books.itemPassages().of(of, item.number(), pinned).stream()
                .filter(filed -> choices.stream().anyMatch(choice -> choice.pinned() && isAbout(choice, filed)))
                .forEach(filed -> here.putIfAbsent(filed.at(), filed));
        var groups = new StakeholderGroups(definition.stakeholderGroups());
        var tally = books.itemPassages().tally(of, item.number());
        return new Material(
                definition,
                round,
                item,
                tally.with(groups.named(tally.census())),
                here.values().stream()
                        .map(filed -> filed.by(groups.named(filed.profile())))
                        .toList(),
                books.itemPassages().elsewhere(of, item.number(), sample),
                choices);
    }

    static boolean isAbout(Choice choice, Filed filed) {
        return choice.submission().equals(filed.submission())
                && choice.textHash().equals(ContentHash.of(filed.text()));
    }

    private KeyPassagesView view(RoundTexts.Of of, Material material) {
        var texts = texts(material.here());
        boolean isAtHand = describe.unread(texts) <= WHILE_ONE_WAITS;
        List<Features> features = isAtHand ? describe.passages(texts) : describe.byWords(texts);
        if (!isAtHand) {
            readInBackground(texts);
        }
        var reading = new ItemReading(
                material.here(), features, material.choices(), material.tally().census(), tokens);
        var references = references(material);
        return new KeyPassagesView(
                of,
                material.definition(),
                material.round(),
                material.item(),
                material.tally(),
                reading.passages(),
                isAtHand ? reading.isByMeaning() ? Meaning.READ : Meaning.NONE : Meaning.BEING_READ,
                transactions.inOne(books -> new KeyQuotes(books, flags, material.choices(), references).of(reading)),
                reading.key().nearNone(),
                reading.terms(material.elsewhere(), material.item(), tokens),
                reading.positions(),
                reading.checks(),
                dropped(material),
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

    private List<Dropped> dropped(Material material) {
        var unwanted =
                material.choices().stream().filter(choice -> !choice.pinned()).toList();
        return transactions.inOne(books -> unwanted.stream()
                .flatMap(choice -> books
                        .itemPassages()
                        .of(
                                new RoundTexts.Of(
                                        material.definition().id(),
                                        material.round().id()),
                                material.item().number(),
                                Set.of(choice.submission()))
                        .stream()
                        .filter(filed -> filed.quotable() && isAbout(choice, filed))
                        .limit(1)
                        .map(filed -> new Dropped(filed.reference(), filed.passage(), beginning(filed.text()), choice)))
                .toList());
    }

    private static String beginning(String text) {
        return text.length() <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, BEGINNING))) + "…";
    }

    private static Map<SubmissionId, Reference> references(Material material) {
        Map<SubmissionId, Reference> references = new HashMap<>();
        material.here().forEach(filed -> references.put(filed.submission(), filed.reference()));
        return references;
    }
}

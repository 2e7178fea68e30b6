package org.rostrum.processing.domain.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionKind;

/** The items of one round, in printed order. */
public final class Instrument {

    private final Map<ItemNumber, Entry> byNumber = new LinkedHashMap<>();

    private Instrument() {}

    /** The round's own items; resolve {@code instrumentOf} before. */
    public static Instrument of(Round round) {
        return of(round.instrument(), round.accepts());
    }

    /**
     * Items with all below them.
     *
     * @param accepts the kinds of submission that items take which name none themselves
     */
    public static Instrument of(List<Item> items, List<SubmissionKind> accepts) {
        Instrument instrument = new Instrument();
        items.forEach(item -> instrument.add(item, null, accepts));
        return instrument;
    }

    private void add(Item item, @Nullable ItemNumber parent, List<SubmissionKind> inherited) {
        List<SubmissionKind> accepts = item.accepts().isEmpty() ? inherited : item.accepts();
        Entry entry = new Entry(item.number(), parent, texts(item), wordings(item), !accepts.isEmpty());
        if (byNumber.putIfAbsent(item.number(), entry) != null) {
            throw new IllegalArgumentException("Two items are numbered " + item.number());
        }
        item.areas().forEach(area -> add(area, item.number(), accepts));
    }

    private static Map<String, String> texts(Item item) {
        Map<String, String> texts = new LinkedHashMap<>(item.text().byLanguage());
        LocalizedText title = item.shortTitle();
        if (title != null) {
            title.byLanguage().forEach((language, words) -> texts.merge(language, words, (text, t) -> t + "\n" + text));
        }
        return texts;
    }

    private static List<String> wordings(Item item) {
        return Stream.of(Optional.of(item.text()), Optional.ofNullable(item.shortTitle()))
                .flatMap(Optional::stream)
                .flatMap(text -> text.byLanguage().values().stream())
                .toList();
    }

    public boolean has(ItemNumber number) {
        return byNumber.containsKey(number);
    }

    /** The items under which passages can be filed, in printed order. */
    public List<ItemNumber> places() {
        return entries().stream()
                .filter(Entry::takesContributions)
                .map(Entry::number)
                .toList();
    }

    /** How they are worded, in each of the organiser's languages. */
    public List<ItemWording> wordings() {
        return entries().stream()
                .filter(Entry::takesContributions)
                .flatMap(entry -> new TreeMap<>(entry.texts())
                        .entrySet().stream()
                                .map(text -> new ItemWording(
                                        entry.number(), text.getKey(), text.getValue(), above(entry, text.getKey()))))
                .toList();
    }

    private @Nullable String above(Entry entry, String language) {
        String context = pathTo(entry).stream()
                .filter(step -> !step.equals(entry) && step.texts().containsKey(language))
                .map(step -> step.texts().getOrDefault(language, ""))
                .collect(Collectors.joining("\n"));
        return context.isEmpty() ? null : context;
    }

    List<Entry> entries() {
        return List.copyOf(byNumber.values());
    }

    Optional<Entry> parentOf(Entry entry) {
        return entry.parent() == null ? Optional.empty() : Optional.ofNullable(byNumber.get(entry.parent()));
    }

    Optional<ItemNumber> parentOf(ItemNumber number) {
        return Optional.ofNullable(byNumber.get(number)).flatMap(entry -> Optional.ofNullable(entry.parent()));
    }

    /** The outermost item first, the item itself last. */
    List<Entry> pathTo(Entry entry) {
        List<Entry> path = new ArrayList<>();
        for (Optional<Entry> step = Optional.of(entry); step.isPresent(); step = parentOf(step.get())) {
            path.addFirst(step.get());
        }
        return path;
    }
}

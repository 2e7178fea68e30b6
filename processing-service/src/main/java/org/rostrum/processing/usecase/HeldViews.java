package org.rostrum.processing.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;

/**
 * What was computed a moment ago, for staff who reload. Only what came since may be missing in it: what people decided, what was
 * taken away and how the cases of its quotes stand is asked each time.
 */
final class HeldViews {
    private static final Duration HELD = Duration.ofSeconds(10);
    private static final int MOST = 16;

    private final Map<Key, Held> views = new LinkedHashMap<>();
    private final InstantSource clock;

    HeldViews(InstantSource clock) {
        this.clock = clock;
    }

    private record Key(RoundTexts.Of of, ItemNumber item) {}

    private record Held(KeyPassagesView view, State state, Instant until) {}

    /** What must be as it was for a view to be shown again. */
    record State(Optional<ConsultationDefinition> definition, List<Choice> choices, long takenAway) {
        static State of(Books books, RoundTexts.Of of, ItemNumber item) {
            return new State(
                    books.definitions().latest(of.consultation()),
                    books.keyPassageChoices().of(of, item),
                    books.itemPassages().takenAway(of));
        }
    }

    Optional<KeyPassagesView> find(Books books, RoundTexts.Of of, ItemNumber item) {
        return young(new Key(of, item))
                .filter(held -> held.state().equals(State.of(books, of, item)))
                .map(Held::view)
                .filter(view -> view.quotes().stream().allMatch(quote -> isAsItWas(books, quote)));
    }

    private synchronized Optional<Held> young(Key key) {
        var now = clock.instant();
        views.values().removeIf(held -> held.until().isBefore(now));
        return Optional.ofNullable(views.get(key));
    }

    private static boolean isAsItWas(Books books, KeyPassagesView.Quote quote) {
        return books.cases()
                .find(quote.file().reference())
                .filter(file -> file.revision() == quote.file().revision())
                .isPresent();
    }

    /** @param state as it was before the view was computed */
    synchronized void hold(RoundTexts.Of of, ItemNumber item, State state, KeyPassagesView view) {
        var key = new Key(of, item);
        if (views.size() >= MOST && !views.containsKey(key)) {
            views.remove(views.keySet().iterator().next());
        }
        views.put(key, new Held(view, state, clock.instant().plus(HELD)));
    }
}

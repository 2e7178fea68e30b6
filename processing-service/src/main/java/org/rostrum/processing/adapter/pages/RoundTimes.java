package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Extension;
import org.rostrum.contracts.Round;
import org.rostrum.processing.usecase.RoundTexts;

/**
 * When a round closes, and how that came about.
 *
 * @param round its title
 * @param closes its closing; absent while none is fixed
 * @param extensions each time that the closing was moved, in words, the newest first
 * @param late whether it takes submissions after the closing
 * @param keyPassages where the key passages of its items are; absent where that is elsewhere on the page
 */
record RoundTimes(
        String round,
        @Nullable Moment closes,
        List<String> extensions,
        boolean late,
        @Nullable String keyPassages) {

    static List<RoundTimes> of(ConsultationDefinition definition) {
        return definition.rounds().stream()
                .filter(round -> !round.accepts().isEmpty())
                .map(round -> of(
                        round,
                        definition.zone(),
                        KeyPassageList.address(new RoundTexts.Of(definition.id(), round.id()))))
                .toList();
    }

    static RoundTimes of(Round round, ZoneId zone) {
        return of(round, zone, null);
    }

    private static RoundTimes of(Round round, ZoneId zone, @Nullable String keyPassages) {
        var extensions = new ArrayList<String>();
        round.extensions().reversed().forEach(extension -> extensions.add(words(extension, zone)));
        return new RoundTimes(
                Optional.ofNullable(round.title()).map(title -> title.in("en")).orElse("Round " + round.id()),
                round.closesAt(zone).map(closing -> Moment.of(closing, zone)).orElse(null),
                List.copyOf(extensions),
                round.takesLate(),
                keyPassages);
    }

    private static String words(Extension extension, ZoneId zone) {
        var from = Moment.of(extension.from().closesAt(zone), zone);
        return "Extended from " + from.shown() + ": " + extension.reason().in("en");
    }
}

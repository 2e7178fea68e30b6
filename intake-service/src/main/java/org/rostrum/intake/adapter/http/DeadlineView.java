package org.rostrum.intake.adapter.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Extension;
import org.rostrum.contracts.Round;
import org.rostrum.intake.adapter.http.PageLanguage.Text;

/**
 * The rule of a round's deadline as a page prints it.
 *
 * @param graceEnds until when an upload begun in time may finish; null without a grace or a closing
 * @param takesLate whether what comes later is taken and flagged
 * @param moves every time that the closing was moved, the latest first
 */
public record DeadlineView(
        @Nullable String closes, @Nullable String graceEnds, boolean takesLate, List<Move> moves) {

    /** One moving of the closing, with the published reason. */
    public record Move(String on, String from, String to, Text reason) {}

    static DeadlineView of(ConsultationDefinition definition, Round round, PageLanguage language) {
        var zone = definition.zone();
        var closing = round.closesAt(zone);
        var grace = round.grace();
        return new DeadlineView(
                closing.map(at -> language.words().instant(at, zone)).orElse(null),
                closing.filter(at -> grace != null && grace.isPositive())
                        .map(at -> language.words().instant(at.plus(grace), zone))
                        .orElse(null),
                round.takesLate(),
                round.extensions().reversed().stream()
                        .map(extension -> move(definition, extension, language))
                        .toList());
    }

    private static Move move(ConsultationDefinition definition, Extension extension, PageLanguage language) {
        var zone = definition.zone();
        return new Move(
                language.words().instant(extension.announcedAt(), zone),
                language.words().instant(extension.from().closesAt(zone), zone),
                language.words().instant(extension.to().closesAt(zone), zone),
                language.text(definition, extension.reason()));
    }
}

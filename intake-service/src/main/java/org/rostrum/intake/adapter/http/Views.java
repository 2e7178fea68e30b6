package org.rostrum.intake.adapter.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.adapter.http.PageLanguage.Text;

/** Consultations as pages show them: in one language, at one instant. */
public final class Views {
    private final ConsultationDefinition definition;
    private final PageLanguage language;
    private final Instant now;

    Views(ConsultationDefinition definition, PageLanguage language, Instant now) {
        this.definition = definition;
        this.language = language;
        this.now = now;
    }

    /** A consultation. Absent texts are null, for templates; {@code shownInstead} names the language of a missing translation. */
    public record ConsultationView(
            String id,
            Text title,
            Text organiser,
            @Nullable String reference,
            @Nullable String contact,
            String zone,
            @Nullable Text publication,
            List<Text> themes,
            List<RoundView> rounds,
            @Nullable String shownInstead) {
        public boolean isOpen() {
            return rounds.stream().anyMatch(RoundView::isOpen);
        }

        /** The round that a reader most likely wants: open, else next, else the last that took something. */
        public RoundView foremost() {
            return rounds.stream()
                    .filter(RoundView::isOpen)
                    .findFirst()
                    .or(() -> rounds.stream().filter(RoundView::isAnnounced).findFirst())
                    .or(() -> rounds.reversed().stream()
                            .filter(RoundView::takesSubmissions)
                            .findFirst())
                    .orElse(rounds.getLast());
        }
    }

    /** A round. */
    public record RoundView(
            String id,
            @Nullable Text title,
            RoundPhase phase,
            boolean membersOnly,
            boolean takesSubmissions,
            String opens,
            @Nullable String closes,
            @Nullable Text followedBy,
            List<ItemView> items,
            DeadlineView deadline) {
        public boolean isOpen() {
            return phase == RoundPhase.OPEN && takesSubmissions;
        }

        public boolean isAnnounced() {
            return phase == RoundPhase.ANNOUNCED;
        }

        public boolean isClosed() {
            return !isOpen() && !isAnnounced();
        }
    }

    /** An item, in printed order. */
    public record ItemView(String number, Text text, boolean child) {
        private static final int BRIEF = 110;

        /** Its first words, for a table of contents. */
        public String brief() {
            var words = text.words();
            int end = words.lastIndexOf(' ', BRIEF);
            return words.length() <= BRIEF ? words : words.substring(0, end < BRIEF / 2 ? BRIEF : end) + " …";
        }
    }

    ConsultationView consultation() {
        return new ConsultationView(
                definition.id().value(),
                text(definition.title()),
                text(definition.organiser()),
                definition.reference(),
                definition.contact(),
                definition.zone().getId(),
                optional(definition.publication()),
                definition.themes().stream().map(this::text).toList(),
                definition.rounds().stream().map(this::round).toList(),
                language.shownInstead(definition).orElse(null));
    }

    RoundView round(Round round) {
        var zone = definition.zone();
        return new RoundView(
                round.id().value(),
                optional(round.title()),
                round.phaseAt(now, zone),
                round.audience() == Audience.MEMBERS,
                !round.accepts().isEmpty(),
                language.words().instant(round.opensAt(zone), zone),
                round.closesAt(zone)
                        .map(closing -> language.words().instant(closing, zone))
                        .orElse(null),
                optional(round.followedBy()),
                round.instrument().stream().flatMap(item -> items(item, false)).toList(),
                DeadlineView.of(definition, round, language));
    }

    /** Each item of the first level with everything below it. */
    List<List<ItemView>> trees(Round round) {
        return round.instrument().stream()
                .map(item -> items(item, false).toList())
                .toList();
    }

    private Stream<ItemView> items(Item item, boolean child) {
        var own = new ItemView(item.number().value(), text(item.text()), child);
        return Stream.concat(Stream.of(own), item.areas().stream().flatMap(area -> items(area, true)));
    }

    private Text text(LocalizedText text) {
        return language.text(definition, text);
    }

    private @Nullable Text optional(@Nullable LocalizedText text) {
        return Optional.ofNullable(text).map(this::text).orElse(null);
    }
}

package org.rostrum.publishing.adapter.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.PublicContribution.Source;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.publishing.adapter.html.Views.Card;
import org.rostrum.publishing.adapter.html.Views.Download;
import org.rostrum.publishing.adapter.html.Views.ExtensionView;
import org.rostrum.publishing.adapter.html.Views.Fact;
import org.rostrum.publishing.adapter.html.Views.Figure;
import org.rostrum.publishing.adapter.html.Views.ItemLine;
import org.rostrum.publishing.adapter.html.Views.Line;
import org.rostrum.publishing.adapter.html.Views.Link;
import org.rostrum.publishing.adapter.html.Views.PassageView;
import org.rostrum.publishing.adapter.html.Views.RoundView;
import org.rostrum.publishing.adapter.html.Views.Section;
import org.rostrum.publishing.adapter.html.Views.Words;
import org.rostrum.publishing.domain.Attribution;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.LanguageNames;
import org.rostrum.publishing.domain.compilation.PrintableText;

/** One consultation's record in the words of its pages. */
final class Presentation {
    private static final String PAGE_LANGUAGE = "en";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv");
    private static final List<String> FORMATS = List.of("docx", "pdf", "html", "json");

    private final ConsultationRecord record;
    private final ConsultationDefinition definition;

    Presentation(ConsultationRecord record) {
        this.record = record;
        this.definition = record.definition().orElseThrow();
    }

    ConsultationDefinition definition() {
        return definition;
    }

    Words title() {
        return words(definition.title());
    }

    Link crumb() {
        return new Link(SitePath.consultation(record.id()).value(), title().text());
    }

    /** The text in the page's language, or the organiser's own. */
    Words words(LocalizedText text) {
        return words(text, text.languageShownFor(PAGE_LANGUAGE));
    }

    /** The text in all its other languages. */
    List<Words> otherWords(LocalizedText text) {
        var shown = text.languageShownFor(PAGE_LANGUAGE);
        return text.byLanguage().keySet().stream()
                .filter(language -> !language.equals(shown))
                .map(language -> words(text, language))
                .toList();
    }

    private Words words(LocalizedText text, String language) {
        return new Words(
                PrintableText.line(text.in(language)),
                language,
                direction(language),
                LanguageNames.of(language),
                definition.isUnofficial(language));
    }

    Words plain(String english) {
        return new Words(english, PAGE_LANGUAGE, "ltr", LanguageNames.of(PAGE_LANGUAGE), false);
    }

    private String text(@Nullable LocalizedText text) {
        return text == null ? "" : words(text).text();
    }

    private static String direction(String language) {
        return RIGHT_TO_LEFT.contains(language.split("-", 2)[0]) ? "rtl" : "ltr";
    }

    String moment(Instant instant) {
        return PrintedDates.minute(instant, definition.zone()) + " (" + definition.zone() + ")";
    }

    Card card() {
        var rounds = definition.rounds().stream().map(this::dates).toList();
        var none = new RoundView(
                "", "", "", "", "", "", "", "", "", List.of(), true, List.of(), "", List.of(), List.of(), false);
        return new Card(
                SitePath.consultation(record.id()).value(),
                title(),
                text(definition.organiser()),
                line(definition.reference()),
                rounds,
                rounds.isEmpty() ? none : rounds.getFirst(),
                rounds.isEmpty() ? none : rounds.getLast(),
                record.contributions().size(),
                definition.zone().getId());
    }

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        add(facts, "Organiser", text(definition.organiser()));
        add(facts, "Reference", line(definition.reference()));
        add(facts, "Contact", line(definition.contact()));
        add(facts, "Publication", text(definition.publication()));
        add(facts, "Themes", definition.themes().stream().map(this::text).collect(Collectors.joining("; ")));
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        add(facts, label, value, "");
    }

    private static void add(List<Fact> facts, String label, String value, String iso) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value, iso));
        }
    }

    List<RoundView> rounds() {
        return definition.rounds().stream().map(this::round).toList();
    }

    private RoundView dates(Round round) {
        return view(round, List.of(), true, List.of(), List.of());
    }

    private RoundView round(Round round) {
        var accounting = record.accounting(round.id());
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("received", accounting.received()));
        accounting.places().forEach(place -> figures.add(new Figure(place.label(), place.submissions())));
        var items = round.instrumentOf() == null
                ? round.instrument().stream()
                        .flatMap(item -> lines(item, false).stream())
                        .toList()
                : List.<ItemLine>of();
        return view(round, figures, accounting.balances(), items, downloads(round.id()));
    }

    private RoundView view(
            Round round, List<Figure> figures, boolean balances, List<ItemLine> items, List<Download> downloads) {
        var zone = definition.zone();
        var closes = round.closesAt(zone);
        return new RoundView(
                round.id().value(),
                roundTitle(round),
                PrintedDates.minute(round.opensAt(zone), zone),
                round.opensAt(zone).toString(),
                closes.map(instant -> PrintedDates.second(instant, zone)).orElse(""),
                closes.map(Instant::toString).orElse(""),
                round.audience() == Audience.MEMBERS ? "members, after login" : "everyone",
                round.accepts().stream().map(kind -> KebabCase.of(kind) + "s").collect(Collectors.joining(", ")),
                text(round.followedBy()),
                figures,
                balances,
                items,
                sameAs(round),
                downloads,
                extensions(round),
                round.takesLate());
    }

    private List<ExtensionView> extensions(Round round) {
        var zone = definition.zone();
        return round.extensions().reversed().stream()
                .map(extension -> new ExtensionView(
                        PrintedDates.second(extension.from().closesAt(zone), zone),
                        PrintedDates.second(extension.to().closesAt(zone), zone),
                        words(extension.reason()),
                        PrintedDates.day(extension.announcedAt(), zone)))
                .toList();
    }

    private String sameAs(Round round) {
        var other = round.instrumentOf();
        return other == null ? "" : roundTitle(other);
    }

    private String roundTitle(RoundId id) {
        return definition.round(id).map(this::roundTitle).orElse(id.value());
    }

    private String roundTitle(Round round) {
        var title = text(round.title());
        return title.isEmpty() ? capitalised(round.id().value().replace('-', ' ')) : title;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private List<Download> downloads(RoundId round) {
        return FORMATS.stream()
                .map(format -> new Download(
                        SitePath.compilation(record.id(), round, format).value(), format.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private List<ItemLine> lines(Item item, boolean child) {
        var lines = new ArrayList<ItemLine>();
        var words = item.shortTitle() == null ? item.text() : item.shortTitle();
        lines.add(new ItemLine(
                item.number().value(),
                words(words),
                SitePath.item(record.id(), Optional.of(item.number())).value(),
                record.on(item.number()).size(),
                child));
        item.areas().forEach(area -> lines.addAll(lines(area, true)));
        return lines;
    }

    /** The item of the newest round that has it. */
    Optional<Item> item(ItemNumber number) {
        return definition.rounds().reversed().stream()
                .flatMap(round -> round.item(number).stream())
                .findFirst();
    }

    /** What the item is part of, outermost first. */
    List<ItemLine> parents(ItemNumber number) {
        return definition.rounds().reversed().stream()
                .filter(round -> round.item(number).isPresent())
                .findFirst()
                .map(round -> parents(round, number))
                .orElse(List.of());
    }

    private List<ItemLine> parents(Round round, ItemNumber number) {
        return round.items()
                .filter(item -> !item.number().equals(number)
                        && item.withDescendants()
                                .anyMatch(below -> below.number().equals(number)))
                .map(item -> lines(item, false).getFirst())
                .toList();
    }

    List<Line> lines(List<PublishedContribution> contributions) {
        return contributions.stream().map(this::line).toList();
    }

    private Line line(PublishedContribution contribution) {
        var content = contribution.content();
        return new Line(
                path(content),
                content.reference().value(),
                Attribution.who(content),
                Attribution.groupAndCountry(content),
                roundName(content),
                PrintedDates.day(contribution.clearedAt(), definition.zone()),
                contribution.clearedAt().toString(),
                content.passages().size(),
                contribution.isLate());
    }

    private static String path(PublicContribution content) {
        return SitePath.contribution(content.consultation(), content.reference())
                .value();
    }

    /** Named only where there is a choice. */
    private String roundName(PublicContribution content) {
        return definition.rounds().size() > 1 ? roundTitle(content.round()) : "";
    }

    List<Fact> facts(PublishedContribution contribution) {
        var content = contribution.content();
        var facts = new ArrayList<Fact>();
        add(facts, "Reference", content.reference().value());
        add(facts, "From", Attribution.person(content));
        add(facts, "On behalf of", Attribution.onBehalfOf(content));
        add(facts, "Stakeholder group", Attribution.group(content));
        add(facts, "Country", Attribution.country(content));
        add(facts, "Language", language(contribution).isEmpty() ? "" : LanguageNames.of(language(contribution)));
        add(facts, "Round", roundName(content));
        add(
                facts,
                "Received",
                moment(content.receivedAt()),
                content.receivedAt().toString());
        add(
                facts,
                "Published",
                moment(contribution.clearedAt()),
                contribution.clearedAt().toString());
        add(facts, "Arrival", arrival(contribution));
        add(facts, "Version", content.version() == 1 ? "" : version(contribution));
        return facts;
    }

    private static String arrival(PublishedContribution contribution) {
        if (contribution.isLate()) {
            return "Late: after the round had closed";
        }
        return contribution.isInGrace() ? "In time: its upload began before the round closed" : "";
    }

    private String version(PublishedContribution contribution) {
        var replaced = contribution.replaces();
        return contribution.content().version()
                + (replaced == null
                        ? ""
                        : ", replaces version " + replaced.version() + " of "
                                + PrintedDates.day(replaced.receivedAt(), definition.zone()));
    }

    String summary(PublishedContribution contribution) {
        var summary = contribution.content().summary();
        return summary == null ? "" : PrintableText.of(summary);
    }

    String language(PublishedContribution contribution) {
        return line(contribution.content().language());
    }

    /** Passages under their questions, in the order of the instrument; items that it does not have come last. */
    List<Section> sections(PublishedContribution contribution) {
        var answered = new ArrayList<>(contribution.items());
        var printed = definition.round(contribution.content().round()).stream()
                .flatMap(Round::items)
                .map(Item::number)
                .filter(answered::contains)
                .toList();
        var ordered = new ArrayList<>(printed);
        answered.stream().filter(item -> !printed.contains(item)).forEach(ordered::add);
        return ordered.stream().map(item -> section(contribution, item)).toList();
    }

    private Section section(PublishedContribution contribution, ItemNumber number) {
        var words = definition
                .round(contribution.content().round())
                .flatMap(round -> round.item(number))
                .map(item -> words(item.text()))
                .orElseGet(() -> plain("This item is not in the current definition of the consultation."));
        return new Section(
                number.value(),
                words,
                SitePath.item(record.id(), Optional.of(number)).value(),
                passages(contribution, contribution.passagesOn(number), false));
    }

    List<PassageView> passages(PublishedContribution contribution, List<PublicPassage> passages, boolean unfiled) {
        return passages.stream()
                .map(passage -> passage(contribution, passage, unfiled))
                .toList();
    }

    private PassageView passage(PublishedContribution contribution, PublicPassage passage, boolean unfiled) {
        var content = contribution.content();
        return new PassageView(
                Attribution.who(content),
                Attribution.groupAndCountry(content),
                roundName(content),
                PrintedDates.day(content.receivedAt(), definition.zone()),
                content.receivedAt().toString(),
                path(content),
                content.reference().value(),
                PrintableText.of(passage.text()),
                line(passage.language()),
                unfiled ? "" : basis(passage.basis()),
                !unfiled && isSuggestion(passage.basis()),
                hint(passage.source()),
                unfiled,
                contribution.isLate());
    }

    private static boolean isSuggestion(FilingBasis basis) {
        return switch (basis) {
            case BOX, STAFF -> false;
            case HEADING, ORDER, CONTENT -> true;
        };
    }

    private static String basis(FilingBasis basis) {
        return switch (basis) {
            case BOX -> "written in answer to this item";
            case STAFF -> "filed here by staff";
            case HEADING -> "by its heading";
            case ORDER -> "by its place in the text";
            case CONTENT -> "by its words";
        };
    }

    private static String hint(Source source) {
        if (source.attachment() == null) {
            return "";
        }
        var attachment = "attachment " + source.attachment();
        return source.page() == null ? attachment : attachment + ", page " + source.page();
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : PrintableText.line(text);
    }
}

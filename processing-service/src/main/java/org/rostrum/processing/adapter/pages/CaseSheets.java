package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Round;
import org.rostrum.processing.adapter.pages.CaseSheet.Card;
import org.rostrum.processing.adapter.pages.CaseSheet.Fact;
import org.rostrum.processing.adapter.pages.CaseSheet.FileLine;
import org.rostrum.processing.adapter.pages.CaseSheet.ItemChoice;
import org.rostrum.processing.adapter.pages.CaseSheet.Original;
import org.rostrum.processing.adapter.pages.CaseSheet.PublicationWords;
import org.rostrum.processing.adapter.pages.CaseSheet.Section;
import org.rostrum.processing.adapter.pages.CaseSheet.Sender;
import org.rostrum.processing.adapter.pages.CaseSheet.Suggestion;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.text.ExtractionFlag;
import org.rostrum.processing.usecase.CaseView;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.RoundTexts;

/** Makes a case's page of a case: chooses words, and puts every passage under each item that it answers. */
final class CaseSheets {
    private static final String LANGUAGE = "en";
    private static final int LONGEST_LABEL = 160;
    private static final Set<CaseState> MOVABLE = EnumSet.complementOf(
            EnumSet.of(CaseState.IN_PROCESS, CaseState.PARKED, CaseState.WITHDRAWN, CaseState.ERASED));
    private static final int MOST_SUGGESTIONS = 3;

    private final CaseView view;
    private final Optional<Content> content;
    private final ZoneId zone;
    private final List<Item> items;
    private final Typed typed;
    private final Optional<Flash> flash;
    private final Set<Integer> placed = new HashSet<>();

    private CaseSheets(CaseView view, Typed typed, Optional<Flash> flash) {
        this.view = view;
        this.content = view.content();
        this.zone = view.definition().map(ConsultationDefinition::zone).orElse(ZoneOffset.UTC);
        this.items = view.round().stream().flatMap(Round::items).toList();
        this.typed = typed;
        this.flash = flash;
    }

    /**
     * @param typed what was just refused, to be shown again
     * @param flash what just succeeded
     */
    static CaseSheet of(CaseView view, Typed typed, Optional<Flash> flash, String publicSite) {
        return new CaseSheets(view, typed, flash).sheet(publicSite);
    }

    private CaseSheet sheet(String publicSite) {
        var file = view.file();
        var passages = content.map(Content::passages).orElse(List.of());
        return new CaseSheet(
                file.reference().value(),
                file.version(),
                file.revision(),
                StateWords.of(file.state()),
                view.definition()
                        .map(definition -> text(definition.title()))
                        .orElse(file.consultation().value()),
                view.round()
                        .flatMap(round -> Optional.ofNullable(round.title()))
                        .map(CaseSheets::text)
                        .orElse("Round " + file.round()),
                KebabCase.of(file.kind()),
                Moment.exact(file.receivedAt(), zone),
                new Sender(content.map(CaseSheets::facts).orElse(List.of())),
                words(file.publication()),
                content.isPresent(),
                Tongue.of(content.map(Content::language).orElse(null)),
                content.map(Content::summary).orElse(null),
                passages.size(),
                content.map(Content::unfiled).orElse(0),
                (int) passages.stream().filter(CaseSheets::isSuggested).count(),
                view.byItem().stream().map(this::section).toList(),
                content.stream()
                        .flatMap(whole -> whole.sources().stream().map(source -> original(whole, source)))
                        .toList(),
                content.stream()
                        .flatMap(whole -> whole.attachments().stream())
                        .map(CaseSheets::fileLine)
                        .toList(),
                content.filter(whole -> file.publication() != Publication.CONFIDENTIAL)
                        .map(whole -> Previews.of(
                                file,
                                whole,
                                view.definition()
                                        .map(ConsultationDefinition::stakeholderGroups)
                                        .orElse(List.of())))
                        .orElse(null),
                Standing.of(view, zone, typed, flash),
                HistoryWords.newestFirst(view.history(), zone),
                file.publicPath().map(path -> publicSite + path).orElse(null),
                MarkWords.of(file),
                view.round().map(round -> RoundTimes.of(round, zone)).orElse(null),
                file.isClosed(),
                file.isErased(),
                file.disputedAt() == null ? null : Moment.of(file.disputedAt(), zone),
                Kin.of(view),
                FlagWords.of(view),
                Changes.of(view));
    }

    private static String text(LocalizedText localized) {
        return localized.in(LANGUAGE);
    }

    // Who

    private static List<Fact> facts(Content content) {
        var respondent = content.respondent();
        var facts = new ArrayList<Fact>();
        fact(facts, "Name", joined(respondent.givenName(), respondent.familyName()));
        fact(facts, "Function", respondent.jobTitle());
        fact(facts, "Organisation", respondent.organisation());
        fact(facts, "On behalf of", content.onBehalfOf());
        fact(facts, "Country", country(respondent.country()));
        fact(facts, "Group", respondent.stakeholderGroup());
        return List.copyOf(facts);
    }

    /** Countries arrive as codes; people read names. */
    private static @Nullable String country(@Nullable String given) {
        if (given == null
                || !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(given)) {
            return given;
        }
        return Locale.of("", given).getDisplayCountry(Locale.ENGLISH) + " (" + given + ")";
    }

    private static void fact(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }

    private static @Nullable String joined(@Nullable String given, @Nullable String family) {
        if (given == null) {
            return family;
        }
        return family == null ? given : given + " " + family;
    }

    private static PublicationWords words(Publication publication) {
        return switch (publication) {
            case PUBLIC ->
                new PublicationWords(
                        "Public",
                        "plain",
                        "Name and organisation appear beside the words. E-mail addresses in the text are removed.");
            case ANONYMOUS ->
                new PublicationWords(
                        "Anonymous",
                        "flagged",
                        "The words appear without name, organisation, country or file names; only the stakeholder group"
                                + " is shown. What identifies the respondent below is for staff only.");
            case CONFIDENTIAL ->
                new PublicationWords(
                        "Confidential",
                        "confidential",
                        "Counted, never shown. Nothing of this page leaves the house, and it cannot be cleared.");
        };
    }

    // Passages

    private Section section(CaseView.Group group) {
        var number = group.item().map(item -> item.number().value()).orElse("none");
        return new Section(
                number,
                "item-" + number,
                group.item().map(item -> text(item.text())).orElse(null),
                group.item().isEmpty(),
                group.item()
                        .map(item -> KeyPassageList.address(
                                new RoundTexts.Of(
                                        view.file().consultation(), view.file().round()),
                                item.number().value()))
                        .orElse(null),
                ListKeyPassages.isQuotable(view.file()),
                group.passages().stream().map(passage -> card(passage, number)).toList());
    }

    private Card card(FiledPassage passage, String under) {
        var whole = content.orElseThrow();
        var source = whole.sourceOf(passage);
        boolean first = placed.add(passage.ordinal());
        boolean asked = first && typed.moves(passage.ordinal());
        var filing = passage.filing();
        var current = numbers(filing.items());
        return new Card(
                passage.ordinal(),
                "passage-" + passage.ordinal() + (first ? "" : "-in-" + under),
                FlagMarks.in(whole.textOf(passage), passage.span(), flagsIn(source)),
                FlagMarks.unmarked(passage.span(), flagsIn(source)),
                Tongue.of(passage.language() == null ? source.language() : passage.language()),
                PlaceWords.of(source, passage),
                fileName(whole, source),
                look(passage),
                Basis.words(passage),
                isSuggested(passage),
                isSuggested(passage) && !filing.answersNoQuestion() ? Numbers.percent(filing.confidence()) : null,
                current.stream().filter(number -> !number.equals(under)).toList(),
                current,
                isSuggested(passage) ? suggestions(passage) : List.of(),
                choices(asked ? typed.items() : current),
                MOVABLE.contains(view.file().state()),
                asked,
                asked ? typed.refusal() : null,
                first ? done(passage.ordinal()) : null);
    }

    private List<Flag> flagsIn(Source source) {
        return view.flags().stream()
                .filter(flag -> flag.source() == source.ordinal())
                .toList();
    }

    private @Nullable String done(int ordinal) {
        return flash.filter(told -> told.done() == Flash.Done.MOVED && told.passage() == ordinal)
                .map(told -> told.done().words())
                .orElse(null);
    }

    private static boolean isSuggested(FiledPassage passage) {
        return !passage.confirmed() && passage.filing().basis() != FilingBasis.BOX;
    }

    private static String look(FiledPassage passage) {
        var unfiled = passage.filing().answersNoQuestion() ? " r-passage--unfiled" : "";
        return isSuggested(passage) ? unfiled + " r-passage--suggested" : unfiled;
    }

    private List<Suggestion> suggestions(FiledPassage passage) {
        return passage.filing().runnersUp().stream()
                .limit(MOST_SUGGESTIONS)
                .flatMap(candidate -> items.stream()
                        .filter(item -> item.number().equals(candidate.item()))
                        .map(item -> new Suggestion(
                                item.number().value(), label(item), Numbers.percent(candidate.confidence()))))
                .toList();
    }

    private List<ItemChoice> choices(List<String> ticked) {
        var choices = new ArrayList<ItemChoice>();
        view.round().ifPresent(round -> add(choices, round.instrument(), 0, ticked));
        return List.copyOf(choices);
    }

    private static void add(List<ItemChoice> choices, List<Item> siblings, int depth, List<String> ticked) {
        for (var item : siblings) {
            var number = item.number().value();
            choices.add(new ItemChoice(number, label(item), Math.min(depth, 2), ticked.contains(number)));
            add(choices, item.areas(), depth + 1, ticked);
        }
    }

    static String label(Item item) {
        var words = text(item.text());
        return words.length() <= LONGEST_LABEL
                ? words
                : words.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }

    private static List<String> numbers(List<ItemNumber> items) {
        return items.stream().map(ItemNumber::value).toList();
    }

    // Sources

    private static @Nullable String fileName(Content content, Source source) {
        return source.origin() instanceof Origin.File file
                ? content.attachments().stream()
                        .filter(attachment -> attachment.ordinal() == file.ordinal())
                        .map(AttachmentOutcome::fileName)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Original original(Content content, Source source) {
        var passages = content.passages().stream()
                .filter(passage -> passage.source() == source.ordinal())
                .sorted(Comparator.comparingInt(passage -> passage.span().start()))
                .toList();
        return new Original(
                source.ordinal(),
                PlaceWords.of(source),
                fileName(content, source),
                Tongue.of(source.language()),
                covered(source, passages),
                Segment.passagesIn(source.text(), passages));
    }

    private static String covered(Source source, List<FiledPassage> passages) {
        long all = visible(source.text());
        long inside = passages.stream()
                .mapToLong(passage -> visible(source.text(passage.span())))
                .sum();
        var count = passages.size() == 1 ? "1 passage" : passages.size() + " passages";
        var share = inside >= all
                ? "every word is in one"
                : Numbers.percent((double) inside / all) + " of the words are in one";
        return Numbers.grouped(source.text().length()) + " characters, " + count + ", " + share;
    }

    private static long visible(String text) {
        return text.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    private static FileLine fileLine(AttachmentOutcome attachment) {
        var quarantined = attachment.quarantined();
        return new FileLine(
                attachment.ordinal(),
                attachment.fileName(),
                format(attachment.mediaType()),
                Numbers.size(attachment.object().size()),
                quarantined == null ? null : quarantined.sentence(),
                warnings(attachment),
                attachment.unread().stream()
                        .map(file -> new CaseSheet.UnreadLine(
                                file.number(), file.name(), file.reason().sentence()))
                        .toList());
    }

    /** Without the sentence that names files which could not be read, where each has a line of its own. */
    private static List<String> warnings(AttachmentOutcome attachment) {
        return attachment.unread().isEmpty() || attachment.flags().isEmpty()
                ? attachment.warnings()
                : attachment.flags().stream()
                        .filter(flag -> flag.kind() != ExtractionFlag.Kind.UNREAD_PART)
                        .map(ExtractionFlag::sentence)
                        .toList();
    }

    private static String format(String mediaType) {
        return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/pdf" -> "PDF";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "DOCX";
            case "application/msword" -> "DOC";
            case "application/vnd.oasis.opendocument.text" -> "ODT";
            case "application/rtf", "text/rtf" -> "RTF";
            case "text/html", "application/xhtml+xml" -> "HTML";
            case "text/plain" -> "Text";
            case "message/rfc822" -> "E-mail";
            default -> mediaType;
        };
    }
}

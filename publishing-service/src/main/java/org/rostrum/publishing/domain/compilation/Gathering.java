package org.rostrum.publishing.domain.compilation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Extension;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionFlag;

/** One compilation in the making. */
final class Gathering {
    private static final String LANGUAGE = "en";
    private static final int REVISION_DIGITS = 16;

    private final ConsultationDefinition definition;
    private final Round round;
    private final List<Cleared> cleared;
    private final Accounting accounting;
    private final Instant asOf;
    private final Set<ItemNumber> knownItems;

    Gathering(
            ConsultationDefinition definition,
            Round round,
            List<Cleared> cleared,
            Accounting accounting,
            Instant asOf) {
        this.definition = definition;
        this.round = round;
        this.cleared = cleared.stream().sorted(Cleared.PRINTED_ORDER).toList();
        this.accounting = accounting;
        this.asOf = asOf;
        this.knownItems = round.items().map(Item::number).collect(Collectors.toUnmodifiableSet());
        requireThisRound();
        requireOneVersionEach();
    }

    Compilation compilation() {
        var sections = new ItemSections(round, definition, LANGUAGE);
        var inTime = cleared.stream().filter(each -> !isLate(each)).toList();
        var items = sections.fill(item -> passagesUnder(item, inTime));
        var unfiled = passagesWithoutItem(inTime);
        var addendum = addendum(sections);
        var everywhere = sections.fill(item -> passagesUnder(item, cleared));
        var unfiledAnywhere = passagesWithoutItem(cleared);
        var completeness = Completeness.check(cleared, printed(items, addendum), printedUnfiled(unfiled, addendum));
        var contributors = cleared.stream().map(this::listed).toList();
        var title = title();
        var draft = new Compilation(
                Compilation.SCHEMA,
                LANGUAGE,
                title,
                notice(title),
                Wording.howToRead(
                        completeness,
                        contributors.stream().anyMatch(each -> !each.flags().isEmpty())),
                new Counting(definition, contributors, everywhere)
                        .statistics(completeness, unfiledAnywhere, accounting),
                contributors,
                items,
                unfiled,
                addendum,
                completeness);
        return draft.withRevision(fingerprint(draft));
    }

    private static boolean isLate(Cleared each) {
        return each.contribution().flags().contains(SubmissionFlag.LATE);
    }

    private @Nullable Addendum addendum(ItemSections sections) {
        var late = cleared.stream().filter(Gathering::isLate).toList();
        if (late.isEmpty()) {
            return null;
        }
        var answered = sections.fill(item -> passagesUnder(item, late)).stream()
                .filter(item -> !item.passages().isEmpty())
                .toList();
        return new Addendum(late.size(), answered, passagesWithoutItem(late));
    }

    private static List<ItemSection> printed(List<ItemSection> items, @Nullable Addendum addendum) {
        return addendum == null
                ? items
                : Stream.concat(items.stream(), addendum.items().stream()).toList();
    }

    private static List<QuotedPassage> printedUnfiled(List<QuotedPassage> unfiled, @Nullable Addendum addendum) {
        return addendum == null
                ? unfiled
                : Stream.concat(unfiled.stream(), addendum.answersNoQuestion().stream())
                        .toList();
    }

    private void requireThisRound() {
        for (var each : cleared) {
            var contribution = each.contribution();
            if (!contribution.round().equals(round.id())
                    || !contribution.consultation().equals(definition.id())) {
                throw new IllegalArgumentException("contribution " + contribution.reference() + " belongs to "
                        + contribution.consultation() + "/" + contribution.round() + ", not to this round");
            }
        }
    }

    private void requireOneVersionEach() {
        var seen = new HashSet<Reference>();
        for (var each : cleared) {
            if (!seen.add(each.contribution().reference())) {
                throw new IllegalArgumentException(
                        "contribution " + each.contribution().reference()
                                + " was given twice; only its newest version belongs in the document");
            }
        }
    }

    private TitlePage title() {
        var zone = definition.zone();
        return new TitlePage(
                words(definition.organiser()),
                definition.id(),
                words(definition.title()),
                definition.reference() == null ? null : PrintableText.line(definition.reference()),
                round.id(),
                round.title() == null ? Wording.roundTitle(round.id()) : words(round.title()),
                round.opensAt(zone),
                round.closesAt(zone).orElse(null),
                zone,
                period(zone),
                round.extensions().stream()
                        .map(extension -> printed(extension, zone))
                        .toList(),
                asOf,
                PrintedTime.dateAndTime(asOf, zone) + " (" + zone.getId() + ")",
                "");
    }

    private static TitlePage.PrintedExtension printed(Extension extension, ZoneId zone) {
        var from = extension.from().closesAt(zone);
        var to = extension.to().closesAt(zone);
        return new TitlePage.PrintedExtension(
                from,
                to,
                "from " + PrintedTime.dateAndTime(from, zone) + " to " + PrintedTime.dateAndTime(to, zone),
                words(extension.reason()));
    }

    private String period(ZoneId zone) {
        var opening = PrintedTime.dateAndTime(round.opensAt(zone), zone);
        return round.closesAt(zone)
                        .map(closing -> opening + " to " + PrintedTime.dateAndTime(closing, zone))
                        .orElse("from " + opening)
                + " (" + zone.getId() + ")";
    }

    private @Nullable String notice(TitlePage title) {
        return cleared.isEmpty()
                ? "No contribution had been published in this round by " + title.asOfPrinted() + "."
                : null;
    }

    private ListedContribution listed(Cleared each) {
        var contribution = each.contribution();
        var contributor = contribution.contributor();
        return new ListedContribution(
                contribution.reference(),
                contribution.version(),
                contribution.receivedAt(),
                PrintedTime.date(contribution.receivedAt(), definition.zone()),
                contribution.publication() == Publication.ANONYMOUS,
                line(contributor.name()),
                line(contributor.organisation()),
                line(contributor.onBehalfOf()),
                contributor.country() == null ? null : CountryNames.of(contributor.country()),
                line(contributor.stakeholderGroup()),
                contribution.language(),
                contribution.passages().size(),
                contribution.summary() == null || contribution.summary().isBlank()
                        ? null
                        : PrintableText.of(contribution.summary()),
                contribution.flags());
    }

    private List<QuotedPassage> passagesUnder(ItemNumber item, List<Cleared> from) {
        return quoted(from, passage -> passage.items().contains(item), item);
    }

    private List<QuotedPassage> passagesWithoutItem(List<Cleared> from) {
        return quoted(from, passage -> passage.items().stream().noneMatch(knownItems::contains), null);
    }

    private List<QuotedPassage> quoted(
            List<Cleared> from, Predicate<PublicPassage> belongs, @Nullable ItemNumber printedUnder) {
        return from.stream()
                .map(Cleared::contribution)
                .flatMap(contribution -> contribution.passages().stream()
                        .filter(belongs)
                        .sorted(Comparator.comparingInt(PublicPassage::ordinal))
                        .map(passage -> quote(contribution, passage, printedUnder)))
                .toList();
    }

    private QuotedPassage quote(
            PublicContribution contribution, PublicPassage passage, @Nullable ItemNumber printedUnder) {
        var text = PrintableText.of(passage.text());
        return new QuotedPassage(
                contribution.reference(),
                passage.ordinal(),
                contribution.receivedAt(),
                PrintedTime.date(contribution.receivedAt(), definition.zone()),
                listed(new Cleared(contribution, contribution.receivedAt())).source(),
                Wording.place(passage.source()),
                passage.basis(),
                Wording.filing(passage.basis(), printedUnder != null),
                otherItems(passage, printedUnder),
                passage.language() == null ? contribution.language() : passage.language(),
                Direction.of(text),
                text,
                contribution.flags());
    }

    private List<ItemNumber> otherItems(PublicPassage passage, @Nullable ItemNumber printedUnder) {
        return passage.items().stream()
                .distinct()
                .filter(item -> knownItems.contains(item) && !item.equals(printedUnder))
                .toList();
    }

    private static @Nullable String line(@Nullable String given) {
        var line = given == null ? "" : PrintableText.line(given);
        return line.isEmpty() ? null : line;
    }

    private static String words(LocalizedText text) {
        return PrintableText.line(text.in(LANGUAGE));
    }

    private static String fingerprint(Compilation draft) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Json.writeCanonical(draft));
            return HexFormat.of().formatHex(digest).substring(0, REVISION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

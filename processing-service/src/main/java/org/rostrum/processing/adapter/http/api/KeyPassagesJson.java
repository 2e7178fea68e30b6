package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Publication;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView;

@Schema(
        name = "KeyPassages",
        description =
                "What stands for all that was said under an item. For staff: quote in public only what is cleared.")
public record KeyPassagesJson(
        @Schema(description = "Who this is for") String notice,

        String consultation,
        String round,
        String item,

        @Schema(description = "How many passages stand under the item")
        int passages,

        int submissions,

        @Schema(description = "How many respondents they are of, told apart by organisation, else by name and country")
        int respondents,

        @Schema(
                description =
                        "How many passages may be chosen for staff, cleared or not: not those that are confidential, withheld or disputed")
        int choosable,

        @Schema(description = "How many passages the choice rests on, with the copies that they stand for")
        int read,

        @Schema(description = "read: compared by meaning and words; being-read: by words until then; none: by words")
        String meaning,

        List<Quote> quotes,

        @Schema(description = "How many of the passages that were read are near none of the quotes")
        int nearNone,

        List<KeyTerm> terms,
        List<Check> representation,
        List<Unwanted> dropped,

        @Schema(
                description =
                        "What was decided about words that are not shown: withdrawn, amended, filed elsewhere, not to be quoted, or the same as another's")
        List<Outdated> outdatedChoices) {

    /** Stands at the head of every copy. */
    public static final String NOTICE =
            "For staff only, made by a machine from what was received. Quote in public only what is cleared, from its public page.";

    @Schema(name = "KeyPassage")
    public record Quote(
            String reference,
            String passage,
            String state,

            @Schema(
                    description =
                            "Whether exactly this version is cleared, so that it may be quoted from its public page")
            boolean cleared,

            @Schema(description = "Organisation, else name, of who is public under it") @Nullable
            String from,

            @Nullable String group,
            @Nullable String country,
            @Nullable String language,

            @Schema(description = "Its exact words") String text,

            @Schema(description = "Whether this is the whole passage")
            boolean whole,

            Place place,

            @Schema(description = "How many passages are near it, with itself and copies")
            int passages,

            @Schema(description = "How many respondents those are of")
            int respondents,

            @Schema(description = "What a person must look at, at offsets in text")
            List<Flagged> flags,

            @Schema(description = "By what it says more than others, with others of its kind") @Nullable
            String position,

            @Nullable Chosen pinned) {
        @Override
        public String toString() {
            return "Quote[" + reference + " " + passage + "]";
        }
    }

    @Schema(
            name = "KeyPassagePlace",
            description = "Where the words stand: offsets count UTF-16 units of the source's text")
    public record Place(
            int source,
            @Nullable String box,
            @Nullable Integer attachment,
            @Nullable Integer page,
            int start,
            int end) {}

    @Schema(name = "KeyPassageFlag")
    public record Flagged(String kind, int start, int end) {}

    @Schema(name = "KeyPassageChoice")
    public record Chosen(String by, Instant at) {
        static Chosen of(Choice choice) {
            return new Chosen(choice.by().name(), choice.at());
        }
    }

    @Schema(name = "KeyTerm")
    public record KeyTerm(
            String words,
            @Nullable String language,
            int passages,
            int respondents,

            @Schema(description = "Share of the respondents who were read")
            double share,

            @Schema(description = "The same of other items") double elsewhere,

            @Schema(description = "Log-likelihood ratio; 0 where there is nothing to compare with")
            double strength,

            List<Use> uses) {}

    @Schema(name = "KeyTermUse", description = "A place, at offsets in the passage")
    public record Use(@Nullable String reference, String passage, int start, int end) {}

    @Schema(name = "Representation", description = "How those who say the quotes compare with all")
    public record Check(
            @Schema(description = "group, country, language or position")
            String trait,

            @Schema(description = "Total variation distance, 0 to 1")
            double distance,

            @Schema(description = "The mean distance of a choice by lot of as many respondents")
            double byChance,

            List<Kind> kinds) {}

    @Schema(name = "RepresentedKind")
    public record Kind(
            @Schema(description = "Absent for what respondents did not state") @Nullable
            String value,

            int respondents,
            double share,
            int chosen,
            double shareChosen,

            @Schema(description = "No quote is of this kind, though by lot one would rather have been")
            boolean missing) {}

    @Schema(name = "DroppedPassage")
    public record Unwanted(String reference, String passage, Chosen dropped) {}

    @Schema(name = "OutdatedKeyPassageChoice")
    public record Outdated(
            String reference,

            @Schema(description = "SHA-256 of the words, to take it back by")
            String hash,

            boolean pinned,
            Chosen chosen) {}

    public static KeyPassagesJson of(KeyPassagesView view) {
        return new KeyPassagesJson(
                NOTICE,
                view.of().consultation().value(),
                view.of().round().value(),
                view.item().number().value(),
                view.tally().passages(),
                view.tally().submissions(),
                view.tally().respondents(),
                view.tally().quotable(),
                view.read(),
                KebabCase.of(view.meaning()),
                view.quotes().stream().map(quote -> quote(quote, view)).toList(),
                view.nearNone(),
                view.terms().stream().map(term -> term(term, view)).toList(),
                view.checks().stream().map(check -> check(check, view)).toList(),
                view.dropped().stream()
                        .map(one -> new Unwanted(
                                one.reference().value(), one.passage().toString(), Chosen.of(one.choice())))
                        .toList(),
                view.outdated().stream()
                        .map(one -> new Outdated(
                                one.reference().value(),
                                one.choice().textHash(),
                                one.choice().pinned(),
                                Chosen.of(one.choice())))
                        .toList());
    }

    private static Quote quote(KeyPassagesView.Quote quote, KeyPassagesView view) {
        var said = quote.chosen().said();
        boolean named = quote.file().publication() == Publication.PUBLIC;
        return new Quote(
                quote.file().reference().value(),
                said.at().passage().toString(),
                KebabCase.of(quote.file().state()),
                quote.cleared(),
                quote.from(),
                stated(said.profile().group()),
                named ? stated(said.profile().country()) : null,
                said.language(),
                quote.chosen().words(),
                quote.chosen().isWhole(),
                place(quote),
                quote.chosen().passages(),
                quote.chosen().respondents(),
                quote.flags().stream()
                        .map(flag -> new Flagged(
                                KebabCase.of(flag.kind()),
                                flag.span().start(),
                                flag.span().end()))
                        .toList(),
                quote.position() < 0
                        ? null
                        : view.positions().get(quote.position()).name(),
                quote.pin().map(Chosen::of).orElse(null));
    }

    private static Place place(KeyPassagesView.Quote quote) {
        var origin = quote.source().origin();
        return new Place(
                quote.source().ordinal(),
                origin instanceof Origin.Box(ItemNumber item) ? item.value() : null,
                origin instanceof Origin.File(int ordinal) ? ordinal : null,
                quote.page() == 0 ? null : quote.page(),
                quote.span().start(),
                quote.span().end());
    }

    private static KeyTerm term(Term term, KeyPassagesView view) {
        return new KeyTerm(
                term.words(),
                term.language(),
                term.passages(),
                term.respondents(),
                term.share(),
                term.elsewhere(),
                term.strength(),
                term.uses().stream()
                        .map(use -> new Use(
                                Optional.ofNullable(view.references()
                                                .get(use.said().at().submission()))
                                        .map(reference -> reference.value())
                                        .orElse(null),
                                use.said().at().passage().toString(),
                                use.span().start(),
                                use.span().end()))
                        .toList());
    }

    private static Check check(Representation check, KeyPassagesView view) {
        return new Check(
                KebabCase.of(check.trait()),
                check.distance(),
                check.byChance(),
                check.kinds().stream()
                        .map(kind -> new Kind(
                                check.trait() == Trait.POSITION
                                        ? view.positions()
                                                .get(Integer.parseInt(kind.value()))
                                                .name()
                                        : stated(kind.value()),
                                kind.respondents(),
                                kind.share(),
                                kind.chosen(),
                                kind.shareChosen(),
                                kind.isMissing()))
                        .toList());
    }

    private static @Nullable String stated(String value) {
        return value.isEmpty() ? null : value;
    }
}

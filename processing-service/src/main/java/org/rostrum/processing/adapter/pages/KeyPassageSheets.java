package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Publication;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.Card;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.DroppedRow;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.OutdatedRow;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.TermRow;
import org.rostrum.processing.adapter.pages.KeyPassageSheet.Use;
import org.rostrum.processing.domain.flags.Found;
import org.rostrum.processing.domain.keypassages.KeyTerms;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.KeyPassagesView.Dropped;
import org.rostrum.processing.usecase.KeyPassagesView.Meaning;
import org.rostrum.processing.usecase.KeyPassagesView.Outdated;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;

/** Puts the key passages of an item into words. */
final class KeyPassageSheets {
    private static final int AROUND = 60;

    private final KeyPassagesView view;
    private final ZoneId zone;
    private final String publicSite;

    private KeyPassageSheets(KeyPassagesView view, String publicSite) {
        this.view = view;
        this.zone = view.definition().zone();
        this.publicSite = publicSite;
    }

    static KeyPassageSheet of(
            KeyPassagesView view, Optional<Flash> flash, @Nullable String refusal, String publicSite) {
        return new KeyPassageSheets(view, publicSite).sheet(flash, refusal);
    }

    private KeyPassageSheet sheet(Optional<Flash> flash, @Nullable String refusal) {
        var cards = new ArrayList<Card>();
        view.quotes().forEach(quote -> cards.add(card(quote, cards.size() + 1)));
        return new KeyPassageSheet(
                KeyPassageList.address(view.of(), view.item().number().value()),
                KeyPassageList.address(view.of()),
                KeyPassageList.title(view.definition()),
                KeyPassageList.title(view.round()),
                view.item().number().value(),
                KeyPassageList.text(view.item()),
                counted(view.tally().passages(), "passage"),
                counted(view.tally().submissions(), "submission"),
                counted(view.tally().respondents(), "respondent"),
                notes(),
                flash.map(told -> told.done().words()).orElse(null),
                refusal,
                List.copyOf(cards),
                nearNone(),
                CheckWords.of(view),
                view.terms().stream().map(this::term).toList(),
                view.terms().stream().anyMatch(term -> term.strength() > 0),
                view.dropped().stream().map(this::dropped).toList(),
                view.outdated().stream().map(this::outdated).toList());
    }

    private static String counted(int count, String one) {
        return Numbers.grouped(count) + " " + one + (count == 1 ? "" : "s");
    }

    private List<String> notes() {
        var tally = view.tally();
        var notes = new ArrayList<String>();
        if (view.read() < tally.passages() && !view.quotes().isEmpty()) {
            notes.add(
                    "Chosen from %s of %s passages: in turn one of a campaign, the largest first, and one by lot, by the hash of what a"
                                    .formatted(Numbers.grouped(view.read()), Numbers.grouped(tally.passages()))
                            + " submission says. Respondents are counted over all.");
        }
        int held = tally.passages() - tally.quotable();
        if (held > 0) {
            notes.add(counted(held, "passage") + " of confidential, withheld or disputed submissions "
                    + (held == 1 ? "is" : "are") + " counted and never quoted.");
        }
        if (view.meaning() == Meaning.BEING_READ) {
            notes.add(
                    "Their meanings are being read. Until then passages are compared by their words; look again in a minute.");
        }
        return List.copyOf(notes);
    }

    private @Nullable String nearNone() {
        return view.nearNone() == 0 || view.quotes().isEmpty()
                ? null
                : Numbers.grouped(view.nearNone()) + " of " + counted(view.read(), "passage")
                        + " say something that none of these is near to.";
    }

    private Card card(Quote quote, int place) {
        var file = quote.file();
        var chosen = quote.chosen();
        return new Card(
                place,
                file.reference().value(),
                chosen.said().at().passage().toString(),
                quote.passage().ordinal(),
                Segment.foundIn(
                        chosen.words(), quote.flags().stream().map(Found::span).toList()),
                Tongue.of(chosen.said().language()),
                !chosen.isWhole(),
                near(quote),
                PlaceWords.of(quote.source(), quote.passage(), quote.span().start()),
                quote.from(),
                file.publication() == Publication.PUBLIC ? null : "Anonymous",
                traits(quote),
                StateWords.of(file.state()),
                quote.cleared(),
                quote.cleared()
                        ? file.publicPath().map(path -> publicSite + path).orElse(null)
                        : null,
                quote.flags().isEmpty()
                        ? null
                        : FlagWords.list(quote.flags().stream()
                                .map(Found::kind)
                                .distinct()
                                .toList()),
                quote.pin().map(this::by).orElse(null));
    }

    private static String near(Quote quote) {
        var chosen = quote.chosen();
        return chosen.passages() == 1
                ? "No other passage is near it"
                : "Stands for " + counted(chosen.passages(), "passage") + " of "
                        + counted(chosen.respondents(), "respondent");
    }

    private List<String> traits(Quote quote) {
        var profile = quote.chosen().said().profile();
        boolean named = quote.file().publication() == Publication.PUBLIC;
        return Stream.of(
                        profile.group(),
                        named ? CheckWords.country(profile.country()) : "",
                        quote.position() < 0
                                ? ""
                                : view.positions().get(quote.position()).name())
                .filter(words -> !words.isBlank())
                .toList();
    }

    private String by(Choice choice) {
        return choice.by().name() + ", " + Moment.of(choice.at(), zone).shown();
    }

    private TermRow term(Term term) {
        return new TermRow(
                term.words(),
                Tongue.of(term.language()),
                Numbers.grouped(term.passages()),
                Numbers.grouped(term.respondents()),
                Numbers.percent(term.share()),
                Numbers.percent(term.elsewhere()),
                term.uses().stream().flatMap(use -> use(use).stream()).toList());
    }

    private Optional<Use> use(KeyTerms.Use use) {
        String text = use.said().text();
        int from = wordsFrom(text, Math.max(0, use.span().start() - AROUND));
        int to = wordsTo(text, Math.min(text.length(), use.span().end() + AROUND));
        return Optional.ofNullable(view.references().get(use.said().at().submission()))
                .map(reference -> new Use(
                        reference.value(),
                        use.said().at().passage().ordinal(),
                        (from > 0 ? "…" : "")
                                + text.substring(
                                        Math.min(from, use.span().start()),
                                        use.span().start()),
                        text.substring(use.span().start(), use.span().end()),
                        text.substring(use.span().end(), Math.max(to, use.span().end()))
                                + (to < text.length() ? "…" : ""),
                        Tongue.of(use.said().language())));
    }

    /** Not in the middle of a character. */
    private static int wordsFrom(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static int wordsTo(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private OutdatedRow outdated(Outdated one) {
        return new OutdatedRow(
                one.reference().value(),
                one.choice().textHash(),
                one.choice().pinned() ? "Pinned" : "Dropped",
                by(one.choice()));
    }

    private DroppedRow dropped(Dropped one) {
        return new DroppedRow(
                one.reference().value(),
                one.passage().toString(),
                one.passage().ordinal(),
                one.words(),
                by(one.choice()));
    }
}

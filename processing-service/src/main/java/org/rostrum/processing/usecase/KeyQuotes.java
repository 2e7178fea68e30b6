package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;

/** What staff need to know of each chosen passage before they quote it, as the books say in this moment. */
record KeyQuotes(Books books, FlagTexts flags, List<Choice> choices, Map<SubmissionId, Reference> references) {

    List<Quote> of(ItemReading reading) {
        return reading.key().chosen().stream()
                .flatMap(chosen -> quote(chosen, reading.positionOf(chosen)).stream())
                .toList();
    }

    /** Empty for what was withdrawn, erased, withheld or amended since it was chosen. */
    private Optional<Quote> quote(Chosen chosen, int position) {
        var at = chosen.said().at();
        return Optional.ofNullable(references.get(at.submission()))
                .flatMap(reference -> books.cases().find(reference))
                .filter(file -> ListKeyPassages.isQuotable(file)
                        && file.version() == at.passage().version())
                .flatMap(file -> books.contents()
                        .find(file.submission(), file.version())
                        .flatMap(content -> content.passage(at.passage().ordinal())
                                .filter(passage -> content.textOf(passage)
                                        .equals(chosen.said().text()))
                                .map(passage -> quote(chosen, position, file, content, passage))));
    }

    private Quote quote(Chosen chosen, int position, Case file, Content content, FiledPassage passage) {
        int start = passage.span().start();
        return new Quote(
                chosen,
                file,
                passage,
                content.sourceOf(passage),
                new Span(start + chosen.quote().start(), start + chosen.quote().end()),
                file.publication() == Publication.PUBLIC ? from(content.respondent()) : null,
                flags.in(chosen.words(), content.respondent().country()),
                isCleared(file),
                pin(file, ContentHash.of(chosen.said().text())),
                position);
    }

    private @Nullable Choice pin(Case file, String hash) {
        return choices.stream()
                .filter(choice -> choice.pinned()
                        && choice.submission().equals(file.submission())
                        && choice.textHash().equals(hash))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCleared(Case file) {
        return file.stage()
                .standing()
                .filter(clearance -> clearance.version() == file.version() && !clearance.changedSince())
                .isPresent();
    }

    private static @Nullable String from(Respondent respondent) {
        if (respondent.organisation() != null) {
            return respondent.organisation();
        }
        var given = respondent.givenName() == null ? "" : respondent.givenName() + " ";
        var name = (given + (respondent.familyName() == null ? "" : respondent.familyName())).strip();
        return name.isEmpty() ? null : name;
    }
}

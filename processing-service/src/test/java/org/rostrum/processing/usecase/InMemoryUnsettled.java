package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.usecase.RoundTexts.Unsettled;

/** What of a round kept in memory nobody has settled. */
record InMemoryUnsettled(InMemoryWordings wordings, List<Case> cases, Map<String, Content> contents) {

    private record Document(Case file, Content content, Source source, String wording) {
        String hash() {
            return ContentHash.of(source.text());
        }

        String key() {
            return wording + " " + source.ordinal();
        }
    }

    List<Unsettled> passages(RoundTexts.Of round, int limit) {
        Set<String> settled = new HashSet<>();
        cases.forEach(file -> content(file).passages().stream()
                .filter(FiledPassage::confirmed)
                .forEach(passage -> settled.add(wording(file) + " " + passage.ordinal())));
        var documents = documents();
        Map<String, Integer> copies = new HashMap<>();
        documents.forEach(document -> copies.merge(document.key(), 1, Integer::sum));
        Set<String> seen = new HashSet<>();
        return documents.stream()
                .filter(document -> seen.add(document.key()))
                .flatMap(document -> document.content().passages().stream()
                        .filter(passage -> passage.source() == document.source().ordinal())
                        .filter(passage ->
                                !passage.confirmed() && isGuess(passage.filing().basis()))
                        .filter(passage -> !settled.contains(document.wording() + " " + passage.ordinal()))
                        .map(passage -> unsettled(round, document, passage, copies.getOrDefault(document.key(), 1))))
                .limit(limit)
                .toList();
    }

    private List<Document> documents() {
        var documents = new ArrayList<Document>();
        cases.stream()
                .filter(file -> file.state() == CaseState.WITH_STAFF)
                .forEach(file -> content(file)
                        .sources()
                        .forEach(source -> documents.add(new Document(file, content(file), source, wording(file)))));
        documents.sort(Comparator.comparing(Document::hash)
                .thenComparing(document -> document.file().submission().value()));
        return documents;
    }

    private Content content(Case file) {
        return Objects.requireNonNull(contents.get(file.submission() + "/" + file.version()));
    }

    private String wording(Case file) {
        return wordings.wordingOf(file.submission()).orElse(file.submission().value());
    }

    private Unsettled unsettled(RoundTexts.Of round, Document document, FiledPassage passage, int copies) {
        var file = document.file();
        return new Unsettled(
                file.submission(),
                file.reference(),
                file.version(),
                passage.ordinal(),
                passage.source(),
                passage.span(),
                passage.language(),
                passage.filing(),
                wordings.familyOf(round, document.wording()).orElse(document.wording()),
                copies);
    }

    String text(Unsettled passage) {
        var content = Objects.requireNonNull(contents.get(passage.submission() + "/" + passage.version()));
        return content.textOf(content.passage(passage.ordinal()).orElseThrow());
    }

    private static boolean isGuess(FilingBasis basis) {
        return switch (basis) {
            case CONTENT, ORDER -> true;
            case BOX, HEADING, STAFF -> false;
        };
    }
}

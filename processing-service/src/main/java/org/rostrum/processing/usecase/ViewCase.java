package org.rostrum.processing.usecase;

import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;

/** Shows staff one case. */
public final class ViewCase {
    private final Transactions transactions;

    public ViewCase(Transactions transactions) {
        this.transactions = transactions;
    }

    public Optional<CaseView> view(Reference reference) {
        return transactions.inOne(books -> books.cases().find(reference).map(file -> view(books, file)));
    }

    private static CaseView view(Books books, Case file) {
        return new CaseView(
                file,
                books.definitions().latest(file.consultation()),
                books.contents().find(file.submission(), file.version()),
                books.histories().of(file.submission()));
    }
}

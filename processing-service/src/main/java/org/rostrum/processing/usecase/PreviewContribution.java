package org.rostrum.processing.usecase;

import java.util.Optional;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.publicform.PublicForm;

/** Shows staff what would go public, and what would be hidden, before they clear. */
public final class PreviewContribution {
    private final Transactions transactions;

    public PreviewContribution(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Empty if there is no such case, it is not processed yet, it is withdrawn or erased, or it is confidential and has no public form. */
    public Optional<PublicForm> preview(Reference reference) {
        return transactions.inOne(books -> books.cases()
                .find(reference)
                .filter(file -> file.publication() != Publication.CONFIDENTIAL && !file.isClosed())
                .flatMap(file -> Casework.publicForm(books, file)));
    }
}

package org.rostrum.processing.usecase;

import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.usecase.CaseView.VersionBefore;

/** Shows staff one case. */
public final class ViewCase {
    private final Transactions transactions;

    public ViewCase(Transactions transactions) {
        this.transactions = transactions;
    }

    public Optional<CaseView> view(Reference reference) {
        return transactions.inOne(books -> books.cases().find(reference).map(file -> view(books, file)));
    }

    /** Of what was withdrawn, staff need to know that it was, and when; what it said is nobody's business any more. */
    private static CaseView view(Books books, Case file) {
        return new CaseView(
                file,
                books.definitions().latest(file.consultation()),
                file.isWithdrawn() ? Optional.empty() : books.contents().find(file.submission(), file.version()),
                file.isWithdrawn() ? Optional.empty() : before(books, file),
                books.histories().of(file.submission()));
    }

    private static Optional<VersionBefore> before(Books books, Case file) {
        var earlier = file.earlier();
        int until = earlier == null ? file.version() : earlier.clearance().version() + 1;
        var version = books.contents().versionBefore(file.submission(), until);
        return version.isEmpty()
                ? Optional.empty()
                : books.contents()
                        .find(file.submission(), version.getAsInt())
                        .map(content -> new VersionBefore(version.getAsInt(), content));
    }
}

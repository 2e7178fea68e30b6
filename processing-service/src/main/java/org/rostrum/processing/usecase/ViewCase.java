package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.usecase.CaseView.VersionBefore;

/** Shows staff one case. */
public final class ViewCase {
    private final Transactions transactions;
    private final FlagTexts flags;

    public ViewCase(Transactions transactions, FlagTexts flags) {
        this.transactions = transactions;
        this.flags = flags;
    }

    public Optional<CaseView> view(Reference reference) {
        return transactions.inOne(books -> books.cases().find(reference).map(file -> view(books, file)));
    }

    /** Of what was withdrawn or erased, staff need to know that it was, and when; what it said is nobody's business any more. */
    private CaseView view(Books books, Case file) {
        var content =
                file.isClosed() ? Optional.<Content>empty() : books.contents().find(file.submission(), file.version());
        return new CaseView(
                file,
                books.definitions().latest(file.consultation()),
                content,
                file.isClosed() ? Optional.empty() : before(books, file),
                content.map(now -> Kinship.of(books, file, now)).orElse(Kinship.NONE),
                content.map(flags::of).orElse(List.of()),
                content.isEmpty() ? Set.of() : exposed(books, file),
                books.histories().of(file.submission()));
    }

    private Set<FlagKind> exposed(Books books, Case file) {
        return file.publication() == Publication.CONFIDENTIAL
                ? Set.of()
                : Casework.publicForm(books, file)
                        .map(form -> flags.exposed(
                                form, form.contribution().contributor().country()))
                        .orElse(Set.of());
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

package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.processing.usecase.Refilings.Refiling;

/** Shows what the machine filed elsewhere in a round as it learned. */
public final class ViewRefilings {
    private final Transactions transactions;

    public ViewRefilings(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The newest first. */
    public record View(ConsultationDefinition definition, Round round, List<Refiling> refilings) {
        public View {
            refilings = List.copyOf(refilings);
        }
    }

    /** Empty if there is no such round. */
    public Optional<View> view(RoundTexts.Of round) {
        return transactions.inOne(books -> books.definitions()
                .latest(round.consultation())
                .flatMap(definition -> definition
                        .round(round.round())
                        .map(known ->
                                new View(definition, known, books.refilings().of(round)))));
    }
}

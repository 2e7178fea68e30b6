package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.processing.domain.casework.CaseState;

/** Shows staff at a glance what there is: a page of cases, how many stand where, and the consultations. */
public final class ViewDashboard {
    private final Transactions transactions;

    public ViewDashboard(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One consistent look.
     *
     * @param counts of the filter's consultation, whatever else it asks for; states without a case may be absent
     */
    public record Dashboard(CasePage page, Map<CaseState, Integer> counts, List<ConsultationDefinition> consultations) {
        public Dashboard {
            counts = Map.copyOf(counts);
            consultations = List.copyOf(consultations);
        }
    }

    /** One page, of at most {@link ListCases#MOST} cases. */
    public Dashboard view(CaseFilter filter, Optional<CaseCursor> after, int limit) {
        int cases = Math.clamp(limit, 1, ListCases.MOST);
        return transactions.inOne(books -> new Dashboard(
                books.cases().list(filter, after, cases),
                books.cases().counts(filter.consultation()),
                books.definitions().all()));
    }
}

package org.rostrum.processing.usecase;

import java.util.Optional;

/** Shows staff the cases, the newest first, a page at a time. */
public final class ListCases {
    public static final int MOST = 200;

    private final Transactions transactions;

    public ListCases(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One page, of at most {@link #MOST} cases. */
    public CasePage list(CaseFilter filter, Optional<CaseCursor> after, int limit) {
        int cases = Math.clamp(limit, 1, MOST);
        return transactions.inOne(books -> books.cases().list(filter, after, cases));
    }
}

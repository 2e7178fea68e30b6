package org.rostrum.processing.usecase;

class InMemoryUnsettledTest extends UnsettledContract {
    private final Transactions transactions = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

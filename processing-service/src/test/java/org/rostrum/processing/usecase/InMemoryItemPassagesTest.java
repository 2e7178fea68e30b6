package org.rostrum.processing.usecase;

class InMemoryItemPassagesTest extends ItemPassagesContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

package org.rostrum.processing.usecase;

class InMemoryFamiliesTest extends FamiliesContract {
    private final Transactions transactions = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

package org.rostrum.processing.usecase;

class InMemoryBooksTest extends BooksContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

package org.rostrum.processing.adapter.postgres;

import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;
import org.rostrum.processing.usecase.ItemPassagesContract;
import org.rostrum.processing.usecase.Transactions;

class PostgresItemPassagesIT extends ItemPassagesContract {
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private final Transactions transactions = new PostgresTransactions(DATABASE, change -> {}, () -> {});

    @BeforeAll
    static void migrate() {
        RealPostgres.migrate(DATABASE, "item_passages_it");
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

package org.rostrum.processing.adapter.postgres;

import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;
import org.rostrum.processing.usecase.FamiliesContract;
import org.rostrum.processing.usecase.Transactions;

class PostgresFamiliesIT extends FamiliesContract {
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private final Transactions transactions = new PostgresTransactions(DATABASE, change -> {}, () -> {});

    @BeforeAll
    static void migrate() {
        RealPostgres.migrate(DATABASE, "families_it");
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

package org.rostrum.processing.adapter.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;
import org.rostrum.processing.usecase.ItemPassagesContract;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

class PostgresItemPassagesIT extends ItemPassagesContract {
    private static final String SCHEMA = "item_passages_it";
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private final Transactions transactions = new PostgresTransactions(DATABASE, change -> {}, () -> {});

    @BeforeAll
    static void migrate() {
        // Stopped with this JVM: other tests share the directory.
        Map<String, String> variables = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3, Part.POSTGRES)
                .environment(Part.PROCESSING);
        DATABASE.setUrl(required(variables, "ROSTRUM_POSTGRES_URL"));
        DATABASE.setUser(required(variables, "ROSTRUM_POSTGRES_USER"));
        DATABASE.setPassword(required(variables, "ROSTRUM_POSTGRES_PASSWORD"));
        DATABASE.setCurrentSchema(SCHEMA);
        DATABASE.setReWriteBatchedInserts(true);
        Flyway.configure().dataSource(DATABASE).schemas(SCHEMA).load().migrate();
    }

    private static String required(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}

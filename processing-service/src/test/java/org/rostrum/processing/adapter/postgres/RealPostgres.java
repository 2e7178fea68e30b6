package org.rostrum.processing.adapter.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** The embedded stack's database, with a schema for each test as a service would find it. */
final class RealPostgres {
    private RealPostgres() {}

    /** Makes it lead there. */
    static void migrate(PGSimpleDataSource database, String schema) {
        // Stopped with this JVM: other tests share the directory.
        Map<String, String> variables = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3, Part.POSTGRES)
                .environment(Part.PROCESSING);
        database.setUrl(required(variables, "ROSTRUM_POSTGRES_URL"));
        database.setUser(required(variables, "ROSTRUM_POSTGRES_USER"));
        database.setPassword(required(variables, "ROSTRUM_POSTGRES_PASSWORD"));
        database.setCurrentSchema(schema);
        database.setReWriteBatchedInserts(true);
        Flyway.configure().dataSource(database).schemas(schema).load().migrate();
    }

    private static String required(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }
}

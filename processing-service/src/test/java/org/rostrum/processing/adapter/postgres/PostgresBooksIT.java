package org.rostrum.processing.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.EventCodec.Encoded;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.usecase.BooksContract;
import org.rostrum.processing.usecase.Outbox;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

class PostgresBooksIT extends BooksContract {
    private static final String SCHEMA = "books_it";
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private final List<String> woken = new ArrayList<>();
    private final PostgresTransactions transactions =
            new PostgresTransactions(DATABASE, change -> {}, () -> woken.add("relay"));

    @BeforeAll
    static void migrate() {
        // Stopped with this JVM: other tests share the directory.
        Map<String, String> variables = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3, Part.POSTGRES)
                .environment(Part.PROCESSING);
        DATABASE.setUrl(required(variables, "ROSTRUM_POSTGRES_URL"));
        DATABASE.setUser(required(variables, "ROSTRUM_POSTGRES_USER"));
        DATABASE.setPassword(required(variables, "ROSTRUM_POSTGRES_PASSWORD"));
        DATABASE.setCurrentSchema(SCHEMA);
        Flyway.configure().dataSource(DATABASE).schemas(SCHEMA).load().migrate();
    }

    private static String required(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Test
    void passes_on_what_left_one_event_a_key_at_a_time_and_keeps_it_until_it_arrived() {
        var outgoing = new PostgresOutgoingEvents(DATABASE);
        transactions.doInOne(books -> {
            emit(books.outbox(), "a1", 1);
            emit(books.outbox(), "a2", 1);
            emit(books.outbox(), "b1", 2);
        });

        try {
            outgoing.passOn(10, events -> {
                throw new IllegalStateException("Kafka is away");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("Kafka is away");
        }
        var waves = new ArrayList<List<String>>();
        while (outgoing.passOn(10, events -> waves.add(ids(events))) > 0) {}

        assertThat(woken).hasSize(1);
        assertThat(waves).containsExactly(List.of("a1", "b1"), List.of("a2"));
    }

    @Test
    void lets_only_one_relay_at_it() {
        var outgoing = new PostgresOutgoingEvents(DATABASE);
        transactions.doInOne(books -> emit(books.outbox(), "c1", 3));
        var others = new ArrayList<Integer>();

        int passed = outgoing.passOn(10, events -> others.add(outgoing.passOn(10, more -> {})));

        assertThat(passed).isEqualTo(1);
        assertThat(others).containsExactly(0);
    }

    @Test
    void keeps_definitions_away_from_who_looks_whether_one_has_come() {
        var defined = defined(1, "Late");
        var recording = new ArrayList<CompletableFuture<Void>>();

        var seen = transactions.inOne(books -> {
            var before = books.definitions().settled(defined.consultation());
            recording.add(CompletableFuture.runAsync(
                    () -> transactions.doInOne(more -> more.definitions().add(defined))));
            await().until(PostgresBooksIT::somebodyWaits);
            return before;
        });

        assertThat(seen).isEmpty();
        assertThat(recording.getFirst()).succeedsWithin(Duration.ofSeconds(10));
        var after = transactions.inOne(books -> books.definitions().settled(defined.consultation()));
        assertThat(after).isPresent();
    }

    @Test
    void keeps_the_cases_of_before_respondents_could_amend() throws SQLException {
        var schema = "books_it_before";
        execute("drop schema if exists " + schema + " cascade");
        var flyway = Flyway.configure().dataSource(DATABASE).schemas(schema);
        flyway.target("1").load().migrate();
        execute("""
                insert into %s.submission_case values ('1-%s', '9RY34-TU8T9', 'demo', 'first', 1, 'response', 'public',
                    '{"bucket":"b","key":"k","sha256":"%s","size":1}', 0, now(), 'with-staff', '{}', 0, 3)
                """.formatted(schema, "a".repeat(32), "0".repeat(64)));

        flyway.target("latest").load().migrate();

        DATABASE.setCurrentSchema(schema);
        try {
            var found = transactions
                    .inOne(books -> books.cases().find(new Reference("9RY34-TU8T9")))
                    .orElseThrow();
            assertThat(found.flags()).isEmpty();
            assertThat(found.earlier()).isNull();
            assertThat(found.isDisputed()).isFalse();
        } finally {
            DATABASE.setCurrentSchema(SCHEMA);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean somebodyWaits() throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select 1 from pg_locks where locktype = 'advisory' and not granted")) {
            return rows.next();
        }
    }

    private static List<String> ids(List<Encoded> events) {
        return events.stream()
                .map(event -> String.valueOf(event.headers().get("ce_id")))
                .toList();
    }

    private static void emit(Outbox outbox, String id, int submission) {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        outbox.add(
                id,
                now,
                new SubmissionParked(
                        new SubmissionId("1-" + String.valueOf(submission).repeat(32)),
                        Reference.fromDigest(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) submission}),
                        new ConsultationId("demo"),
                        new RoundId("first"),
                        1,
                        "any",
                        now));
    }
}

package org.rostrum.processing.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.EventCodec.Encoded;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.Artefacts;
import org.rostrum.processing.usecase.BooksContract;
import org.rostrum.processing.usecase.EraseSubmission;
import org.rostrum.processing.usecase.ForgottenTexts;
import org.rostrum.processing.usecase.KeyPassageChoices;
import org.rostrum.processing.usecase.Outbox;
import org.rostrum.processing.usecase.Refilings;
import org.rostrum.processing.usecase.RoundChanges;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.Transactions;

class PostgresBooksIT extends BooksContract {
    private static final String SCHEMA = "books_it";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private final List<String> woken = new ArrayList<>();
    private final PostgresTransactions transactions =
            new PostgresTransactions(DATABASE, change -> {}, () -> woken.add("relay"));

    @BeforeAll
    static void migrate() {
        RealPostgres.migrate(DATABASE, SCHEMA);
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
            await().until(() -> waitsFor("advisory"));
            return before;
        });

        assertThat(seen).isEmpty();
        assertThat(recording.getFirst()).succeedsWithin(Duration.ofSeconds(10));
        var after = transactions.inOne(books -> books.definitions().settled(defined.consultation()));
        assertThat(after).isPresent();
    }

    /** Each waits for whoever holds the case, and sees what he did. */
    @Test
    void erases_what_was_being_chosen_and_keeps_no_move_that_was_being_told() {
        var file = added(opened(0));
        var round = new RoundTexts.Of(file.consultation(), file.round());
        var move = new Refilings.Move(
                file.submission(), file.reference(), new PassageId(1, 1), List.of(), List.of(new ItemNumber("2")));
        var choice = new KeyPassageChoices.Choice(
                file.submission(), "ab".repeat(32), true, new StaffMember("ada-subject", "Ada"), NOON);
        var later = new ArrayList<CompletableFuture<Void>>();
        var erasure = new EraseSubmission(transactions, new NoArtefacts(), NO_CHANGES, new ForgottenTexts(() -> NOON));

        transactions.doInOne(books -> {
            books.cases().lock(file.submission());
            later.add(CompletableFuture.runAsync(() -> erasure.erase(erased(file), _ -> true)));
            await().until(() -> waitsFor("transactionid"));
            books.keyPassageChoices().choose(round, new ItemNumber("2"), choice);
        });
        assertThat(later.getFirst()).succeedsWithin(Duration.ofSeconds(30));
        transactions.doInOne(
                books -> books.refilings().add(round, new Refilings.Refiling(NOON, "e5", 1, 1, List.of(move))));

        List<KeyPassageChoices.Choice> choices =
                transactions.inOne(books -> books.keyPassageChoices().of(round, new ItemNumber("2")));
        List<Refilings.Move> moves = transactions.inOne(
                books -> books.refilings().of(round).getFirst().moves());
        assertThat(choices).isEmpty();
        assertThat(moves).isEmpty();
    }

    private static final RoundChanges NO_CHANGES = new RoundChanges() {
        @Override
        public void grown(RoundTexts.Of round, int passages) {}

        @Override
        public void rushed() {}

        @Override
        public void shrunk(RoundTexts.Of round) {}

        @Override
        public void settled(RoundTexts.Of round, SubmissionId submission) {}
    };

    private static final class NoArtefacts implements Artefacts {
        @Override
        public ObjectRef store(PublicContribution contribution) {
            throw new IllegalStateException("nothing is cleared here");
        }

        @Override
        public void removeAll(SubmissionId submission) {}
    }

    private static SubmissionErased erased(Case file) {
        return new SubmissionErased(
                file.submission(),
                file.reference(),
                file.consultation(),
                file.round(),
                1,
                ErasureGround.RESPONDENT_ASKED,
                "4b1c7a52",
                NOON);
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

    private static boolean waitsFor(String kind) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select 1 from pg_locks where locktype = '%s' and not granted".formatted(kind))) {
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

package org.rostrum.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.adapter.postgres.Said.submission;
import static org.rostrum.intake.adapter.postgres.Said.submissions;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.adapter.postgres.Said.Step;
import org.rostrum.intake.domain.LastEvents;
import org.rostrum.intake.usecase.Submissions;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

class PostgresSubmissionsIT {
    private static final int SUBMISSIONS = 12;

    private static Map<String, String> variables = Map.of();

    private final List<AgroalDataSource> pools = new ArrayList<>();

    @BeforeAll
    static void start() {
        // Stopped with this JVM: other tests share the directory.
        variables = EmbeddedStack.start(Path.of("target/stack"), Part.KAFKA, Part.S3, Part.POSTGRES, Part.MAIL)
                .environment(Part.INTAKE);
    }

    @AfterEach
    void close() {
        pools.forEach(AgroalDataSource::close);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void batches_come_to_exactly_what_one_by_one_comes_to(long seed) throws SQLException {
        var random = new Random(seed);
        var steps = Said.chronicle(random, SUBMISSIONS, 300);
        var single = fresh("single");
        var batched = fresh("batched");

        inBatches(single, steps, 1, random);
        inBatches(batched, steps, 60, random);

        var rule = Said.standing(steps);
        assertThat(submissions(SUBMISSIONS)).allSatisfy(submission -> {
            assertThat(single.projection.last(submission)).isEqualTo(rule.apply(submission));
            assertThat(batched.projection.last(submission)).isEqualTo(rule.apply(submission));
        });
        assertThat(batched.inbox()).isEqualTo(single.inbox());
    }

    @Test
    void what_was_taken_changes_nothing_in_whatever_batches_it_comes_again() throws SQLException {
        var random = new Random(7);
        var steps = Said.chronicle(random, SUBMISSIONS, 300);
        var known = fresh("again");
        inBatches(known, steps, 40, random);
        var before = known.all();
        var again = new ArrayList<>(steps);
        Collections.shuffle(again, random);

        inBatches(known, again, 40, random);

        assertThat(known.all()).isEqualTo(before);
    }

    @Test
    void processes_that_read_the_same_at_once_do_not_stand_in_each_others_way() throws Exception {
        var known = fresh("at_once");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int version = 1; version <= 20; version++) {
                var one = everybody(version, 200);
                var together = threads.invokeAll(List.of(
                        Executors.callable(() -> known.projection.advance(one)),
                        Executors.callable(() -> known.projection.advance(one.reversed()))));
                for (var each : together) {
                    each.get();
                }
            }
        }

        assertThat(known.all())
                .allSatisfy(last -> assertThat(last.processing())
                        .hasValueSatisfying(event -> assertThat(event.version()).isEqualTo(20)));
    }

    private static List<Decoded> everybody(int version, int times) {
        return IntStream.range(0, times * SUBMISSIONS)
                .mapToObj(i -> told("v-" + version + "-" + i, Said.processed(i % SUBMISSIONS, version, 1)))
                .toList();
    }

    @Test
    void what_is_being_written_when_its_submission_is_forgotten_is_removed_too() throws Exception {
        var known = fresh("forgetting");
        try (var other = known.database.getConnection()) {
            other.setAutoCommit(false);
            write(other, submission(1));

            var forgetting = CompletableFuture.runAsync(() -> known.projection.forget(submission(1)));
            Awaitility.await().until(() -> forgetting.isDone() || known.waitsForALock());
            other.commit();
            forgetting.get();
        }

        assertThat(known.projection.last(submission(1))).isEqualTo(LastEvents.NONE);
    }

    @Test
    void of_a_batch_with_something_that_cannot_be_kept_nothing_is_taken_and_that_is_no_reason_to_wait()
            throws SQLException {
        var known = fresh("unfit");
        var fit = told("fit", Said.processed(1, 1, 1));
        var unfit = told("unfit", Said.withReason(2, 1, "a\0b"));

        assertThatThrownBy(() -> known.projection.advance(List.of(fit, unfit)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(known.inbox()).isEmpty();
        assertThat(known.projection.last(submission(1))).isEqualTo(LastEvents.NONE);
    }

    private static void inBatches(Known known, List<Step> steps, int most, Random random) {
        var batch = new ArrayList<Decoded>();
        var size = 1 + random.nextInt(most);
        for (var step : steps) {
            step.told().ifPresent(batch::add);
            if (batch.size() >= size || step.forgotten().isPresent()) {
                known.projection.advance(List.copyOf(batch));
                batch.clear();
                size = 1 + random.nextInt(most);
            }
            step.forgotten().ifPresent(known.projection::forget);
        }
        known.projection.advance(batch);
    }

    private static Decoded told(String id, Event event) {
        return new Decoded(id, Instant.EPOCH, event);
    }

    private static void write(Connection connection, SubmissionId submission) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO last_event VALUES (?, 'processing.v1', 1, 'org.rostrum.submission-parked.v1', '{}')")) {
            insert.setString(1, submission.value());
            insert.executeUpdate();
        }
    }

    /** A projection with a schema of its own, empty, and a pool as the service has it. */
    private Known fresh(String name) {
        var schema = "submissions_it_" + name;
        var database = pool(required("ROSTRUM_POSTGRES_URL") + "?currentSchema=" + schema);
        pools.add(database);
        var flyway = Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        return new Known(database, new PostgresSubmissions(database, () -> {}));
    }

    private static AgroalDataSource pool(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(6)
                            .connectionFactoryConfiguration(connections -> connections
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(required("ROSTRUM_POSTGRES_USER")))
                                    .credential(new SimplePassword(required("ROSTRUM_POSTGRES_PASSWORD"))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Known(DataSource database, Submissions projection) {
        List<String> inbox() throws SQLException {
            return texts("SELECT event_id FROM inbox ORDER BY event_id");
        }

        List<LastEvents> all() {
            return submissions(SUBMISSIONS).stream().map(projection::last).toList();
        }

        boolean waitsForALock() throws SQLException {
            return !texts("SELECT mode FROM pg_locks WHERE NOT granted AND relation = 'last_event'::regclass")
                    .isEmpty();
        }

        private List<String> texts(String sql) throws SQLException {
            try (var connection = database.getConnection();
                    var query = connection.createStatement();
                    var rows = query.executeQuery(sql)) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    private static String required(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }
}

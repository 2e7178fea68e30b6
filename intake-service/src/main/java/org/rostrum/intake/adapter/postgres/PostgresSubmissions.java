package org.rostrum.intake.adapter.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.EventType;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ProcessingEvent;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.Topic;
import org.rostrum.intake.domain.LastEvents;
import org.rostrum.intake.usecase.Submissions;

/** The last event of each topic per submission; the state follows from them when it is asked for. */
public final class PostgresSubmissions implements Submissions {
    // Both are sorted: two processes that read the same take the same locks in the same order.
    private static final String SEEN = """
            INSERT INTO inbox (event_id) SELECT id FROM unnest(?) id ORDER BY id
            ON CONFLICT DO NOTHING RETURNING event_id
            """;
    private static final String ADVANCE = """
            INSERT INTO last_event (submission, topic, version, event_type, data)
            SELECT said.submission, said.topic, said.version, said.event_type, said.data::jsonb
              FROM unnest(?, ?, ?, ?, ?) said (submission, topic, version, event_type, data)
             WHERE NOT EXISTS (SELECT FROM forgotten WHERE forgotten.submission = said.submission)
             ORDER BY said.submission, said.topic
            ON CONFLICT (submission, topic) DO UPDATE
               SET version = excluded.version, event_type = excluded.event_type, data = excluded.data
             WHERE excluded.version >= last_event.version
            """;
    private static final String FORGET = """
            INSERT INTO forgotten (submission) VALUES (?)
            ON CONFLICT DO NOTHING
            """;
    private static final String AWAIT_WRITERS = """
            LOCK TABLE last_event IN SHARE ROW EXCLUSIVE MODE
            """;
    private static final String REMOVE = """
            DELETE FROM last_event WHERE submission = ?
            """;
    private static final String FIND = """
            SELECT topic, event_type, data FROM last_event WHERE submission = ?
            """;

    /** The class of SQL states that say that a value cannot be kept, now or ever. */
    private static final String DATA_EXCEPTION = "22";

    private final DataSource database;
    private final Runnable migration;

    /** The migration brings the schema up to date: called before the first use, and again until it has worked once. */
    public PostgresSubmissions(DataSource database, Runnable migration) {
        this.database = database;
        this.migration = new Once(migration);
    }

    /** What an event says of a submission's way. */
    private record Step(Event event, SubmissionId submission, int version) {
        Of of() {
            return new Of(submission, Topic.of(event));
        }

        /** As the statement does it: the later of two that are equal stands. */
        Step orNext(Step next) {
            return next.version < version ? this : next;
        }

        String data() {
            return new String(Json.write(event), StandardCharsets.UTF_8);
        }
    }

    private record Of(SubmissionId submission, Topic topic) {}

    @Override
    public void advance(List<Decoded> told) {
        var steps = new LinkedHashMap<String, Step>();
        told.forEach(each -> step(each.event()).ifPresent(step -> steps.putIfAbsent(each.id(), step)));
        if (!steps.isEmpty()) {
            inOne(connection -> {
                steps.keySet().retainAll(unseen(connection, steps.keySet()));
                write(connection, lastOf(steps.values()));
                return true;
            });
        }
    }

    private static Optional<Step> step(Event event) {
        return switch (event) {
            case ProcessingEvent e -> Optional.of(new Step(e, e.submission(), e.version()));
            case ClearanceEvent e -> Optional.of(new Step(e, e.submission(), e.version()));
            case PublicationEvent.ContributionPublished e -> Optional.of(new Step(e, e.submission(), e.version()));
            case PublicationEvent.ContributionUnpublished e -> Optional.of(new Step(e, e.submission(), e.version()));
            default -> Optional.empty(); // says nothing about one submission's way
        };
    }

    /** One statement cannot write a row twice. */
    private static Collection<Step> lastOf(Collection<Step> steps) {
        var last = new HashMap<Of, Step>();
        steps.forEach(step -> last.merge(step.of(), step, Step::orNext));
        return last.values();
    }

    private static Set<String> unseen(Connection connection, Set<String> eventIds) throws SQLException {
        try (var insert = connection.prepareStatement(SEEN)) {
            insert.setArray(1, connection.createArrayOf("text", eventIds.toArray()));
            var rows = insert.executeQuery();
            var unseen = new HashSet<String>();
            while (rows.next()) {
                unseen.add(rows.getString(1));
            }
            return unseen;
        }
    }

    private static void write(Connection connection, Collection<Step> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        try (var upsert = connection.prepareStatement(ADVANCE)) {
            upsert.setArray(
                    1,
                    column(connection, "text", steps, step -> step.submission().value()));
            upsert.setArray(
                    2,
                    column(connection, "text", steps, step -> step.of().topic().topicName()));
            upsert.setArray(3, column(connection, "int4", steps, Step::version));
            upsert.setArray(
                    4,
                    column(
                            connection,
                            "text",
                            steps,
                            step -> EventType.of(step.event()).wireName()));
            upsert.setArray(5, column(connection, "text", steps, Step::data));
            upsert.executeUpdate();
        }
    }

    private static Array column(
            Connection connection, String type, Collection<Step> steps, Function<Step, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, steps.stream().map(value).toArray());
    }

    @Override
    public void forget(SubmissionId submission) {
        inOne(connection -> {
            execute(connection, FORGET, submission);
            // Who wrote before is waited for and removed; who writes afterwards sees that it is forgotten.
            try (var statement = connection.createStatement()) {
                statement.execute(AWAIT_WRITERS);
            }
            execute(connection, REMOVE, submission);
            return true;
        });
    }

    private static void execute(Connection connection, String sql, SubmissionId submission) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, submission.value());
            statement.executeUpdate();
        }
    }

    @Override
    public LastEvents last(SubmissionId submission) {
        var last = use(connection -> lastEvents(connection, submission));
        return new LastEvents(
                family(last, Topic.PROCESSING, ProcessingEvent.class),
                family(last, Topic.CLEARANCES, ClearanceEvent.class),
                family(last, Topic.PUBLICATIONS, PublicationEvent.class));
    }

    private static <E extends Event> Optional<E> family(Map<Topic, Event> last, Topic topic, Class<E> type) {
        return Optional.ofNullable(last.get(topic)).map(type::cast);
    }

    private static Map<Topic, Event> lastEvents(Connection connection, SubmissionId submission) throws SQLException {
        try (var query = connection.prepareStatement(FIND)) {
            query.setString(1, submission.value());
            var rows = query.executeQuery();
            var last = new EnumMap<Topic, Event>(Topic.class);
            while (rows.next()) {
                var event = read(rows.getString("event_type"), rows.getString("data"));
                last.put(Topic.of(event), event);
            }
            return last;
        }
    }

    private static Event read(String type, String data) {
        try {
            return Json.mapper()
                    .readValue(data, EventType.named(type).orElseThrow().eventClass());
        } catch (IOException e) {
            throw new IllegalStateException("a row of last_event cannot be read back", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T use(Work<T> work) {
        try {
            migration.run();
        } catch (RuntimeException e) {
            throw new ProjectionUnavailable("the database's schema cannot be brought up to date", e);
        }
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** All of it or nothing, whatever breaks: a pool may commit what a connection that comes back has left open. */
    private <T> void inOne(Work<T> work) {
        use(connection -> {
            connection.setAutoCommit(false);
            boolean isDone = false;
            try {
                work.with(connection);
                connection.commit();
                isDone = true;
            } finally {
                if (!isDone) {
                    connection.rollback();
                }
            }
            return true;
        });
    }

    private static RuntimeException failure(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(DATA_EXCEPTION)
                ? new IllegalArgumentException("the database cannot hold what it says", e)
                : new ProjectionUnavailable("the database does not answer", e);
    }

    /** Runs until it has worked once. */
    private static final class Once implements Runnable {
        private final Runnable action;
        private boolean done;

        Once(Runnable action) {
            this.action = action;
        }

        @Override
        public synchronized void run() {
            if (!done) {
                action.run();
                done = true;
            }
        }
    }
}

package org.rostrum.intake.adapter.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.rostrum.contracts.ClearanceEvent;
import org.rostrum.contracts.Event;
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
    private static final String SEEN = """
            INSERT INTO inbox (event_id) VALUES (?)
            ON CONFLICT DO NOTHING
            """;
    private static final String ADVANCE = """
            INSERT INTO last_event (submission, topic, version, event_type, data)
            SELECT said.submission, ?, ?, ?, ?::jsonb FROM (SELECT ?::text AS submission) said
             WHERE NOT EXISTS (SELECT FROM forgotten WHERE forgotten.submission = said.submission)
            ON CONFLICT (submission, topic) DO UPDATE
               SET version = excluded.version, event_type = excluded.event_type, data = excluded.data
             WHERE excluded.version >= last_event.version
            """;
    private static final String FORGET = """
            INSERT INTO forgotten (submission) VALUES (?)
            ON CONFLICT DO NOTHING
            """;
    private static final String REMOVE = """
            DELETE FROM last_event WHERE submission = ?
            """;
    private static final String FIND = """
            SELECT topic, event_type, data FROM last_event WHERE submission = ?
            """;

    private final DataSource database;
    private final Runnable migration;

    /** The migration brings the schema up to date: called before the first use, and again until it has worked once. */
    public PostgresSubmissions(DataSource database, Runnable migration) {
        this.database = database;
        this.migration = new Once(migration);
    }

    @Override
    public void advance(String eventId, Event event) {
        switch (event) {
            case ProcessingEvent e -> advance(eventId, e, e.submission(), e.version());
            case ClearanceEvent e -> advance(eventId, e, e.submission(), e.version());
            case PublicationEvent.ContributionPublished e -> advance(eventId, e, e.submission(), e.version());
            case PublicationEvent.ContributionUnpublished e -> advance(eventId, e, e.submission(), e.version());
            default -> {} // says nothing about one submission's way
        }
    }

    private void advance(String eventId, Event event, SubmissionId submission, int version) {
        use(connection -> {
            connection.setAutoCommit(false);
            if (isNew(connection, eventId)) {
                write(connection, event, submission, version);
            }
            connection.commit();
            return true;
        });
    }

    private static boolean isNew(Connection connection, String eventId) throws SQLException {
        try (var insert = connection.prepareStatement(SEEN)) {
            insert.setString(1, eventId);
            return insert.executeUpdate() == 1;
        }
    }

    private static void write(Connection connection, Event event, SubmissionId submission, int version)
            throws SQLException {
        try (var upsert = connection.prepareStatement(ADVANCE)) {
            upsert.setString(1, Topic.of(event).topicName());
            upsert.setInt(2, version);
            upsert.setString(3, EventType.of(event).wireName());
            upsert.setString(4, new String(Json.write(event), StandardCharsets.UTF_8));
            upsert.setString(5, submission.value());
            upsert.executeUpdate();
        }
    }

    @Override
    public void forget(SubmissionId submission) {
        use(connection -> {
            connection.setAutoCommit(
                    true); // whoever writes afterwards sees that it is forgotten, whoever wrote before is removed
            execute(connection, FORGET, submission);
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
            throw new ProjectionUnavailable("the database does not answer", e);
        }
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

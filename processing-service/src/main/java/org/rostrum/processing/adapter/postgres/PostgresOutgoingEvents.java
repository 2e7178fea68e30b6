package org.rostrum.processing.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.rostrum.contracts.EventCodec.Encoded;
import org.rostrum.processing.usecase.OutgoingEvents;

/** The outbox table, emptied by one relay at a time: an advisory lock keeps other instances away. */
public final class PostgresOutgoingEvents implements OutgoingEvents {
    /** Any number that nothing else in this database locks. */
    private static final long RELAY = 0x726f7374_72756d01L;

    private final DataSource database;

    public PostgresOutgoingEvents(DataSource database) {
        this.database = database;
    }

    private record Row(long position, Encoded event) {}

    @Override
    public int passOn(int limit, Consumer<List<Encoded>> delivery) {
        try (var connection = database.getConnection()) {
            return alone(connection, limit, delivery);
        } catch (SqlFailure e) {
            throw e.judged();
        } catch (SQLException e) {
            throw SqlFailure.judge(e);
        }
    }

    private static int alone(Connection connection, int limit, Consumer<List<Encoded>> delivery) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            int passed = passOn(new Sql(connection), limit, delivery);
            connection.commit();
            done = true;
            return passed;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static int passOn(Sql sql, int limit, Consumer<List<Encoded>> delivery) {
        boolean alone = sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), RELAY)
                .orElse(false);
        if (!alone) {
            return 0;
        }
        var wave = oldestOfEachKey(
                sql.query("select * from outbox order by position limit ?", PostgresOutgoingEvents::row, limit));
        if (wave.isEmpty()) {
            return 0;
        }
        delivery.accept(wave.stream().map(Row::event).toList());
        sql.batch(
                "delete from outbox where position = ?",
                wave.stream().map(row -> Sql.row(row.position())).toList());
        return wave.size();
    }

    private static List<Row> oldestOfEachKey(List<Row> rows) {
        var byKey = new LinkedHashMap<String, Row>();
        rows.forEach(row -> byKey.putIfAbsent(row.event().key(), row));
        return List.copyOf(byKey.values());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("position"),
                new Encoded(
                        row.getString("topic"),
                        row.getString("key"),
                        Sql.strings(row, "headers"),
                        row.getString("json")));
    }
}

package org.rostrum.processing.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;

/** One connection, spoken to in whole sentences. */
final class Sql {
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final Connection connection;
    private final Map<String, List<@Nullable Object[]>> later = new LinkedHashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** A value that PostgreSQL keeps as jsonb. */
    record JsonValue(Object value) {}

    /** A value that PostgreSQL keeps as text[]. */
    record TextArray(List<String> values) {

        Object[] storable() {
            return values.stream().map(Sql::storable).toArray();
        }
    }

    /** The parameters of one row of a batch. */
    static @Nullable Object[] row(@Nullable Object... parameters) {
        return parameters;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
        flush();
        try (var statement = prepare(sql, parameters);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Reads row by row, so many of them in memory at a time: for rows that are large. */
    void each(String sql, int atATime, Reading reading, @Nullable Object... parameters) {
        flush();
        try (var statement = prepare(sql, parameters)) {
            statement.setFetchSize(atATime);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    reading.read(result);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return query(sql, row, parameters).stream().findFirst();
    }

    /** How many rows it changed. */
    int update(String sql, @Nullable Object... parameters) {
        flush();
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    void batch(String sql, List<@Nullable Object[]> rows) {
        flush();
        execute(sql, rows);
    }

    /**
     * Changes a row before anything else is asked or changed, and before the commit, together with others of the same kind:
     * a hundred rows in one go cost little more than one. Rows of different kinds keep the order of their first.
     */
    void later(String sql, @Nullable Object... parameters) {
        later.computeIfAbsent(sql, _ -> new ArrayList<>()).add(parameters);
    }

    void flush() {
        if (!later.isEmpty()) {
            var all = new LinkedHashMap<>(later);
            later.clear();
            all.forEach(this::execute);
        }
    }

    private void execute(String sql, List<@Nullable Object[]> rows) {
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(statement, parameters);
        return statement;
    }

    private void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object parameter) throws SQLException {
        switch (parameter) {
            case null -> statement.setNull(index, Types.VARCHAR);
            case Integer number -> statement.setInt(index, number);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case JsonValue json -> statement.setObject(index, jsonb(json), Types.OTHER);
            case TextArray array -> statement.setArray(index, connection.createArrayOf("text", array.storable()));
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Number number -> statement.setObject(index, number);
            case Boolean yes -> statement.setBoolean(index, yes);
            default -> statement.setString(index, storable(parameter.toString()));
        }
    }

    /** PostgreSQL's text cannot hold U+0000; no normalised text has it, but a file name may. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "\uFFFD");
    }

    private static String jsonb(JsonValue json) {
        return storableJson(new String(Json.write(json.value()), StandardCharsets.UTF_8));
    }

    private static String storableJson(String json) {
        return json.contains("\\u0000") ? json.replace("\\u0000", "\\uFFFD") : json;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
        try {
            return Json.mapper().readValue(row.getString(column), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The column " + column + " holds what this version does not understand.", e);
        }
    }

    /** A JSON object of strings, in its order. */
    static Map<String, String> strings(ResultSet row, String column) throws SQLException {
        try {
            return Json.mapper().readValue(row.getString(column), STRINGS);
        } catch (IOException e) {
            throw new UncheckedIOException("The column " + column + " holds what this version does not understand.", e);
        }
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}

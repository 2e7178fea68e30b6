package org.rostrum.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Where words are left inside the system: in every bucket, and in every row of every table of the services. */
final class Traces {
    private static final List<String> DATABASES = List.of("processing", "intake");

    private final RunningSystem system;

    Traces(RunningSystem system) {
        this.system = system;
    }

    /** Files of all buckets that hold that word or have it in their name, whatever its case. */
    List<Path> inBuckets(String word) throws IOException {
        var wanted = new String(word.getBytes(UTF_8), ISO_8859_1).toLowerCase(Locale.ROOT);
        var found = new ArrayList<Path>();
        try (var files = Files.walk(system.state().resolve("s3"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = file + new String(Files.readAllBytes(file), ISO_8859_1);
                if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** Tables with a row that holds that word, whatever its case; also in columns of bytes. */
    List<String> inTables(String word) throws SQLException {
        var found = new ArrayList<String>();
        for (var database : DATABASES) {
            try (var connection = connect(database)) {
                var tables = tables(connection);
                assertThat(tables).as(database).hasSizeGreaterThan(1);
                for (var table : tables) {
                    if (holds(connection, table, word)) {
                        found.add(database + "." + table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Bytes are printed as hexadecimal digits within a row. */
    private static boolean holds(Connection connection, String table, String word) throws SQLException {
        var sql = """
                select exists (select from "%s" line where strpos(lower(line::text), lower(?)) > 0
                    or strpos(line::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0)
                """.formatted(table);
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, word);
            query.setString(2, word);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.put("user", "postgres");
        login.put("password", system.secret("postgres.password"));
        login.put("sslmode", "disable");
        return DriverManager.getConnection(system.postgres().replaceFirst("/[^/]+$", "/" + database), login);
    }
}

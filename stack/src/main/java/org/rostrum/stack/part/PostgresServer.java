package org.rostrum.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.process.Programs;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.Secrets;
import org.rostrum.stack.state.WholeFile;

/** PostgreSQL with one role and one database for each of its users. */
final class PostgresServer implements Server {
    /** Role and database have the same name; nobody else may connect to it. */
    private static final List<String> DATABASES = List.of("intake", "processing", "keycloak");

    private final Setting setting;
    private final PostgresBinaries binaries;

    PostgresServer(Setting setting) {
        this.setting = setting;
        this.binaries = new PostgresBinaries(setting.installation().postgres());
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public void prepare() {
        binaries.unpacked();
        if (!Files.exists(cluster())) {
            initialise();
        }
        dropForeignLock();
    }

    @Override
    public Launch launch() {
        List<String> command = binaries.command(
                "postgres",
                List.of(
                        "-D", cluster().toString(),
                        "-p", Integer.toString(setting.ports().of(Part.POSTGRES)),
                        "-c", "listen_addresses=127.0.0.1",
                        "-c", "unix_socket_directories=",
                        // What is committed must survive a power cut; test libraries switch this off.
                        "-c", "fsync=on",
                        "-c", "synchronous_commit=on",
                        "-c", "full_page_writes=on",
                        "-c", "shared_buffers=64MB",
                        "-c", "max_connections=120",
                        "-c", "timezone=UTC",
                        "-c", "log_timezone=UTC"));
        return new Launch(command, Map.of("LC_ALL", "C"), setting.state().log(Part.POSTGRES));
    }

    @Override
    public boolean answers() {
        if (!Answers.listens(setting.ports().of(Part.POSTGRES))) {
            return false;
        }
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void furnish() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : DATABASES) {
                furnish(connection, statement, name);
            }
        } catch (SQLException e) {
            throw new StackFailure("PostgreSQL refused the services' databases: " + e.getMessage() + ".", e);
        }
    }

    private void furnish(Connection connection, Statement statement, String name) throws SQLException {
        String password = setting.secrets().database(name);
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.put("user", "postgres");
        login.put("password", setting.secrets().get(Secrets.POSTGRES));
        login.put("connectTimeout", "2");
        login.put("sslmode", "disable");
        return DriverManager.getConnection(
                Endpoints.url(Part.POSTGRES, setting.ports().of(Part.POSTGRES)), login);
    }

    private Path cluster() {
        return setting.state().data(Part.POSTGRES).resolve("data");
    }

    /** Made beside its place and moved there when whole, so that a start that was cut off leaves nothing half done. */
    private void initialise() {
        Path fresh = setting.state().data(Part.POSTGRES).resolve("data.new");
        Path password = setting.state().data(Part.POSTGRES).resolve("password.new");
        try {
            remove(fresh);
            WholeFile.writeSecret(password, setting.secrets().get(Secrets.POSTGRES) + "\n");
            binaries.own(setting.state().data(Part.POSTGRES));
            Programs.Outcome outcome = Programs.run(
                    binaries.command(
                            "initdb",
                            List.of(
                                    "-D",
                                    fresh.toString(),
                                    "-U",
                                    "postgres",
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + password,
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C")),
                    Map.of("LC_ALL", "C"));
            if (!outcome.succeeded()) {
                throw new StackFailure("PostgreSQL could not create its data folder: "
                        + outcome.output().strip());
            }
            Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After kill -9 or a reboot the number in the lock file may belong to another program; PostgreSQL would refuse. */
    private void dropForeignLock() {
        Path lock = cluster().resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            boolean postgres = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent();
            if (!postgres) {
                Files.delete(lock);
            }
        } catch (NoSuchFileException _) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

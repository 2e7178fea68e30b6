package org.rostrum.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.client.KeycloakAdmin;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.process.Programs;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.Secrets;
import org.rostrum.stack.state.WholeFile;

/** Keycloak in its production mode, on PostgreSQL, with our realm; the distribution is shared, the home is the state's. */
final class KeycloakServer implements Server {
    /** Options that Keycloak bakes in when it is built; a change of them builds it again. */
    private static final List<String> BUILD = List.of("build", "--db=postgres");

    private final Setting setting;

    KeycloakServer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public void prepare() {
        buildOnce();
        try {
            Files.createDirectories(home().resolve("conf"));
            Files.createDirectories(home().resolve("providers"));
            Files.createDirectories(home().resolve("data/import"));
            linkLibrary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.writeSecret(home().resolve("data/import/rostrum-realm.json"), realm().forDemo());
        // After a restart of PostgreSQL the pool must notice that its connections are dead before a user does.
        WholeFile.write(home().resolve("conf/quarkus.properties"), "quarkus.datasource.jdbc.validate-on-borrow=true\n");
    }

    @Override
    public Launch launch() {
        Path library = setting.installation().keycloak().resolve("lib");
        List<String> command = new ArrayList<>(
                setting.jvm().start(Part.KEYCLOAK, library.resolve("quarkus/quarkus-application.dat"), jvmOptions()));
        command.addAll(List.of(
                "-cp",
                library.resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm"));
        return new Launch(command, environment(), setting.state().log(Part.KEYCLOAK));
    }

    @Override
    public boolean answers() {
        return Answers.status(url() + "/realms/rostrum/.well-known/openid-configuration") == 200;
    }

    /** The realm is imported once; when a service with a login has moved to another port since, its login must follow. */
    @Override
    public void furnish() {
        follow("dashboard", "rostrum-staff", Part.PROCESSING);
        follow("intake", "rostrum-intake", Part.INTAKE);
    }

    private void follow(String noteName, String client, Part service) {
        Path note = home().resolve(noteName);
        String address = Endpoints.url(service, setting.ports().of(service));
        try {
            if (Files.exists(note) && !Files.readString(note).equals(address)) {
                new KeycloakAdmin(url(), setting.secrets().get(Secrets.KEYCLOAK_ADMIN)).redirect(client, address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.write(note, address);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    private List<String> jvmOptions() {
        return List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-Dkc.home.dir=" + home(),
                "-Djboss.server.config.dir=" + home().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    private Map<String, String> environment() {
        Secrets secrets = setting.secrets();
        return Map.ofEntries(
                Map.entry(
                        "KC_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + setting.ports().of(Part.POSTGRES) + "/keycloak"),
                Map.entry("KC_DB_USERNAME", "keycloak"),
                Map.entry("KC_DB_PASSWORD", secrets.database("keycloak")),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "1"),
                Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
                // One node: no cluster to look for, and no port open to the network.
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(setting.ports().of(Part.KEYCLOAK))),
                Map.entry("KC_HOSTNAME", url()),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secrets.KEYCLOAK_ADMIN)),
                Map.entry("ROSTRUM_OIDC_CLIENT_SECRET", secrets.get(Secrets.OIDC_CLIENT)),
                Map.entry("ROSTRUM_INTAKE_OIDC_CLIENT_SECRET", secrets.get(Secrets.INTAKE_OIDC_CLIENT)),
                Map.entry(
                        "ROSTRUM_INTAKE_URL",
                        Endpoints.url(Part.INTAKE, setting.ports().of(Part.INTAKE))),
                Map.entry(
                        "ROSTRUM_PROCESSING_URL",
                        Endpoints.url(Part.PROCESSING, setting.ports().of(Part.PROCESSING))));
    }

    /** Keycloak looks in its home for what its build has baked in. */
    private void linkLibrary() throws IOException {
        Path link = home().resolve("lib");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, setting.installation().keycloak().resolve("lib"));
    }

    private Realm realm() {
        return new Realm(setting.installation().deploy("realm"));
    }

    private Path home() {
        return setting.state().data(Part.KEYCLOAK);
    }

    private String url() {
        return Endpoints.url(Part.KEYCLOAK, setting.ports().of(Part.KEYCLOAK));
    }

    /** Under a lock, because two states may be started for the first time side by side. */
    private void buildOnce() {
        Path distribution = setting.installation().keycloak();
        Path note = distribution.resolve("built");
        try (FileChannel channel = FileChannel.open(
                        distribution.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String built = Files.exists(note) ? Files.readString(note) : "";
            if (lock.isValid() && !built.equals(String.join(" ", BUILD))) {
                build(distribution);
                Files.writeString(note, String.join(" ", BUILD));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path distribution) {
        List<String> command = new ArrayList<>();
        command.add("/bin/sh");
        command.add(distribution.resolve("bin/kc.sh").toString());
        command.addAll(BUILD);
        Programs.Outcome outcome = Programs.run(command, Map.of("JAVA_HOME", System.getProperty("java.home")));
        if (!outcome.succeeded()) {
            throw new StackFailure(
                    "Keycloak could not be built: " + outcome.output().strip());
        }
    }
}

package org.rostrum.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.rostrum.stack.client.Consultations;
import org.rostrum.stack.client.Tokens;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.Endpoints.DemoUser;
import org.rostrum.stack.state.PropertiesFile;
import org.rostrum.stack.state.StateFolder;
import org.rostrum.stack.state.WholeFile;

/** The verbs that ask running services for something. */
final class Asking {
    private final StateFolder state;
    private final Progress progress;

    Asking(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void token(String user) {
        Endpoints endpoints = Endpoints.read(state);
        DemoUser found = endpoints.users().stream()
                .filter(candidate -> candidate.name().equals(user))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no demo user " + user + "; there are "
                        + String.join(
                                ", ",
                                endpoints.users().stream().map(DemoUser::name).toList())
                        + "."));
        progress.say(Tokens.of(found, endpoints.url(Part.KEYCLOAK)));
    }

    void apply(Path file) {
        progress.say(" ✓ consultation " + consultations().apply(file) + " applied");
    }

    /**
     * Applies the definitions that are new or have changed since they were last applied here; one that has not changed
     * stays as its manager left it.
     */
    void applyChanged(Path folder) {
        Map<String, String> applied = new TreeMap<>(PropertiesFile.read(state.applied()));
        List<Path> changed = definitions(folder).stream()
                .filter(file -> !fingerprint(file).equals(applied.get(name(file))))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        Consultations consultations = consultations();
        for (Path file : changed) {
            progress.say(" ✓ consultation " + consultations.apply(file) + " applied");
            applied.put(name(file), fingerprint(file));
            WholeFile.write(state.applied(), PropertiesFile.text(applied));
        }
    }

    private Consultations consultations() {
        Endpoints endpoints = Endpoints.read(state);
        DemoUser manager = endpoints.users().stream()
                .filter(user -> user.roles().contains("manager"))
                .findFirst()
                .orElseThrow(() -> new StackFailure("No demo user has the role manager: see deploy/realm/demo."));
        return new Consultations(endpoints.url(Part.INTAKE), Tokens.of(manager, endpoints.url(Part.KEYCLOAK)));
    }

    private static List<Path> definitions(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String fingerprint(Path file) {
        try {
            return UUID.nameUUIDFromBytes(Files.readAllBytes(file)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

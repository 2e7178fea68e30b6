package org.rostrum.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;

/** Where the built software lies: the project's root and what the build left in the modules' target folders. */
public record Installation(Path root) {

    public static Installation found() {
        String root = System.getProperty("rostrum.root");
        if (root == null) {
            throw new StackFailure("The project's folder is unknown: start with the script ./rostrum.");
        }
        return new Installation(Path.of(root).toAbsolutePath().normalize());
    }

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    public Path stackTarget() {
        return root.resolve("stack/target");
    }

    public Path stackJar() {
        return required(stackTarget().resolve("stack.jar"));
    }

    /** The unpacked distribution, whose folder carries its version. */
    public Path keycloak() {
        Path folder = required(stackTarget().resolve("keycloak"));
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(version -> version.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new StackFailure(folder + " is empty: build with ./rostrum up."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path postgres() {
        return stackTarget().resolve("postgres");
    }

    public Path caches() {
        return stackTarget().resolve("aot");
    }

    public Path deploy(String file) {
        return root.resolve("deploy").resolve(file);
    }

    public Path serviceJar(Part service) {
        return required(root.resolve(service.label() + "-service/target/quarkus-app/quarkus-run.jar"));
    }

    public boolean isBuilt(Part part) {
        return !part.isService()
                || Files.exists(root.resolve(part.label() + "-service/target/quarkus-app/quarkus-run.jar"));
    }

    /** The class path of the disposable process that parses strangers' files. */
    public String extractionClassPath() {
        return root.resolve("extraction-worker/target/dist") + "/*";
    }

    private static Path required(Path path) {
        if (!Files.exists(path)) {
            throw new StackFailure(path + " is not there: build with ./rostrum up or mvn package.");
        }
        return path;
    }
}

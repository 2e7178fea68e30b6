package org.rostrum.publishing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** Gives the whole service, HTTP included, a real log and a real object store. */
public final class RealPartsResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedStack stack;
    private @Nullable RealParts parts;

    @Override
    public Map<String, String> start() {
        stack = EmbeddedStack.start(folder(), Part.KAFKA, Part.S3);
        var environment = stack.environment(Part.PUBLISHING);
        parts = new RealParts(environment, stack.environment(Part.PROCESSING));
        return Map.of(
                "kafka.bootstrap.servers", stack.kafka(),
                "rostrum.publishing.url", RealParts.PUBLIC_URL,
                "rostrum.publishing.s3.endpoint", stack.s3(),
                "rostrum.publishing.s3.access-key", required(environment, "ROSTRUM_S3_ACCESS_KEY"),
                "rostrum.publishing.s3.secret-key", required(environment, "ROSTRUM_S3_SECRET_KEY"));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("publishing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(parts, new TestInjector.MatchesType(RealParts.class));
    }

    @Override
    public void stop() {
        if (parts != null) {
            parts.close();
        }
        if (stack != null) {
            stack.close();
        }
    }
}

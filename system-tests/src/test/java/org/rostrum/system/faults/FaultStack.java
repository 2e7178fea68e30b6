package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;
import org.rostrum.stack.TestIssuer;

/** Intake and what it needs, in processes of their own under {@code target/faults}, shared by all tests of one JVM. */
final class FaultStack {
    static final Set<Part> PARTS = Set.of(Part.KAFKA, Part.S3, Part.POSTGRES, Part.INTAKE);
    static final String OTHER_CONSULTATION = "more-faults";
    private static final Path STATE = Path.of("target", "faults");
    private static final Duration RECONCILED_WITHIN = Duration.ofSeconds(90);

    private static final class Shared {
        private static final FaultStack INSTANCE = new FaultStack();
    }

    final EmbeddedStack stack;
    final Map<String, String> environment;
    private final TestIssuer issuer;
    private final StoreAndLog truth;
    private Map<String, byte[]> left = Map.of();

    private FaultStack() {
        forgetOverrides();
        this.stack = EmbeddedStack.start(STATE, PARTS);
        this.environment = stack.environment(Part.INTAKE);
        this.issuer = TestIssuer.inPlaceOfKeycloak(stack);
        recordCaches();
        this.truth = new StoreAndLog(store(), stack.kafka());
        define();
    }

    /** A part that ended in good order leaves a cache, with which dozens of later starts take half the time. */
    private void recordCaches() {
        for (var part : List.of(Part.INTAKE, Part.KAFKA, Part.S3)) {
            if (!hasCache(part)) {
                stack.restart(part);
            }
        }
    }

    /** Of a run that was broken off. */
    private static void forgetOverrides() {
        for (var part : PARTS) {
            var _ = STATE.resolve("overrides")
                    .resolve(part.label() + ".properties")
                    .toFile()
                    .delete();
        }
    }

    private static boolean hasCache(Part part) {
        var names = Path.of("..", "stack", "target", "aot").toFile().list();
        return names != null && Stream.of(names).anyMatch(name -> name.startsWith(part.label() + "-"));
    }

    static FaultStack shared() {
        return Shared.INSTANCE;
    }

    String intake() {
        return "http://127.0.0.1:" + variable("QUARKUS_HTTP_PORT");
    }

    String variable(String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    S3ObjectStore store() {
        return new S3ObjectStore(new ObjectStoreConfig(
                URI.create(stack.s3()),
                variable("ROSTRUM_S3_ACCESS_KEY"),
                variable("ROSTRUM_S3_SECRET_KEY"),
                variable("ROSTRUM_S3_REGION"),
                "rostrum-intake"));
    }

    /** What a sender of batches shows. */
    String bulkToken() {
        return issuer.token("bulk-submitter");
    }

    /** What is there before a run, which is not judged: what earlier runs left is not read again. */
    synchronized Evidence evidence() {
        var evidence = truth.gather(left);
        left = evidence.objects();
        return evidence;
    }

    /**
     * Waits until the reconciler has had its time: until nothing is found, or nothing changes any more. What a run before
     * this one left is not judged.
     */
    List<Finding> findingsOnceReconciled(List<Exchange> exchanges, Evidence before) {
        var known = new HashMap<>(before.objects());
        var last = new AtomicReference<@Nullable List<Finding>>();
        try {
            Awaitility.await("the checker has nothing to report")
                    .atMost(RECONCILED_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        var now = truth.gather(known);
                        known.putAll(now.objects());
                        var findings = Checker.check(exchanges, now.without(before));
                        last.set(findings);
                        return findings.isEmpty();
                    });
        } catch (ConditionTimeoutException _) {
            // what was found last is told below
        }
        return Objects.requireNonNull(last.get(), "the checker never had its evidence");
    }

    /** kill -9, at this instant. */
    void kill(Part part) {
        var process = stack.process(part).orElseThrow();
        process.destroyForcibly();
        Awaitility.await(part + " is dead").until(() -> !process.isAlive());
    }

    private void define() {
        define(Courier.CONSULTATION);
        define(OTHER_CONSULTATION);
    }

    private void define(String consultation) {
        var now = LocalDate.now(ZoneOffset.UTC);
        var definition = """
                id: %s
                title: { en: Faults }
                organiser: The Council
                zone: Europe/Zurich
                rounds:
                  - id: %s
                    accepts: [response]
                    challengeAbove: 1000000
                    opens: %s
                    closes: %s
                    instrument:
                      - number: "2"
                        kind: question
                        text: { en: "What helps?" }
                        areas:
                          - { number: "2.e", text: IPv6 }
                  - { id: closed, accepts: [response], opens: 2024-01-01, closes: 2024-02-01, instrumentOf: open }
                """.formatted(consultation, Courier.ROUND, now.minusDays(2), now.plusDays(30));
        var request = request("/api/v1/consultations/" + consultation)
                .header("Authorization", "Bearer " + issuer.token("manager"))
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(definition));
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    /** Posts JSON, or what somebody takes for it, outside of every history. */
    HttpResponse<String> send(String path, byte[] json, String... headers) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(BodyPublishers.ofByteArray(json)));
    }

    HttpResponse<String> send(String path, String json, String... headers) {
        return send(path, json.getBytes(UTF_8), headers);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(intake() + path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.rostrum.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.rostrum.benchmarks.BenchFailure;

/** The baseline as a process of its own, started with the very options of the running intake. */
public final class Baseline implements AutoCloseable {
    private static final String TOPIC = "benchmark.baseline";
    private static final int PARTITIONS = 6; // as submissions.v1
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final InetSocketAddress address;
    private final Thread stopping = new Thread(this::stop, "stop-baseline");

    private Baseline(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(stopping);
    }

    public static Baseline start(Path root, SystemUnderTest system) {
        createTopic(system.kafka());
        var address = freeAddress();
        List<String> command = options(system.process("intake"));
        command.addAll(List.of(
                "-jar",
                root.resolve("benchmarks/target/quarkus-app/quarkus-run.jar").toString()));
        var log = root.resolve("benchmarks/target/baseline.log");
        try {
            Files.deleteIfExists(log);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(system.environment("intake"));
            builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", Integer.toString(address.getPort())));
            var baseline = new Baseline(builder.start(), address);
            baseline.awaitAnswer(log);
            return baseline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java command of the running intake without its ahead-of-time cache, which belongs to one program. */
    private static List<String> options(ProcessHandle intake) {
        var info = intake.info();
        List<String> words = new ArrayList<>();
        words.add(info.command().orElseThrow(() -> new BenchFailure("This system does not tell commands.")));
        for (String word : info.arguments().orElseThrow(() -> new BenchFailure("This system does not tell options."))) {
            if (word.equals("-jar")) {
                return words;
            }
            if (!word.startsWith("-XX:AOT")) {
                words.add(word);
            }
        }
        throw new BenchFailure("Intake was not started by -jar: adapt the baseline.");
    }

    private static void createTopic(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new BenchFailure("The baseline's topic cannot be created.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while the baseline's topic was created.", e);
        }
    }

    private static InetSocketAddress freeAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Path log) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new BenchFailure("The baseline did not start; see " + log + ".");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopping);
        stop();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package org.rostrum.processing.adapter.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One running worker and the pipe to it. */
final class WorkerProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROTOCOL = 1;
    private static final int MOST_REQUESTS = 500;
    private static final Duration START = Duration.ofSeconds(30);
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    /** For the parsers' own temporary files: PDF streams unpacked, mail bodies. */
    private static final long MOST_BYTES_IN_A_FILE = 1L << 30;
    /** Every character may take six bytes of JSON, every block a hundred more. */
    private static final int BYTES_PER_CHARACTER = 106;

    private static final Executor READERS =
            task -> Thread.ofVirtual().name("extraction-reader").start(task);

    private final Process process;
    private final Path scratch;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean used;

    private WorkerProcess(Process process, Path scratch) {
        this.process = process;
        this.scratch = scratch;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(process.getOutputStream());
    }

    /** What became of a request. */
    sealed interface Outcome {
        record Answered(WorkerAnswer answer) implements Outcome {}

        record TimedOut() implements Outcome {}

        record Died() implements Outcome {}
    }

    /** Starts a worker and waits until it can work; fails when the installation is broken. */
    static WorkerProcess start(WorkerSettings settings) {
        try {
            Path scratch = Files.createTempDirectory("rostrum-extraction-");
            ProcessBuilder builder = new ProcessBuilder(command(settings, scratch))
                    .directory(scratch.toFile())
                    .redirectError(log(scratch).toFile());
            builder.environment().clear();
            builder.environment().put("LC_ALL", "C.UTF-8");
            WorkerProcess worker = new WorkerProcess(builder.start(), scratch);
            worker.awaitReady();
            return worker;
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The extraction worker does not start; check its Java and its class path", cause);
        }
    }

    private static List<String> command(WorkerSettings settings, Path scratch) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(PRLIMIT)) {
            // A whole life's processor time: the timeout of each request is kept by both sides.
            long seconds = MOST_REQUESTS * Math.max(1, settings.timeout().toSeconds());
            command.addAll(List.of(
                    PRLIMIT.toString(),
                    "--cpu=" + seconds,
                    "--fsize=" + MOST_BYTES_IN_A_FILE,
                    "--nofile=256",
                    "--core=0",
                    "--"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                settings.classPath(),
                settings.mainClass(),
                Integer.toString(MOST_REQUESTS)));
        return command;
    }

    private void awaitReady() {
        if (!saysReady()) {
            String said = lastWords();
            end();
            throw new IllegalStateException("The extraction worker does not come up; check its class path. " + said);
        }
    }

    private boolean saysReady() {
        try {
            return JSON.readTree(within(START, 1024)).path("protocol").asInt() == PROTOCOL;
        } catch (IOException | ExecutionException | TimeoutException _) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has read a file before. */
    boolean isUsed() {
        return used;
    }

    Outcome ask(WorkerRequest request, WorkerSettings settings) {
        used = true;
        try {
            byte[] bytes = JSON.writeValueAsBytes(request);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            byte[] answer = within(settings.timeout(), mostBytes(settings));
            return new Outcome.Answered(JSON.readValue(answer, WorkerAnswer.class));
        } catch (TimeoutException _) {
            return new Outcome.TimedOut();
        } catch (IOException | ExecutionException _) {
            return new Outcome.Died();
        }
    }

    private static int mostBytes(WorkerSettings settings) {
        return (int) Math.min(Integer.MAX_VALUE - 8, 65_536L + (long) BYTES_PER_CHARACTER * settings.maxCharacters());
    }

    private byte[] within(Duration limit, int mostBytes) throws ExecutionException, TimeoutException {
        CompletableFuture<byte[]> frame = CompletableFuture.supplyAsync(() -> readFrame(mostBytes), READERS);
        try {
            return frame.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was read; ask again", interruption);
        }
    }

    private byte[] readFrame(int mostBytes) {
        try {
            int length = in.readInt();
            if (length < 0 || length > mostBytes) {
                throw new IOException("A frame of " + length + " bytes is none that a worker sends");
            }
            byte[] frame = in.readNBytes(length);
            if (frame.length < length) {
                throw new IOException("The worker ended in the middle of a frame");
            }
            return frame;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Ends the process at once, whatever it does, and removes what it left on disk. */
    void end() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> left = Files.walk(scratch)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // The system's own temporary files: what stays is removed by its housekeeping.
        }
    }

    private static Path log(Path scratch) {
        return scratch.resolve("worker.log");
    }

    private String lastWords() {
        try {
            byte[] said = Files.readAllBytes(log(scratch));
            int start = Math.max(0, said.length - 2_000);
            return new String(said, start, said.length - start, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "";
        }
    }
}

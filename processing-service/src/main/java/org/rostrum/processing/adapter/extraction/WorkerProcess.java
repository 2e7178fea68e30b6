package org.rostrum.processing.adapter.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running worker and the pipe to it. */
final class WorkerProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROTOCOL = 1;
    private static final Duration START = Duration.ofSeconds(30);
    /** The worker says of a longer answer that the file is too large; see Frames there. */
    private static final int MOST_ANSWER_BYTES = 24 << 20;
    /** What the worker's watchdog ends it with, and what the system's limit of processor time does (128 + SIGXCPU). */
    private static final Set<Integer> OUT_OF_TIME = Set.of(4, 5, 152);

    private static final Executor READERS =
            task -> Thread.ofVirtual().name("extraction-reader").start(task);

    private final Process process;
    private final Scratch scratch;
    private final DataInputStream in;
    private final DataOutputStream out;
    private Isolation isolation = new Isolation(true, List.of());
    private boolean used;

    private WorkerProcess(Process process, Scratch scratch) {
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

    /**
     * Starts a worker and waits until it can work; fails when the installation is broken.
     *
     * @throws NotIsolated if it could reach somebody and must not
     */
    static WorkerProcess start(WorkerSettings settings, Jail jail) {
        try {
            Scratch scratch = Scratch.create();
            ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(settings, jail, scratch))
                    .directory(scratch.work().toFile())
                    .redirectError(scratch.log().toFile());
            builder.environment().clear();
            builder.environment().put("LC_ALL", "C.UTF-8");
            WorkerProcess worker = new WorkerProcess(builder.start(), scratch);
            worker.awaitReady(settings.jail(), jail);
            return worker;
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The extraction worker does not start; check its Java and its class path", cause);
        }
    }

    private void awaitReady(JailPolicy policy, Jail jail) {
        JsonNode hello = hello();
        if (hello.path("protocol").asInt() != PROTOCOL) {
            String said = scratch.lastWords();
            end();
            throw new IllegalStateException("The extraction worker does not come up; check its class path. " + said);
        }
        List<String> protections = new ArrayList<>(jail.protections());
        hello.path("protections").forEach(name -> protections.add(name.asText()));
        isolation = new Isolation(hello.path("network").asBoolean(true), protections);
        if (policy == JailPolicy.REQUIRED && isolation.network()) {
            end();
            throw new NotIsolated();
        }
    }

    private JsonNode hello() {
        try {
            return JSON.readTree(within(START, 1024));
        } catch (IOException | ExecutionException | TimeoutException _) {
            return JSON.missingNode();
        }
    }

    Isolation isolation() {
        return isolation;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has read a file before. */
    boolean isUsed() {
        return used;
    }

    Outcome ask(Path file, WorkerRequest request, WorkerSettings settings) {
        used = true;
        WorkerRequest placed = request.at(place(file));
        try {
            byte[] bytes = JSON.writeValueAsBytes(placed);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            byte[] answer = within(settings.timeout(), MOST_ANSWER_BYTES);
            scratch.sweep();
            return new Outcome.Answered(JSON.readValue(answer, WorkerAnswer.class));
        } catch (TimeoutException _) {
            return new Outcome.TimedOut();
        } catch (IOException | ExecutionException _) {
            return isOutOfTime() ? new Outcome.TimedOut() : new Outcome.Died();
        }
    }

    /** Whether another file may be given to it. */
    boolean isWell() {
        return process.isAlive() && !scratch.isLoud();
    }

    private boolean isOutOfTime() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) && OUT_OF_TIME.contains(process.exitValue());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path place(Path file) {
        try {
            return scratch.take(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("No room to read the file in; check the space left on the disk", cause);
        }
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
        scratch.remove();
    }
}

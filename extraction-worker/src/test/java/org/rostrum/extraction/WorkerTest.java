package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void answers_request_after_request_and_ends_after_the_last() throws Exception {
        Path file = Files.writeString(folder.resolve("received"), "We agree.");
        Process worker = start("2");

        JsonNode ready = read(worker);
        ask(worker, "first", file);
        JsonNode first = read(worker);
        ask(worker, "second", file);
        JsonNode second = read(worker);

        assertThat(ready.get("protocol").asInt()).isEqualTo(1);
        assertThat(first.get("requestId").asText()).isEqualTo("first");
        assertThat(first.get("status").asText()).isEqualTo("ok");
        assertThat(first.at("/blocks/0/text").asText()).isEqualTo("We agree.");
        assertThat(first.get("last").asBoolean()).isFalse();
        assertThat(second.get("last").asBoolean()).isTrue();
        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    @Test
    void ends_when_its_input_ends() throws Exception {
        Process worker = start("100");
        read(worker);

        worker.getOutputStream().close();

        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    private static Process start(String mostRequests) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Worker.class.getName(), mostRequests)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void ask(Process worker, String requestId, Path file) throws IOException {
        byte[] request = JSON.writeValueAsString(new Request(
                        requestId, file.toString(), "a.txt", "text/plain", new Request.Limits(1_000, 1_000, 10_000)))
                .getBytes(UTF_8);
        DataOutputStream out = new DataOutputStream(worker.getOutputStream());
        out.writeInt(request.length);
        out.write(request);
        out.flush();
    }

    private static JsonNode read(Process worker) throws IOException {
        DataInputStream in = new DataInputStream(worker.getInputStream());
        return JSON.readTree(in.readNBytes(in.readInt()));
    }
}

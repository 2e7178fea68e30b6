package org.rostrum.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.platform.objectstore.PresignedPuts.PresignedPut;

/** What a real s3proxy enforces of an address that was given to a stranger. */
class PresignedPutsIT {
    private static final String BUCKET = "platform-test";
    private static final String KEY = "staged/somebody/file";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir
    static Path files;

    static S3Proxy server;
    static S3ObjectStore store;
    static PresignedPuts puts;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        FilesystemNio2BlobStore blobs = new FilesystemNio2BlobStore(files.toString());
        blobs.createContainer(BUCKET);
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", "the-key");
        settings.setProperty("s3proxy.credential", "the-secret");
        server = S3Proxy.Builder.fromProperties(settings).blobStore(blobs).build();
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        ObjectStoreConfig config = new ObjectStoreConfig(endpoint, "the-key", "the-secret", "us-east-1", BUCKET);
        store = new S3ObjectStore(config);
        puts = new PresignedPuts(config, endpoint);
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.stop();
    }

    @Test
    void takes_what_was_signed_and_only_that() throws Exception {
        PresignedPut put = puts.sign(KEY, described("hello"), Instant.now(), FIVE_MINUTES);

        assertThat(send(put, put.headers(), text("hello"))).isEqualTo(200);
        assertThat(store.get(KEY)).hasValue("hello".getBytes(StandardCharsets.UTF_8));

        assertThat(send(put, put.headers(), text("hello, world")))
                .as("another size")
                .isEqualTo(403);
        assertThat(send(put, put.headers(), text("hellx")))
                .as("same size, other bytes")
                .isEqualTo(400);
        assertThat(send(put, put.headers(), chunked("hello")))
                .as("no size at all")
                .isEqualTo(403);
        Map<String, String> otherType = new HashMap<>(put.headers());
        otherType.put("Content-Type", "text/html");
        assertThat(send(put, otherType, text("hello"))).as("another type").isEqualTo(403);
        assertThat(send(put, Map.of(), text("hello")))
                .as("nothing signed is sent")
                .isEqualTo(403);
        assertThat(store.get(KEY)).hasValue("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takes_nothing_elsewhere_and_nothing_too_late() throws Exception {
        PresignedPut put = puts.sign(KEY, Map.of(), Instant.now(), FIVE_MINUTES);
        PresignedPut elsewhere = new PresignedPut(
                URI.create(put.url().toString().replace("somebody", "anybody")), Map.of(), put.expiresAt());
        PresignedPut expired = puts.sign(KEY, Map.of(), Instant.now().minusSeconds(10), Duration.ofSeconds(2));

        assertThat(send(elsewhere, Map.of(), text("x"))).isEqualTo(403);
        assertThat(send(expired, Map.of(), text("x"))).isEqualTo(403);
        assertThat(http.send(HttpRequest.newBuilder(put.url()).build(), BodyHandlers.discarding())
                        .statusCode())
                .as("it is not for reading")
                .isEqualTo(403);
    }

    @Test
    void keeps_nothing_of_an_upload_that_broke_off() throws Exception {
        String key = "staged/broken/file";
        PresignedPut put = puts.sign(key, Map.of("Content-Length", "1000000"), Instant.now(), FIVE_MINUTES);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000000\r\n\r\n"
                    .formatted(
                            put.url().getRawPath(),
                            put.url().getRawQuery(),
                            put.url().getAuthority())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[500_000]);
            out.flush();
        }
        assertThat(send(put, Map.of(), BodyPublishers.ofByteArray(new byte[1_000_000])))
                .isEqualTo(200);

        assertThat(store.facts(key).orElseThrow().size()).isEqualTo(1_000_000);
    }

    @Test
    void signs_no_strange_key_and_no_endless_validity() {
        assertThatIllegalArgumentException().isThrownBy(() -> puts.sign("a b", Map.of(), Instant.now(), FIVE_MINUTES));
        assertThatIllegalArgumentException().isThrownBy(() -> puts.sign("../a", Map.of(), Instant.now(), FIVE_MINUTES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> puts.sign(KEY, Map.of(), Instant.now(), Duration.ofDays(8)));
    }

    private static Map<String, String> described(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] digest = HexFormat.of().parseHex(Sha256.of(bytes).hex());
        return Map.of(
                "Content-Length",
                String.valueOf(bytes.length),
                "Content-Type",
                "text/plain",
                "x-amz-checksum-sha256",
                Base64.getEncoder().encodeToString(digest));
    }

    private static BodyPublisher text(String content) {
        return BodyPublishers.ofString(content);
    }

    private static BodyPublisher chunked(String content) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The client sets Content-Length by itself, from the body. */
    private int send(PresignedPut put, Map<String, String> headers, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(put.url()).PUT(body);
        headers.forEach((name, value) -> {
            if (!name.equals("Content-Length")) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}

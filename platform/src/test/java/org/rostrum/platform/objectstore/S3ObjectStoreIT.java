package org.rostrum.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The S3 variant against a real s3proxy on a file system. */
class S3ObjectStoreIT extends ObjectStoreContract {
    private static final String BUCKET = "platform-test";

    @TempDir
    static Path files;

    static S3Proxy server;
    static URI endpoint;
    static S3ObjectStore store;

    @BeforeAll
    static void start() throws Exception {
        FilesystemNio2BlobStore blobs = new FilesystemNio2BlobStore(files.toString());
        blobs.createContainer(BUCKET);
        endpoint = URI.create("http://127.0.0.1:" + freePort());
        server = S3Proxy.Builder.fromProperties(settings()).blobStore(blobs).build();
        server.start();
        store = new S3ObjectStore(config(BUCKET, "the-secret"));
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.stop();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    void tamperWith(String key) throws IOException {
        Path file = files.resolve(BUCKET).resolve(key);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void is_unavailable_when_nothing_listens() throws IOException {
        ObjectStoreConfig nowhere = new ObjectStoreConfig(
                URI.create("http://127.0.0.1:" + freePort()), "the-key", "the-secret", "us-east-1", BUCKET);

        try (S3ObjectStore away = new S3ObjectStore(nowhere)) {
            assertThatThrownBy(() -> away.createIfAbsent("a", bytes("x"), "text/plain"))
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageContaining("check that it runs");
            assertThatThrownBy(() -> away.get("a")).isInstanceOf(ObjectStoreUnavailable.class);
            assertThatThrownBy(() -> away.list("a").toList()).isInstanceOf(ObjectStoreUnavailable.class);
            assertThatThrownBy(away::ping).isInstanceOf(ObjectStoreUnavailable.class);
        }
    }

    @Test
    void is_unavailable_with_a_wrong_secret() {
        try (S3ObjectStore stranger = new S3ObjectStore(config(BUCKET, "another-secret"))) {
            assertThatThrownBy(() -> stranger.get("any"))
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageNotContaining("another-secret");
        }
    }

    @Test
    void is_unavailable_without_its_bucket() {
        try (S3ObjectStore other = new S3ObjectStore(config("no-such-bucket", "the-secret"))) {
            assertThatThrownBy(other::ping)
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageContaining("no-such-bucket");
            assertThatThrownBy(() -> other.get("any")).isInstanceOf(ObjectStoreUnavailable.class);
        }
    }

    @Test
    void gives_up_on_a_server_that_never_answers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                S3ObjectStore waiting = new S3ObjectStore(
                        new ObjectStoreConfig(
                                URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                                "the-key",
                                "the-secret",
                                "us-east-1",
                                BUCKET),
                        Duration.ofMillis(300))) {
            assertThatThrownBy(() -> waiting.get("any")).isInstanceOf(ObjectStoreUnavailable.class);
        }
    }

    @Test
    void puts_small_objects_without_waiting_for_delayed_acknowledgements() {
        byte[] tenKilobytes = new byte[10 * 1024];
        store.put("fast/warm", tenKilobytes, "application/octet-stream");

        long before = System.nanoTime();
        for (int count = 0; count < 50; count++) {
            store.put("fast/" + count, tenKilobytes, "application/octet-stream");
        }
        Duration each = Duration.ofNanos((System.nanoTime() - before) / 50);

        assertThat(each)
                .as("40 ms a put would mean that TCP_NODELAY is not set")
                .isLessThan(Duration.ofMillis(35));
    }

    private static ObjectStoreConfig config(String bucket, String secret) {
        return new ObjectStoreConfig(endpoint, "the-key", secret, "us-east-1", bucket);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", endpoint.toString());
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", "the-key");
        settings.setProperty("s3proxy.credential", "the-secret");
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

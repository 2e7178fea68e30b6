package org.rostrum.stack.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.state.S3Identity;

/** What the store answers to browsers, who ask before they send something to another origin. */
class UploadsFromTest {
    private static final String FORM = "http://localhost:8401";
    /** As an address that intake signed; a browser asks with the whole of it. */
    private static final String SIGNED =
            "/rostrum-intake/staged/somebody/file/incoming?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                    + "&X-Amz-Credential=intake%2F20261122%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261122T120000Z"
                    + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost&X-Amz-Signature=00";

    @TempDir
    static Path folder;

    private static S3Proxy server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Buckets buckets = Buckets.read(Path.of("../deploy/buckets.yaml"));
        Map<String, String> keys =
                new TreeMap<>(new S3Identity(S3Identity.ADMINISTRATOR, "admin", "admin-secret").variables());
        buckets.services()
                .forEach(service -> keys.putAll(new S3Identity(service, service, service + "-secret").variables()));
        server = S3Node.server(folder, URI.create("http://127.0.0.1:0"), buckets, FORM, keys);
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    private HttpResponse<String> ask(String origin, String method) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + SIGNED))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "content-type")
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void a_page_of_the_form_may_send_to_a_signed_address() throws Exception {
        HttpResponse<String> answer = ask(FORM, "PUT");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(FORM);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue("PUT");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers ->
                        assertThat(headers.toLowerCase(java.util.Locale.ROOT)).contains("content-type"));
    }

    @Test
    void pages_elsewhere_may_not_and_nobody_may_read() throws Exception {
        assertThat(ask("http://localhost:8402", "PUT").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(ask("http://localhost:84011", "PUT").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(ask(FORM, "GET").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}

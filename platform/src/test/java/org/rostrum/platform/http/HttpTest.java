package org.rostrum.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.platform.problem.Problem;

@QuarkusTest
class HttpTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it before each test
    URI base;

    @Test
    void names_the_wrong_field_by_its_pointer() throws Exception {
        Answer response = post("/api/samples", "{\"name\":\"x\",\"count\":\"many\"}");

        JsonNode problem = problem(response, 400, "wrong-fields");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/count");
        assertThat(response.body()).doesNotContain("org.rostrum", "Jackson");
    }

    @Test
    void names_a_field_that_does_not_exist() throws Exception {
        Answer response = post("/api/samples", "{\"name\":\"x\",\"count\":1,\"status\":\"cleared\"}");

        assertThat(problem(response, 400, "wrong-fields").at("/errors/0/field").asText())
                .isEqualTo("status");
    }

    @Test
    void takes_no_name_twice_and_no_endless_nesting() throws Exception {
        problem(post("/api/samples", "{\"name\":\"x\",\"count\":1,\"count\":2}"), 400, "not-json");
        problem(post("/api/samples", "[".repeat(100_000)), 400, "not-json");
    }

    @Test
    void says_where_broken_json_breaks() throws Exception {
        Answer response = post("/api/samples", "{\"name\":\n oops}");

        assertThat(problem(response, 400, "not-json").get("detail").asText()).contains("line 2");
    }

    @Test
    void passes_on_our_own_problems_with_the_time_to_wait() throws Exception {
        Answer response = get("/api/samples/failing?how=busy", "*/*");

        problem(response, 503, "store-away");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapped", "unforeseen"})
    void shows_only_a_number_of_what_nobody_foresaw(String how) throws Exception {
        Answer response = get("/api/samples/failing?how=" + how, "*/*");

        assertThat(problem(response, 500, "our-fault").get("instance").asText()).startsWith("urn:uuid:");
        assertThat(response.body()).doesNotContain("secret words", "IllegalState");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/samples/failing?how=gone,410,refused",
        "/api/samples/failing?how=constraints,422,wrong-fields",
        "/api/samples/failing?how=refused,422,too-late",
        "/api/nothing,404,not-found",
        "/nothing,404,not-found",
        "/assets/nothing.css,404,not-found",
        "/api/samples,405,method-not-allowed",
    })
    void answers_every_failure_as_a_problem(String path, int status, String name) throws Exception {
        Answer response = raw("GET " + path, "", new byte[0]);

        problem(response, status, name);
    }

    @Test
    void refuses_other_media_types() throws Exception {
        HttpRequest request = request("/api/samples")
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                .build();

        problem(Answer.of(CLIENT.send(request, BodyHandlers.ofString())), 415, "unsupported-media-type");
    }

    @Test
    void refuses_a_body_that_announces_too_much_before_reading_it() throws Exception {
        Answer response = raw("POST /api/samples", "Content-Length: 10000000000\r\n", new byte[0]);

        assertThat(problem(response, 413, "too-large").get("detail").asText()).contains("10,485,760");
    }

    @Test
    void refuses_a_body_that_turns_out_too_large() throws Exception {
        Answer response =
                raw("POST /api/samples/text", "Transfer-Encoding: chunked\r\nContent-Type: text/plain\r\n", chunks(12));

        assertThat(response.status()).isEqualTo(413);
    }

    @Test
    void shows_a_page_to_people_and_json_to_programs() throws Exception {
        Answer page = get("/pages/failing", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("404 [fr]");

        problem(get("/pages/failing", "application/json"), 404, "no-such-page");
        problem(get("/api/nothing", "text/html"), 404, "not-found");
        assertThat(get("/nothing", "text/html").body()).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/rostrum.css", "/api/nothing", "/nothing", "/pages/failing", "/api/samples/failing?how=x"
            })
    void protects_every_response(String path) throws Exception {
        Answer response = get(path, "*/*");

        assertThat(response.headers().map())
                .containsKeys(
                        "content-security-policy",
                        "referrer-policy",
                        "permissions-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy")
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(response.headers().allValues("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void lets_a_response_bring_its_own_policy() throws Exception {
        Answer response = get("/pages/own-policy", "*/*");

        assertThat(response.headers().allValues("Content-Security-Policy")).containsExactly("sandbox");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    private Answer get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Accept", accept).build();
        return Answer.of(CLIENT.send(request, BodyHandlers.ofString()));
    }

    private Answer post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return Answer.of(CLIENT.send(request, BodyHandlers.ofString()));
    }

    private Answer raw(String methodAndPath, String headers, byte[] body) throws IOException {
        String head = "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
                .formatted(methodAndPath, base.getAuthority(), headers);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(UTF_8));
        request.writeBytes(body);
        return Answer.toBytes(base, request.toByteArray());
    }

    private static byte[] chunks(int mebibytes) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int count = 0; count < mebibytes * 16; count++) {
            chunks.writeBytes("10000\r\n".getBytes(UTF_8));
            chunks.writeBytes(new byte[0x10000]);
            chunks.writeBytes("\r\n".getBytes(UTF_8));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return chunks.toByteArray();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", "fr");
    }

    private static JsonNode problem(Answer response, int status, String name) throws JsonProcessingException {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        JsonNode problem = new ObjectMapper().readTree(response.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:rostrum:problem:" + name);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }
}

package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Requests as any client sends them. */
final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Http() {}

    /** An answer as it came. */
    static final class Answer {
        private final HttpResponse<byte[]> response;

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + text(), e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }

    /** One file of a multipart request. */
    static final class File {
        private final String name;
        private final String mediaType;
        private final byte[] bytes;

        File(String name, String mediaType, byte[] bytes) {
            this.name = name;
            this.mediaType = mediaType;
            this.bytes = bytes;
        }
    }

    static Answer get(String url, String... headers) {
        return send(request(url, headers).GET());
    }

    static Answer postJson(String url, String json, String... headers) {
        return send(request(url, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static Answer post(String url, String mediaType, byte[] body, String... headers) {
        return send(request(url, headers)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    static Answer postMultipart(String url, String submission, List<File> attachments, String... headers) {
        var boundary = "rostrum-0123456789";
        var body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"submission\"", "application/json", submission.getBytes(UTF_8));
        for (var file : attachments) {
            var disposition = "name=\"attachment\"; filename=\"" + file.name + "\"";
            part(body, boundary, disposition, file.mediaType, file.bytes);
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return post(url, "multipart/form-data; boundary=" + boundary, body.toByteArray(), headers);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String type, byte[] bytes) {
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type;
        body.writeBytes((head + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        var builder = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(2));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

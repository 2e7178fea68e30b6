package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.rostrum.contracts.Json;

/** What a client learned from one request. */
sealed interface Reply {

    /**
     * 201 or 200 with a receipt: from here on the submission may not be lost.
     *
     * @param receipt its bytes, one character each
     */
    record Acknowledged(int status, String receipt) implements Reply {
        static Acknowledged of(int status, byte[] body) {
            return new Acknowledged(status, new String(body, ISO_8859_1));
        }

        JsonNode json() {
            try {
                return Json.mapper().readTree(receipt.getBytes(ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(receipt, e);
            }
        }

        String reference() {
            return json().path("reference").asText();
        }

        String secret() {
            return json().path("secret").asText();
        }

        int version() {
            return json().path("version").asInt();
        }

        Instant receivedAt() {
            return Instant.parse(json().path("receivedAt").asText());
        }

        String manifestSha256() {
            return json().path("manifestSha256").asText();
        }

        List<String> fingerprints() {
            return StreamSupport.stream(json().path("attachments").spliterator(), false)
                    .map(file -> file.path("sha256").asText())
                    .toList();
        }
    }

    /** Any other 4xx but 429: repeating the same would not help. */
    record Refused(int status, String problem) implements Reply {}

    /** 5xx or 429: nothing is known, repeating is asked for. */
    record Later(int status) implements Reply {}

    /** A timeout or a lost connection: nothing is known. */
    record None(String why) implements Reply {}
}

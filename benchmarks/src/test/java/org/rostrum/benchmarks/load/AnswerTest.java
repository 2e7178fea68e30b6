package org.rostrum.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final String BODY = "{\"reference\":\"ABCDE-FGHJK\"}";
    private static final String WHOLE = "HTTP/1.1 201 Created\r\nContent-Length: 27\r\n\r\n" + BODY;

    @Test
    void reads_status_and_reference() {
        assertThat(read(WHOLE, WHOLE.length())).isEqualTo(new Answer(201, "ABCDE-FGHJK", false));
    }

    @Test
    void waits_until_the_last_byte_is_there() {
        for (int count = 0; count < WHOLE.length(); count++) {
            assertThat(read(WHOLE, count)).isNull();
        }
    }

    @Test
    void sees_that_the_server_closes_the_connection() {
        var refused = "HTTP/1.1 503 Service Unavailable\r\nconnection: Close\r\ncontent-length: 0\r\n\r\n";

        assertThat(read(refused, refused.length())).isEqualTo(new Answer(503, "", true));
    }

    private static @Nullable Answer read(String text, int count) {
        return Answer.in(text.getBytes(StandardCharsets.US_ASCII), count);
    }
}

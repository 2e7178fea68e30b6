package org.rostrum.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * As much of an HTTP/1.1 response as the generator needs.
 *
 * @param reference of the receipt in it, or empty
 * @param closes whether the server closes the connection after it
 */
record Answer(int status, String reference, boolean closes) {
    private static final String REFERENCE = "\"reference\":\"";
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    /** The response in the first so many bytes, or null while it is not complete. */
    static @Nullable Answer in(byte[] bytes, int count) {
        int body = bodyStart(bytes, count);
        if (body < 0) {
            return null;
        }
        String head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int length = Integer.parseInt(header(head, "content-length", "0"));
        if (count < body + length) {
            return null;
        }
        if (head.contains("\r\ntransfer-encoding:")) {
            throw new IllegalStateException("The generator reads answers of known length only");
        }
        int status = Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
        return new Answer(
                status,
                reference(new String(bytes, body, length, StandardCharsets.UTF_8)),
                header(head, "connection", "").equals("close"));
    }

    private static int bodyStart(byte[] bytes, int count) {
        for (int i = HEAD_END.length; i <= count; i++) {
            if (Arrays.equals(bytes, i - HEAD_END.length, i, HEAD_END, 0, HEAD_END.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String header(String head, String name, String otherwise) {
        int at = head.indexOf("\r\n" + name + ":");
        if (at < 0) {
            return otherwise;
        }
        int from = at + name.length() + 3;
        return head.substring(from, head.indexOf("\r\n", from)).strip();
    }

    private static String reference(String body) {
        int at = body.indexOf(REFERENCE);
        int from = at + REFERENCE.length();
        return at < 0 ? "" : body.substring(from, body.indexOf('"', from));
    }
}

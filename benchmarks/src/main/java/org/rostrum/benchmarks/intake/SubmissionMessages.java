package org.rostrum.benchmarks.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.rostrum.benchmarks.load.Messages;

/**
 * Submissions of about 2 KB, no two alike: a person, an organisation and answers to three questions, as JSON. Made by
 * overwriting three places of one prepared request, because composing each anew would cost as much as receiving it. Each names
 * one of 500 senders in turn, as a proxy would, out of a network that is reserved for benchmarks (RFC 2544).
 */
final class SubmissionMessages implements Messages {
    private static final String PLACE = "00000000-0000-0000-000000000000";
    private static final String SENDER = "198.18.000.000";
    private static final int SENDERS = 500;

    private final byte[] request;
    private final int senderAt;
    private final int headerAt;
    private final int bodyAt;
    private final String run;
    private long count;

    /** The path says where to; the run, in eight hexadecimal digits, keeps keys apart from those of other runs. */
    SubmissionMessages(String path, int run) {
        this.run = String.format(Locale.ROOT, "%08x", run);
        String body = body();
        String text = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n".formatted(path)
                + "X-Forwarded-For: " + SENDER + "\r\n"
                + "Idempotency-Key: %s\r\nContent-Length: %d\r\n\r\n%s".formatted(PLACE, body.length(), body);
        this.request = text.getBytes(StandardCharsets.US_ASCII);
        this.senderAt = text.indexOf(SENDER);
        this.headerAt = text.indexOf(PLACE);
        this.bodyAt = text.lastIndexOf(PLACE);
    }

    @Override
    public byte[] next() {
        byte[] sender = sender((int) (count % SENDERS)).getBytes(StandardCharsets.US_ASCII);
        byte[] key = "%s-0000-0000-%012d".formatted(run, count++).getBytes(StandardCharsets.US_ASCII);
        byte[] next = request.clone();
        System.arraycopy(sender, 0, next, senderAt, sender.length);
        System.arraycopy(key, 0, next, headerAt, key.length);
        System.arraycopy(key, 0, next, bodyAt, key.length);
        return next;
    }

    private static String sender(int number) {
        return "198.18.%d.%d".formatted(100 + number / 100, 100 + number % 100);
    }

    /** So many of them as the lines of a batch. */
    String batch(int lines) {
        var batch = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String request = new String(next(), StandardCharsets.US_ASCII);
            String key = request.substring(headerAt, headerAt + PLACE.length());
            String body = request.substring(request.indexOf("\r\n\r\n")).strip().replace("\n", "");
            batch.append("{\"key\":\"%s\",\"submission\":%s}\n".formatted(key, body));
        }
        return batch.toString();
    }

    private static String body() {
        try (var content = SubmissionMessages.class.getResourceAsStream("/submission.json")) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of one body. */
    int bodyBytes() {
        return request.length - new String(request, StandardCharsets.US_ASCII).indexOf("\r\n\r\n") - 4;
    }
}

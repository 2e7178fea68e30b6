package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** One request or response of HTTP/1.1 (RFC 9112) as it came, with its body by length or in chunks. */
final class HttpMessage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final InputStream in;
    private String firstLine = "";
    private long length;
    private boolean chunked;

    private HttpMessage(InputStream in) {
        this.in = in;
    }

    /** Empty at the end of the connection. */
    static Optional<HttpMessage> read(InputStream in, boolean withoutBody) throws IOException {
        var message = new HttpMessage(in);
        message.firstLine = message.line();
        if (message.firstLine.isEmpty()) {
            return Optional.empty();
        }
        message.readHeaders();
        if (!withoutBody) {
            message.readBody();
        }
        return Optional.of(message);
    }

    String firstLine() {
        return firstLine;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void readHeaders() throws IOException {
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
    }

    private void readBody() throws IOException {
        if (!chunked) {
            copy(length);
            return;
        }
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            copy(size);
            line();
        }
        while (!line().isEmpty()) {
            // trailers
        }
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line().split(";", 2)[0].strip(), 16);
    }

    private void copy(long count) throws IOException {
        var block = in.readNBytes(Math.toIntExact(count));
        if (block.length < count) {
            throw new EOFException("the body broke off");
        }
        bytes.writeBytes(block);
    }

    /** The next line without its end; empty at the end of the connection too. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (next == '\n') {
                break;
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }
}

package org.rostrum.intake.adapter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a body, one by one; of a line that is too long, no more than the limit is ever held. */
final class NdjsonLines {
    private static final int BUFFER = 16 * 1024;
    private static final int END = -1;

    private final InputStream body;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long number;

    NdjsonLines(InputStream body, int longest) {
        this.body = body;
        this.longest = longest;
    }

    /** One line without its end, numbered from 1. */
    static final class Line {
        private final long number;
        private final byte[] bytes;
        private final boolean isTooLong;

        Line(long number, byte[] bytes, boolean isTooLong) {
            this.number = number;
            this.bytes = bytes;
            this.isTooLong = isTooLong;
        }

        long number() {
            return number;
        }

        /** Nothing, if it is too long. Not copied: a line may be large, and has one reader. */
        byte[] bytes() {
            return bytes;
        }

        boolean isTooLong() {
            return isTooLong;
        }

        boolean isBlank() {
            return !isTooLong && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    /** Waits for the next line that is not blank; empty at the end of the body. */
    Optional<Line> next() throws IOException {
        var line = read();
        while (line.isPresent() && line.get().isBlank()) {
            line = read();
        }
        return line;
    }

    private Optional<Line> read() throws IOException {
        if (peek() == END) {
            return Optional.empty();
        }
        number++;
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int next = peek(); next != END && next != '\n'; next = peek()) {
            int length = lengthInBuffer();
            tooLong = tooLong || bytes.size() + length > longest;
            if (tooLong) {
                bytes.reset();
            } else {
                bytes.write(buffer, position, length);
            }
            position += length;
        }
        position++; // the end of the line
        return Optional.of(new Line(number, bytes.toByteArray(), tooLong));
    }

    private int lengthInBuffer() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end - position;
    }

    private int peek() throws IOException {
        if (position >= filled) {
            filled = Math.max(0, body.read(buffer));
            position = 0;
        }
        return filled == 0 ? END : buffer[position];
    }
}

package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and ends one byte behind the limit: enough to know that there is more. */
final class CountedStream extends InputStream {
    private final InputStream content;
    private final long most;
    private long count;

    CountedStream(InputStream content, long limit) {
        this.content = content;
        this.most = limit + 1;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (count >= most) {
            return -1;
        }
        int read = content.read(bytes, from, (int) Math.min(length, most - count));
        count += Math.max(0, read);
        return read;
    }
}

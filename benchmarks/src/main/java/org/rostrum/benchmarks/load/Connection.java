package org.rostrum.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection that is kept alive, with at most one request under way. */
final class Connection {
    private static final int MOST_ANSWER = 16 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Lane lane;
    private final byte[] received = new byte[MOST_ANSWER];
    private final ByteBuffer in = ByteBuffer.wrap(received);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long due;
    private boolean isBusy;

    private Connection(SocketChannel channel, Selector selector, Lane lane) throws IOException {
        this.channel = channel;
        this.lane = lane;
        this.key = channel.register(selector, channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
        key.attach(this);
    }

    static Connection open(Selector selector, Lane lane, InetSocketAddress to, @Nullable InetAddress from)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (from != null) {
            channel.bind(new InetSocketAddress(from, 0));
        }
        channel.connect(to);
        return new Connection(channel, selector, lane);
    }

    Lane lane() {
        return lane;
    }

    /** When the request under way should have been sent, in nanoseconds. */
    long due() {
        return due;
    }

    boolean isBusy() {
        return isBusy;
    }

    void send(byte[] request, long dueNanos) throws IOException {
        due = dueNanos;
        isBusy = true;
        in.clear();
        out = ByteBuffer.wrap(request);
        if (channel.isConnected()) {
            write();
        }
    }

    /** Moves bytes as far as they go; answers the response once it is complete. */
    @Nullable
    Answer move() throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            write();
        }
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() ? read() : null;
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private @Nullable Answer read() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server closed the connection");
        }
        if (!isBusy) {
            throw new IOException("the server said something without being asked");
        }
        Answer answer = Answer.in(received, in.position());
        if (answer == null && !in.hasRemaining()) {
            throw new IOException("an answer is longer than %d bytes".formatted(MOST_ANSWER));
        }
        isBusy = answer == null;
        return answer;
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}

package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.rostrum.system.faults.Traps.Moment;

/** Stands between intake and the store, understands enough of HTTP/1.1 to tell one request from the next, and sets traps. */
final class StoreProxy implements AutoCloseable {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SUBMISSION = Pattern.compile("\\d+-[0-9a-f]{32}");
    private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}");
    private static final byte[] UNAVAILABLE =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    private final ServerSocket server;
    private final int store;
    private final Traps traps;
    private final CountDownLatch closed = new CountDownLatch(1);

    StoreProxy(int storePort, Traps traps) throws IOException {
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.store = storePort;
        this.traps = traps;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            closed.countDown();
        }
    }

    private void serve(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), store)) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var requests = new BufferedInputStream(client.getInputStream());
            var replies = new BufferedInputStream(upstream.getInputStream());
            while (passOne(requests, upstream.getOutputStream(), replies, client.getOutputStream())) {
                // the next request of the same connection
            }
        } catch (IOException _) {
            // one side has left, the other is closed with it
        }
    }

    /** False if the connection is to be closed. */
    private boolean passOne(InputStream requests, OutputStream upstream, InputStream replies, OutputStream client)
            throws IOException {
        var request = HttpMessage.read(requests, false);
        if (request.isEmpty()) {
            return false;
        }
        var moment = traps.meet(shape(request.get().firstLine()));
        if (moment.filter(Moment.BEFORE::equals).isPresent()) {
            return false;
        }
        upstream.write(request.get().bytes());
        upstream.flush();
        var reply = HttpMessage.read(replies, request.get().firstLine().startsWith("HEAD "));
        return reply.isPresent()
                && (moment.isEmpty()
                        ? deliver(reply.get().bytes(), client)
                        : spring(moment.get(), reply.get(), client));
    }

    private static boolean deliver(byte[] bytes, OutputStream client) throws IOException {
        client.write(bytes);
        client.flush();
        return true;
    }

    private boolean spring(Moment moment, HttpMessage reply, OutputStream client) throws IOException {
        return switch (moment) {
            case ERROR_AFTER -> deliver(UNAVAILABLE, client);
            case BEFORE, CUT_AFTER -> false;
            case SILENCE_AFTER -> sayNothing();
            case KILL_AFTER -> {
                deliver(reply.bytes(), client);
                traps.kill();
                yield false;
            }
        };
    }

    private boolean sayNothing() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The same for the same kind of call, whatever the submission. */
    static String shape(String requestLine) {
        var words = requestLine.split(" ", -1);
        var path = words[1].replaceFirst("^/[^/?]+/?", "").replaceFirst("\\?.*prefix=([^&]*).*", "all of $1");
        path = DIGEST.matcher(path).replaceAll("{sha256}");
        path = SUBMISSION.matcher(path).replaceAll("{submission}");
        return words[0] + " " + REFERENCE.matcher(path).replaceAll("{reference}");
    }

    @Override
    public void close() throws IOException {
        server.close();
        closed.countDown();
    }
}

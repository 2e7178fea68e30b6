package org.rostrum.system.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.system.faults.Traps.Moment;

/**
 * Stands between intake and a listener of the broker that is advertised at this proxy's address, and sets traps for produce
 * requests. A frame of Kafka's protocol is a length of four bytes; a request begins with api key (2), version (2) and
 * correlation id (4), a response with the correlation id.
 */
final class BrokerProxy implements AutoCloseable {
    static final String PRODUCE = "produce";
    private static final short PRODUCE_KEY = 0;

    private final ServerSocket server;
    private final int broker;
    private final Traps traps;

    BrokerProxy(int port, int brokerPort, Traps traps) throws IOException {
        this.server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        this.broker = brokerPort;
        this.traps = traps;
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                connect(server.accept());
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var upstream = new Socket(InetAddress.getLoopbackAddress(), broker);
            var connection = new Connection(client, upstream);
            Thread.ofVirtual().start(connection::passRequests);
            Thread.ofVirtual().start(connection::passReplies);
        } catch (IOException _) {
            client.close();
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket upstream;
        private final Map<Integer, Moment> awaited = new ConcurrentHashMap<>();

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        /** One direction of a connection. */
        @FunctionalInterface
        private interface Direction {
            void pass(byte[] frame, DataOutputStream to) throws IOException;
        }

        void passRequests() {
            pump(client, upstream, this::request);
        }

        void passReplies() {
            pump(upstream, client, this::reply);
        }

        private void pump(Socket from, Socket to, Direction direction) {
            try (from;
                    to) {
                to.setTcpNoDelay(true);
                var in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
                var out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream()));
                while (true) {
                    var frame = new byte[in.readInt()];
                    in.readFully(frame);
                    direction.pass(frame, out);
                }
            } catch (IOException _) {
                // one side has left, the other is closed with it
            }
        }

        private void request(byte[] frame, DataOutputStream to) throws IOException {
            var header = ByteBuffer.wrap(frame);
            if (header.getShort() == PRODUCE_KEY) {
                var moment = traps.meet(PRODUCE);
                if (moment.filter(Moment.BEFORE::equals).isPresent()) {
                    throw new IOException("cut before it arrives");
                }
                moment.ifPresent(later -> awaited.put(header.getInt(Integer.BYTES), later));
            }
            forward(frame, to);
        }

        private void reply(byte[] frame, DataOutputStream to) throws IOException {
            var moment = awaited.remove(ByteBuffer.wrap(frame).getInt());
            switch (moment) {
                case null -> forward(frame, to);
                case BEFORE, ERROR_AFTER, CUT_AFTER -> throw new IOException("cut instead of a reply");
                case SILENCE_AFTER -> {}
                case KILL_AFTER -> {
                    forward(frame, to);
                    traps.kill();
                }
            }
        }

        private static void forward(byte[] frame, DataOutputStream to) throws IOException {
            to.writeInt(frame.length);
            to.write(frame);
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package org.rostrum.extraction;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** A parser that was taken over: shuts itself in as the worker does, then tries every way out and prints which it found. */
public final class EscapeAttempts {

    private EscapeAttempts() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path secret = Path.of(arguments[1]);
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        Confinement confinement = Confinement.enforce();
        print("network", confinement.network());
        print("protections", confinement.protections());

        attempt("socket", () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 2_000);
                return socket;
            }
        });
        attempt("channel", () -> {
            try (var channel = SocketChannel.open(address(port))) {
                return channel;
            }
        });
        attempt("datagram", () -> {
            try (var channel = DatagramChannel.open()) {
                return channel.connect(address(port));
            }
        });
        attempt(
                "url",
                () -> URI.create("http://127.0.0.1:" + port + "/")
                        .toURL()
                        .openStream()
                        .readAllBytes());
        attempt("resolve", () -> InetAddress.getAllByName("example.org"));
        attempt("child", () -> succeed("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port));
        attempt("read-elsewhere", () -> Files.readString(secret));
        attempt("write-elsewhere", () -> Files.writeString(secret.resolveSibling("written"), "by the parser"));
        attempt("child-writes-elsewhere", () -> succeed("bash", "-c", "echo x > " + secret.resolveSibling("written")));
        attempt("thread-reads-elsewhere", () -> {
            String[] read = {""};
            Thread thread = new Thread(() -> read[0] = readOrNothing(secret));
            thread.start();
            thread.join();
            if (read[0].isEmpty()) {
                throw new IOException("nothing read");
            }
            return read[0];
        });
        attempt("scratch", () -> Files.readString(Files.writeString(scratch.resolve("own"), "mine")));
        attempt("child-runs", () -> succeed("bash", "-c", "echo well > " + scratch.resolve("childs")));
    }

    private static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    private static String readOrNothing(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }

    private static int succeed(String... command) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = child.waitFor();
        if (status != 0) {
            throw new IOException("the child ended with " + status);
        }
        return status;
    }

    private static void attempt(String name, Callable<?> deed) {
        String result;
        try {
            deed.call();
            result = "succeeded";
        } catch (Exception failed) {
            result = "failed";
        }
        print(name, result);
    }

    private static void print(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}

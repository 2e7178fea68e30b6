package org.rostrum.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who connect to a port of this machine to which only what strangers sent leads. */
final class Callers {
    private final AtomicInteger heard = new AtomicInteger();
    private final ServerSocket listener;

    private Callers(ServerSocket listener) {
        this.listener = listener;
    }

    static Callers listening() {
        try {
            var callers = new Callers(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(callers::listen);
            return callers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (true) {
            try {
                listener.accept().close();
                heard.incrementAndGet();
            } catch (IOException _) {
                return;
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    int heard() {
        return heard.get();
    }
}

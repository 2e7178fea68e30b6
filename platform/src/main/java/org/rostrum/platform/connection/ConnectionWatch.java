package org.rostrum.platform.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Puts a {@link PeerWatch} on every connection that a server of this process accepts. Netty loads {@link OfNetty} as a
 * service, and only when told so before the first server starts.
 */
@ApplicationScoped
class ConnectionWatch implements HttpServerOptionsCustomizer {
    private static volatile Pace pace = Pace.USUAL;

    private final ConnectionConfig config;

    ConnectionWatch(ConnectionConfig config) {
        this.config = config;
    }

    void begin(@Observes @Priority(1) StartupEvent start) {
        pace = Pace.of(config);
        if (config.watched()) {
            System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        }
    }

    /** HTTP/2 comes with TLS only, which ends in the proxy before us: none of its floods concerns an open port. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        StrictRequestDecoder.use(options);
    }

    /** The service of Netty. */
    public static final class OfNetty extends ChannelInitializerExtension {
        @Override
        public void postInitializeServerChildChannel(Channel channel) {
            channel.pipeline().addFirst("rostrum-peer", new PeerWatch(pace));
        }
    }
}

package org.rostrum.platform.connection;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes no request that says in two ways how long it is (RFC 9112, 6.1 and 6.3): a proxy before us may have believed the
 * other one, and then reads the rest as a request of somebody else. Netty would leave out the Content-Length silently.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    private static volatile @Nullable HttpServerOptions options;

    private StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    static void use(HttpServerOptions ofServer) {
        options = ofServer;
    }

    static Optional<StrictRequestDecoder> replacement() {
        return Optional.ofNullable(options).map(StrictRequestDecoder::new);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding in one request");
    }
}

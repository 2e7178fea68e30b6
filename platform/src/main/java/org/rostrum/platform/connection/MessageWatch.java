package org.rostrum.platform.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Sits where bytes have become messages, and notes where requests and answers begin and end. */
final class MessageWatch extends ChannelDuplexHandler {
    private final Peer peer;
    private @Nullable ChannelHandlerContext context;
    private boolean isAnswering;

    MessageWatch(Peer peer) {
        this.peer = peer;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Nullable
    ChannelHandlerContext context() {
        return context;
    }

    /** Whether nothing of an answer has been sent, so that one may still be made up. */
    boolean isSilent() {
        return !isAnswering;
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (message instanceof HttpRequest) {
            peer.headersComplete(System.nanoTime());
        }
        if (message instanceof LastHttpContent) {
            peer.requestComplete(System.nanoTime());
        }
        reading.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            isAnswering = response.status().code() != 100;
        }
        if (message instanceof LastHttpContent && isAnswering) {
            isAnswering = false;
            peer.answered(System.nanoTime());
        }
        var _ = writing.write(message, promise); // whoever wrote holds the promise
    }
}

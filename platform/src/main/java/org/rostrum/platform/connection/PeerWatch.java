package org.rostrum.platform.connection;

import static io.netty.buffer.Unpooled.copiedBuffer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rostrum.platform.connection.Peer.Verdict;
import org.rostrum.platform.problem.ProblemTexts;

/** Watches one connection from its socket; {@link MessageWatch} tells it where requests and answers end. */
final class PeerWatch extends ChannelDuplexHandler {
    private static final long LOOK_EVERY_MILLIS = 1_000;
    /** A peer that is still sending gets this long to read why we do not listen any more. */
    private static final long LINGER_MILLIS = 2_000;

    private static final long LINGER_BYTES = 1024 * 1024;

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    private final Pace pace;
    private @Nullable Peer peer;
    private @Nullable MessageWatch messages;
    private @Nullable ScheduledFuture<?> looking;
    private boolean isClosing;
    private long fallen;

    PeerWatch(Pace pace) {
        this.pace = pace;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        peer = new Peer(pace, System.nanoTime());
        looking = context.executor()
                .scheduleAtFixedRate(() -> look(context), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (looking != null) {
            looking.cancel(false);
        }
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isClosing) {
            letFall(context, message);
            return;
        }
        if (peer != null && message instanceof ByteBuf bytes) {
            watchMessages(context, peer);
            peer.received(bytes.readableBytes(), System.nanoTime());
        }
        context.fireChannelRead(message);
    }

    private void letFall(ChannelHandlerContext context, Object message) {
        fallen += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (fallen > LINGER_BYTES) {
            var _ = context.close();
        }
    }

    /** The codec is there only once the server has found out what is spoken. */
    private void watchMessages(ChannelHandlerContext context, Peer watched) {
        var pipeline = context.pipeline();
        if (messages == null && pipeline.get(ENCODER) != null) {
            messages = new MessageWatch(watched);
            pipeline.addAfter(ENCODER, "rostrum-messages", messages);
            StrictRequestDecoder.replacement().ifPresent(strict -> pipeline.replace(DECODER, DECODER, strict));
        }
    }

    private void look(ChannelHandlerContext context) {
        if (peer == null || isClosing) {
            return;
        }
        var channel = context.channel();
        var unsent = channel.unsafe().outboundBuffer();
        long unread = unsent == null ? 0 : unsent.totalPendingWriteBytes();
        long mark = unsent == null ? 0 : 31L * System.identityHashCode(unsent.current()) + unsent.currentProgress();
        var verdict = peer.look(System.nanoTime(), channel.config().isAutoRead(), unread, mark);
        if (verdict != Verdict.FINE) {
            end(context, verdict);
        }
    }

    private void end(ChannelHandlerContext context, Verdict verdict) {
        var told = messages != null && messages.isSilent() ? messages.context() : null;
        if (verdict == Verdict.SLOW_BODY && told != null) {
            var _ = told.writeAndFlush(tooSlow()).addListener(ChannelFutureListener.CLOSE);
        } else {
            isClosing = true;
            var _ = context.channel().close();
        }
    }

    private static DefaultFullHttpResponse tooSlow() {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.REQUEST_TIMEOUT,
                copiedBuffer(ProblemTexts.ofStatus(408), StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemTexts.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }

    /**
     * Closing a socket with unread bytes in it makes the kernel send a reset, which would wipe out an answer that the peer
     * has not read yet. So we stop talking, let what is still coming fall, and close a moment later.
     */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        boolean isUnderWay = peer != null && peer.isSendingBody();
        if (!isClosing && isUnderWay && context.channel() instanceof DuplexChannel duplex && duplex.isActive()) {
            isClosing = true;
            var _ = duplex.shutdownOutput();
            duplex.config().setAutoRead(true);
            var _ = context.executor().schedule(() -> quit(context, promise), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            quit(context, promise);
        }
    }

    private static void quit(ChannelHandlerContext context, ChannelPromise promise) {
        var _ = context.close(promise);
    }
}

package org.tonewire.signaling.server;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Sets up the pipeline of each accepted connection: TLS if the listener requires it, then HTTP,
/// which may upgrade to a WebSocket. Closes the connection if the client is not in a room when the
/// join deadline passes. Called on event loops.
final class ConnectionSetup extends ChannelInitializer<SocketChannel> {
    private static final int MAX_REQUEST_BODY = 64 * 1024;

    private final ServerContext context;
    private final Listener.Transport transport;

    ConnectionSetup(ServerContext context, Listener.Transport transport) {
        this.context = context;
        this.transport = transport;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        if (context.connections().channels().size() >= context.limits().sockets().sockets()) {
            context.log()
                    .refused("a connection is refused, as no more are allowed", Optional.empty());
            var _ = channel.close();
            return;
        }
        context.connections().channels().add(channel);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(new FlushConsolidationHandler());
        context.tls().ifPresent(tls -> addTls(channel, tls));
        pipeline.addLast(new HttpServerCodec());
        pipeline.addLast(new HttpObjectAggregator(MAX_REQUEST_BODY, true));
        pipeline.addLast(new HttpRequests(context));
        var deadline =
                channel.eventLoop()
                        .schedule(
                                () -> {
                                    pipeline.fireUserEventTriggered(SignalSocket.Deadline.PASSED);
                                },
                                context.limits().times().joinDeadline().toMillis(),
                                TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> deadline.cancel(false));
    }

    private void addTls(SocketChannel channel, SslContext tls) {
        switch (transport) {
            case PLAIN -> {}
            case TLS -> channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            case BOTH -> channel.pipeline().addLast(new OptionalSslHandler(tls));
        }
    }
}

package org.tonewire.testbed.meddling;

import com.google.gson.JsonObject;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.signaling.tls.ServerIdentity;
import org.tonewire.signaling.tls.TlsSource;
import org.tonewire.testbed.Await;

/// A signaling server of the native protocol that its users have reason to fear: it lets everybody
/// in, changes what it carries as a [Meddler] says, and tells its members whatever a test wants.
/// Its room is `studio`. All methods may be called on any thread.
public final class MeddlingServer implements AutoCloseable {
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration SOON = Duration.ofMinutes(2);

    /// The secret of its invite.
    public static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";

    private final MultiThreadIoEventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final MeddledRoom room = new MeddledRoom();
    private final SslContext tls;
    private final String pin;
    private volatile Channel listening;
    private volatile int port;

    private MeddlingServer(ServerIdentity identity) throws IOException {
        this.tls =
                SslContextBuilder.forServer(
                                identity.key(), identity.chain().toArray(X509Certificate[]::new))
                        .build();
        this.pin = identity.fingerprint().base64Url();
        this.listening = listen(0);
        this.port = ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /// @param folder where its certificate may be kept
    public static MeddlingServer start(Path folder) throws IOException, IdentityException {
        return new MeddlingServer(
                ServerIdentity.load(new TlsSource.SelfSigned(folder)).orElseThrow());
    }

    private Channel listen(int port) {
        return new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Setup())
                .bind("127.0.0.1", port)
                .syncUninterruptibly()
                .channel();
    }

    public int port() {
        return port;
    }

    /// What people join it by.
    public String invite() {
        return "https://127.0.0.1:%d/r/studio#k=%s&f=%s".formatted(port(), SECRET, pin);
    }

    /// From here on messages between members go this way.
    public void meddle(Meddler meddler) {
        room.meddle(meddler);
    }

    /// Messages between members so far, as their senders meant them.
    public List<Relayed> relayed() {
        return room.relayed();
    }

    /// Waits until the member is in the room, and tells what the server says of it: `id`, `name`
    /// and `identity`.
    public JsonObject awaitMember(String name) {
        return Await.value(
                name + " in the room", SOON, () -> room.info(name), () -> room.names().toString());
    }

    /// Waits until a message of this type was relayed from one to the other.
    public Relayed awaitRelayed(String type, String from, String to) {
        return Await.value(
                type + " from " + from + " to " + to,
                SOON,
                () ->
                        relayed().stream()
                                .filter(each -> each.is(type, from, to))
                                .reduce((_, last) -> last),
                () -> relayed().size() + " messages");
    }

    /// Says this to a member.
    public void tell(String name, JsonObject message) {
        tell(name, message.toString());
    }

    /// Says all of this to a member, whatever it is, and waits until it is on its way.
    public void tell(String name, String... texts) {
        Channel socket = room.socket(name).orElseThrow();
        for (String text : texts) {
            var _ = socket.write(new TextWebSocketFrame(text));
        }
        socket.writeAndFlush(new PingWebSocketFrame()).awaitUninterruptibly();
    }

    /// Is gone as if it were killed, and forgets everybody.
    public void vanish() {
        listening.close().syncUninterruptibly();
        sockets.close().syncUninterruptibly();
        room.forget();
    }

    /// Is back at the same port, and knows nobody.
    public void comeBack() {
        listening = listen(port);
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Setup extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            sockets.add(channel);
            channel.pipeline()
                    .addLast(
                            tls.newHandler(channel.alloc()),
                            new HttpServerCodec(),
                            new HttpObjectAggregator(MAX_BYTES),
                            new WebSocketServerProtocolHandler(
                                    "/api/v1/signal", null, false, MAX_BYTES, false, true),
                            new Conversation());
        }
    }

    private final class Conversation extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
            room.received(ctx.channel(), frame.text());
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            room.gone(ctx.channel());
        }
    }
}

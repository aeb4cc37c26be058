package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.WebOrigin;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.Visibility;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.ConfigRoute;
import org.tonewire.signaling.server.http.IceRoute;
import org.tonewire.signaling.server.http.PathRoutes;
import org.tonewire.signaling.server.http.RequestTarget;
import org.tonewire.signaling.server.http.RoomDirectory;
import org.tonewire.signaling.server.http.RoomRoutes;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.http.WebRequest;
import org.tonewire.signaling.server.hub.OfferRoutes;

/// Whatever bytes arrive, each request that is in them is answered, with one answer that is no
/// failure of the server and shows no room that is not listed.
final class HttpFuzzTest {
    private static final int MAX_BODY = 64 * 1024;
    private static final int SERVER_FAULT = 500;
    private static final int NO_WEBRTC = 503;
    private static final String HIDDEN = "hidden-room";
    private static final Access ACCESS =
            new Access(Optional.of("token"), Set.of(new WebOrigin("https://example.org")));
    private static final RoomDirectory ROOMS =
            () ->
                    CompletableFuture.completedFuture(
                            List.of(
                                    room("open", Visibility.LISTED),
                                    room(HIDDEN, Visibility.UNLISTED)));
    private static final List<Route> ROUTES =
            List.of(
                    new RoomRoutes(ROOMS, () -> ACCESS, () -> "{}"),
                    new PathRoutes(ROOMS, () -> ACCESS),
                    new OfferRoutes(Optional.empty(), ROOMS, () -> ACCESS),
                    new IceRoute(
                            () -> IceService.NONE,
                            () -> ACCESS,
                            () -> "id",
                            InstantSource.system()),
                    new ConfigRoute(() -> 0, () -> Access.OPEN));

    @MethodSource("requests")
    @FuzzTest
    void everyRequestIsAnswered(byte[] bytes) {
        EmbeddedChannel channel = new FarChannel();
        try {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
                FullHttpRequest request = (FullHttpRequest) next;
                RequestTarget.parse(request.uri())
                        .ifPresent(target -> answer(channel, request, target));
                request.release();
            }
        } finally {
            channel.finishAndReleaseAll();
        }
    }

    private static void answer(
            EmbeddedChannel channel, FullHttpRequest request, RequestTarget target) {
        boolean named = request.headers().toString().contains(HIDDEN);
        WebRequest web =
                new WebRequest(
                        request.method(),
                        target,
                        request.headers(),
                        request.content().toString(StandardCharsets.UTF_8),
                        channel);
        for (Route route : ROUTES) {
            route.answer(web)
                    .ifPresent(answer ->
                            mustBeFit(answer.toCompletableFuture().join(), target, named));
        }
    }

    private static void mustBeFit(FullHttpResponse response, RequestTarget target, boolean named) {
        int status = response.status().code();
        assertThat(status < SERVER_FAULT || status == NO_WEBRTC).isTrue();
        if (!isEchoed(target) && !named) {
            assertThat(response.content().toString(StandardCharsets.UTF_8)).doesNotContain(HIDDEN);
        }
        response.release();
    }

    /// Whether the answer may have texts of the request.
    private static boolean isEchoed(RequestTarget target) {
        return target.text().contains(HIDDEN) || target.path().getFirst().equals("echo");
    }

    private static Rooms.Summary room(String name, Visibility visibility) {
        return new Rooms.Summary(new RoomName(name), List.of(new ParticipantId("ann")), visibility);
    }

    /// Of somebody on another computer.
    private static final class FarChannel extends EmbeddedChannel {
        FarChannel() {
            super(
                    new HttpServerCodec(),
                    new HttpObjectAggregator(MAX_BODY, true),
                    new BrokenRequests());
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 50_000);
        }

        @Override
        protected SocketAddress localAddress0() {
            return new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 443);
        }
    }

    /// Closes the connection, as the server does.
    private static final class BrokenRequests extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            var _ = ctx.close();
        }
    }

    static Stream<byte[]> requests() {
        String body =
                "{\"room\":\"open\",\"peer_id\":\"p\",\"message\":1,"
                        + "\"candidate\":{\"candidate\":\"\",\"sdpMLineIndex\":0.0}}";
        return Stream.of(
                        head("GET /api/v1/rooms?token=token HTTP/1.1", "Host: localhost")
                                + head("GET /api/v1/rooms/open HTTP/1.1", "Via: localhost"),
                        head(
                                "GET /webrtc/rooms/open/peers?token=token HTTP/1.0",
                                "Origin: https://example.org"),
                        "GET /config HTTP/1.1\r\nHost: [::1]:9\r\n\r\nGET /rooms HTTP/1.1\r\n\r\n",
                        "OPTIONS /offer HTTP/1.1\r\n\r\nGET /r/a%2Fb HTTP/1.1\r\n\r\n",
                        "POST /candidate HTTP/1.1\r\nAuthorization: Bearer token\r\n"
                                + "Content-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body,
                        "POST /echo?token=token HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(body.length())
                                + "\r\n"
                                + body
                                + "\r\n0\r\n\r\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }
}

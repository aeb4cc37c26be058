package org.tonewire.signaling.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.signaling.protocol.IpNetwork;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.room.OwnerLimits;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.TrustedProxies;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;

/// Who a client behind proxies is.
final class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = proxies("10.0.0.0/8", "::1");
    private static final String CHAIN = "X-Forwarded-For";

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,'',10.0.0.1",
        "10.0.0.1,203.0.113.7,203.0.113.7",
        "10.0.0.1,'198.51.100.1, 203.0.113.7',203.0.113.7",
        "10.0.0.1,'203.0.113.7, 10.0.0.2 , 10.0.0.3',203.0.113.7",
        "10.0.0.1,'10.0.0.3, 10.0.0.2',10.0.0.3",
        "::1,2001:db8::7,2001:db8::7",
        "::1,[2001:db8::7]:5000,2001:db8::7",
        "::1,203.0.113.7:5000,203.0.113.7",
        "10.0.0.1,'203.0.113.7, unknown',10.0.0.1",
        "10.0.0.1,'203.0.113.7, evil.example, 10.0.0.2',10.0.0.2",
        "203.0.113.9,198.51.100.1,203.0.113.9",
        "10.0.0.1,'[,;,]',10.0.0.1",
    })
    void theChainIsReadFromItsEndAsFarAsItsWritersAreTrusted(
            String peer, String chain, String client) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (!chain.isEmpty()) {
            headers.add(CHAIN, chain);
        }
        assertThat(PROXIES.client(IpNetwork.literal(peer).orElseThrow(), headers).getHostAddress())
                .isEqualTo(IpNetwork.literal(client).orElseThrow().getHostAddress());
    }

    @Test
    void severalHeadersAreOneChain() {
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.add(CHAIN, "198.51.100.1");
        headers.add(CHAIN, "203.0.113.7");
        assertThat(
                        PROXIES.client(IpNetwork.literal("10.0.0.1").orElseThrow(), headers)
                                .getHostAddress())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void limitsCountTheClientsOfATrustedProxyEachByItself() throws Exception {
        try (SignalingServer server = server(proxies("127.0.0.1"));
                RawClient first = from(server, "203.0.113.7");
                RawClient second = from(server, "203.0.113.7");
                RawClient other = from(server, "203.0.113.8")) {
            assertThat(new String(second.readToEnd(), UTF_8))
                    .contains("too many connections from this address");
            first.sendBytes(new byte[0]);
            other.open("Ann", TestServer.key(1));
            assertThat(other.readMessage()).asString().contains("studio");
        }
        Waiting.untilNoServerThreadLives();
    }

    @Test
    void whatSomebodyElseSaysOfAnAddressChangesNothing() throws Exception {
        try (SignalingServer server = server(proxies("10.0.0.0/8"));
                RawClient first = from(server, "203.0.113.7");
                RawClient second = from(server, "203.0.113.8")) {
            assertThat(new String(second.readToEnd(), UTF_8))
                    .contains("too many connections from this address");
            first.sendBytes(new byte[0]);
        }
        Waiting.untilNoServerThreadLives();
    }

    @Test
    void roomsCountForTheClientOfATrustedProxy() throws Exception {
        OwnerLimits one = OwnerLimits.DEFAULT.withRoomsPerNetwork(1);
        ServerLimits limits = ServerLimits.DEFAULT.with(RoomLimits.DEFAULT.with(one));
        try (SignalingServer server = server(limits, proxies("127.0.0.1"))) {
            assertThat(own(server, "203.0.113.7", "first"))
                    .isEqualTo(new ServerMessage.Owned(new RoomName("first")));
            assertThat(own(server, "203.0.113.7", "second"))
                    .isInstanceOf(ServerMessage.Refused.class);
            assertThat(own(server, "203.0.113.8", "third"))
                    .isEqualTo(new ServerMessage.Owned(new RoomName("third")));
        }
        Waiting.untilNoServerThreadLives();
    }

    private static ServerMessage own(SignalingServer server, String address, String room)
            throws Exception {
        try (RawClient client = from(server, address)) {
            client.own(new RoomName(room), TestServer.key(1));
            return client.readMessage();
        }
    }

    @Test
    void pagesAreToldTheAddressOfATrustedProxy() throws Exception {
        try (SignalingServer server = server(proxies("127.0.0.1"))) {
            assertThat(config(server))
                    .contains("\"wss://127.0.0.1:" + server.port() + "/tonewire\"");
        }
        try (SignalingServer server = server(proxies("10.0.0.1"))) {
            assertThat(config(server)).contains("\"ws://127.0.0.1:" + server.port() + "\"");
        }
        Waiting.untilNoServerThreadLives();
    }

    private static String config(SignalingServer server) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/config"))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Prefix", "/tonewire")
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
        }
    }

    private static RawClient from(SignalingServer server, String address) throws Exception {
        return RawClient.connect(server.port(), "/api/v1/signal", CHAIN, address);
    }

    /// One socket for each address.
    private static SignalingServer server(TrustedProxies proxies) {
        SocketLimits one = SocketLimits.DEFAULT.withSocketsPerAddress(1).withSocketsFromHere(1);
        return server(ServerLimits.DEFAULT.with(one), proxies);
    }

    private static SignalingServer server(ServerLimits limits, TrustedProxies proxies) {
        return TestServer.started(
                TestServer.config(limits)
                        .with(
                                ServerFeatures.NONE.with(
                                        new Access(Optional.empty(), Set.of(), proxies))));
    }

    private static TrustedProxies proxies(String... networks) {
        return new TrustedProxies(
                Stream.of(networks)
                        .map(text -> IpNetwork.parse(text).orElseThrow())
                        .collect(Collectors.toSet()));
    }
}

package org.tonewire.app.media.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Streams where the environment names a proxy.
class ProxiedStreamTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final StreamTimeouts TIMEOUTS = new StreamTimeouts(LONG, LONG, LONG, LONG);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::refuse);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Host"));
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }

    @Test
    void aStreamIsFetchedThroughItsProxy() {
        Problem said = unopened("http://radio.invalid/", "http_proxy", "http://" + here());

        assertThat(said).isEqualTo(new Problem(Reason.STREAM_NOT_FOUND, "radio.invalid"));
        assertThat(asked).containsExactly("radio.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://u:secret@127.0.0.1:1080", "https://127.0.0.1:3128"})
    void nothingIsSentPastAProxyThatIsNotSupported(String proxy) {
        Problem said = unopened("http://" + here() + "/", "all_proxy", proxy);

        assertThat(said.reason()).isEqualTo(Reason.PROXY_UNSUPPORTED);
        assertThat(said.subject()).startsWith("all_proxy=").doesNotContain("secret");
        assertThat(asked).isEmpty();
    }

    @Test
    void theEntriesOfAPlaylistHaveTheSameProxy() throws Exception {
        server.createContext(
                "/list.m3u",
                exchange -> {
                    byte[] list = "#EXTM3U\nhttp://radio.invalid/stream\n".getBytes(US_ASCII);
                    exchange.sendResponseHeaders(200, list.length);
                    exchange.getResponseBody().write(list);
                    exchange.close();
                });
        AddressLocation list =
                location("http://list.invalid/list.m3u", "http_proxy", "http://" + here());
        try (AvInterrupt interrupt = new AvInterrupt()) {
            MediaLocation entry = list.entries(interrupt).orElseThrow().getFirst();
            assertThatThrownBy(() -> entry.open(interrupt)).isInstanceOf(AvException.class);
        }

        assertThat(asked).containsExactly("radio.invalid");
    }

    private static Problem unopened(String address, String variable, String proxy) {
        AddressLocation location = location(address, variable, proxy);
        try (AvInterrupt interrupt = new AvInterrupt()) {
            return location.unopened(
                    catchThrowableOfType(AvException.class, () -> location.open(interrupt)));
        }
    }

    private static AddressLocation location(String address, String variable, String proxy) {
        WebAddress read = ((WebAddress.Read) WebAddress.parse(address)).address();
        return new AddressLocation(read, TIMEOUTS, new WebProxy(Map.of(variable, proxy)));
    }

    private String here() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}

package org.tonewire.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.shell.NewVersion;

final class HttpUpdateCheckTest {
    private static final int OK = 200;

    private final HttpServer server;
    private String answer = "";
    private final HttpUpdateCheck news = new HttpUpdateCheck("0.1.0");

    HttpUpdateCheckTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext(
                "/v.json",
                exchange -> {
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(OK, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNewerVersionIsTold() {
        answer = "{\"version\": \"0.2.0\", \"page\": \"https://example.org/get\"}";
        assertThat(news.at(address("/v.json")))
                .contains(new NewVersion("0.2.0", "0.1.0", Optional.of("https://example.org/get")));
    }

    @Test
    void aVersionWrittenAsANumberIsTold() {
        answer = "{\"version\": 0.2}";
        assertThat(news.at(address("/v.json")))
                .contains(new NewVersion("0.2", "0.1.0", Optional.empty()));
    }

    @Test
    void theSameVersionIsNoNews() {
        answer = "{\"version\": \"0.1.0\"}";
        assertThat(news.at(address("/v.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"version\": {}}", "<html>", "{\"version\": \"x\"}"})
    void whatIsNotUnderstoodIsNoNews(String text) {
        answer = text;
        assertThat(news.at(address("/v.json"))).isEmpty();
    }

    @Test
    void noAnswerIsNoNews() {
        assertThat(news.at(address("/other"))).isEmpty();
        server.stop(0);
        assertThat(news.at(address("/v.json"))).isEmpty();
        assertThat(news.at("not an address")).isEmpty();
    }

    @Test
    void onlyASafePageIsTold() {
        answer = "{\"version\": \"0.2.0\", \"page\": \"file:///etc/passwd\"}";
        assertThat(news.at(address("/v.json")))
                .contains(new NewVersion("0.2.0", "0.1.0", Optional.empty()));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}

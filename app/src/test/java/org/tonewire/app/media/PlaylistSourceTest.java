package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

class PlaylistSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// What the server has, beside two files of 200 and 300 ms.
    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("/pls", "[playlist]\nFile1=a.wav\nFile2=HTTP://HOST/b b.wav\n"),
                    Map.entry("/m3u", "#EXTM3U\n#EXTINF:-1,x\na.wav\n//HOST/b b.wav\n"),
                    Map.entry("/bare", "http://HOST/a.wav\nhttp://HOST/b b.wav\n"),
                    Map.entry(
                            "/asx",
                            "<ASX><Entry><Ref href='a.wav'/></Entry><ref href=\"/b b.wav\"></ASX>"),
                    Map.entry(
                            "/xspf",
                            "<playlist xmlns='http://xspf.org/ns/0/'><trackList><track><location>"
                                    + "a.wav</location></track><track><location>/b%20b.wav"
                                    + "</location></track></trackList></playlist>"),
                    Map.entry("/nested", "#EXTM3U\nhttp://HOST/absent.mp3\n/lists/../pls\n"),
                    Map.entry("/itself", "#EXTM3U\n/itself\n/itself\n"),
                    Map.entry("/hanging", "#EXTM3U\n/hang\n/hang\n/hang\n/hang\n/a.wav\n"),
                    Map.entry("/empty", "[playlist]\nNumberOfEntries=0\n"),
                    Map.entry("/local", "#EXTM3U\nfile:///etc/hostname\nmms://x/y\n"));

    @TempDir static Path folder;
    private static byte[] first = {};
    private static byte[] second = {};

    @BeforeAll
    static void write() throws IOException {
        first = Files.readAllBytes(SampleFiles.wav(folder, 48_000, 2, 0.2));
        second = Files.readAllBytes(SampleFiles.wav(folder, 48_000, 2, 0.3));
    }

    @ParameterizedTest
    @CsvSource({"pls", "m3u", "bare", "asx", "xspf", "nested", "moved"})
    void theEntriesOfAPlaylistPlayInTurn(String page) throws IOException {
        try (SampleFiles.Radio server = new SampleFiles.Radio(PlaylistSourceTest::answer)) {
            SourceOrigin.Address address =
                    new SourceOrigin.Address(server.uri().resolve("/" + page));
            Heard heard = Heard.of(opened(sources().open(address))).untilOver(LIMIT);
            assertThat(heard.ends()).isEqualTo(1);
            assertThat(heard.frames()).isEqualTo(50);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "itself, STREAM_NOT_AUDIO",
        "empty,  PLAYLIST_EMPTY",
        "local,  PLAYLIST_EMPTY",
    })
    void aPlaylistWithoutSoundIsRefusedWithTheReason(String page, Reason reason)
            throws IOException {
        try (SampleFiles.Radio server = new SampleFiles.Radio(PlaylistSourceTest::answer)) {
            SourceOrigin.Address address =
                    new SourceOrigin.Address(server.uri().resolve("/" + page));
            assertThat(sources().open(address))
                    .isEqualTo(new SourceOpening.Failed(new Problem(reason, "127.0.0.1")));
        }
    }

    @Test
    void entriesThatDoNotAnswerDoNotEndTheSearchForOneThatDoes() throws IOException {
        StreamTimeouts impatient =
                new StreamTimeouts(Duration.ofSeconds(1), LIMIT, LIMIT, Duration.ofMillis(50));
        try (SampleFiles.Radio server = new SampleFiles.Radio(PlaylistSourceTest::answer)) {
            SourceOrigin.Address address =
                    new SourceOrigin.Address(server.uri().resolve("/hanging"));
            Heard heard = Heard.of(opened(sources(impatient).open(address))).untilOver(LIMIT);
            assertThat(heard.frames()).isEqualTo(20);
        }
    }

    @Test
    void aPlaylistFileNamesFilesBesideItAndAddresses() throws IOException {
        try (SampleFiles.Radio server = new SampleFiles.Radio(PlaylistSourceTest::answer)) {
            Files.createDirectories(folder.resolve("Öl"));
            Files.write(folder.resolve("Öl/a b.wav"), first);
            Path list = folder.resolve("mix");
            Files.writeString(
                    list,
                    "#EXTM3U\r\nabsent.wav\r\nÖl\\a b.wav\r\n%s\r\n%s\r\n"
                            .formatted(
                                    server.uri().resolve("/b%20b.wav"),
                                    folder.resolve("Öl/a b.wav").toUri()));
            Heard heard = Heard.of(open(list, false)).untilOver(LIMIT);
            assertThat(heard.ends()).isEqualTo(1);
            assertThat(heard.frames()).isEqualTo(70);
            SourceStream looped = open(list, true);
            assertThat(Heard.of(looped).untilFrames(200, LIMIT).ends()).isZero();
            looped.close();
        }
    }

    private static void answer(HttpExchange exchange, OutputStream out) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", "/pls");
            exchange.sendResponseHeaders(302, -1);
            return;
        }
        if (path.equals("/hang")) {
            SampleFiles.pause(60_000);
            return;
        }
        String host = exchange.getRequestHeaders().getFirst("Host");
        byte[] body =
                switch (path) {
                    case "/a.wav" -> first;
                    case "/b b.wav" -> second;
                    default ->
                            PAGES.getOrDefault(path, "")
                                    .replace("HOST", host)
                                    .getBytes(StandardCharsets.UTF_8);
                };
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length);
        out.write(body);
    }

    private static SourceStream open(Path file, boolean loop) {
        return opened(sources().open(new SourceOrigin.AudioFile(file, loop)));
    }

    private static SourceStream opened(SourceOpening opening) {
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }

    private static MediaSources sources() {
        return sources(StreamTimeouts.USUAL);
    }

    private static MediaSources sources(StreamTimeouts timeouts) {
        return new HandedTime().sources(timeouts);
    }
}

package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.Patience;

class RadioTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int BYTES_PER_SECOND = 16_000;

    @TempDir Path folder;
    private byte[] mp3 = {};

    @BeforeEach
    void encode() throws Exception {
        Path wav = SampleFiles.wav(folder, 44_100, 2, 10);
        Path file = SampleFiles.encoded(folder, wav, "r.mp3", "-b:a", "128k", "-write_xing", "0");
        mp3 = Files.readAllBytes(file);
    }

    @Test
    void aStationThatStallsIsSilentCountedAndComesBack() throws Exception {
        SampleFiles.Script stalling =
                (exchange, out) -> {
                    exchange.getResponseHeaders().add("icy-name", "Test Station");
                    exchange.sendResponseHeaders(200, 0);
                    out.write(mp3, 0, 16_000);
                    SampleFiles.paced(out, mp3, 16_000, 24_000, BYTES_PER_SECOND);
                    SampleFiles.pause(2_000);
                    out.write(mp3, 24_000, 32_000);
                    SampleFiles.paced(out, mp3, 56_000, mp3.length, BYTES_PER_SECOND);
                };
        try (SampleFiles.Radio radio = new SampleFiles.Radio(stalling)) {
            SourceStream stream = open(radio.uri());
            assertThat(stream.label()).isEqualTo("Test Station");
            Heard heard = Heard.of(stream).untilFrames(600, LIMIT);
            stream.close();
            assertThat(stream.health().gaps()).isEqualTo(1);
            Wave after = new Wave(heard.channel(0)).part(500 * 480, 590 * 480);
            assertThat(after.rms()).isGreaterThan(0.1);
        }
    }

    @Test
    void aStationThatDropsTheConnectionIsAskedAgain() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        SampleFiles.Script dropping =
                (exchange, out) -> {
                    exchange.getResponseHeaders().add("icy-name", "Test Station");
                    int from = requests.getAndIncrement() * 32_000;
                    exchange.sendResponseHeaders(200, 0);
                    out.write(mp3, from, 32_000);
                    out.flush();
                };
        try (SampleFiles.Radio radio = new SampleFiles.Radio(dropping)) {
            SourceStream stream = open(radio.uri());
            Heard heard = Heard.of(stream).untilFrames(400, LIMIT);
            stream.close();
            assertThat(requests.get()).isGreaterThanOrEqualTo(2);
            assertThat(heard.problem()).isNull();
        }
    }

    @Test
    void aStationThatDiesIsLostAfterAWhile() throws Exception {
        SourceStream stream;
        Heard heard;
        try (SampleFiles.Radio radio = new SampleFiles.Radio(this::half)) {
            stream = open(radio.uri());
            heard = Heard.of(stream).untilFrames(50, LIMIT);
        }
        heard.untilOver(LIMIT);
        assertThat(heard.problem()).isEqualTo(new Problem(Reason.STREAM_LOST, "127.0.0.1"));
        stream.close();
    }

    private void half(com.sun.net.httpserver.HttpExchange exchange, java.io.OutputStream out)
            throws java.io.IOException {
        exchange.getResponseHeaders().add("icy-name", "Test Station");
        exchange.sendResponseHeaders(200, 0);
        SampleFiles.paced(out, mp3, 0, mp3.length, BYTES_PER_SECOND * 2);
    }

    @Test
    void aFileAtAnAddressIsPlayedToItsEnd() throws Exception {
        Path file = Files.write(folder.resolve("short.mp3"), java.util.Arrays.copyOf(mp3, 24_000));
        try (SampleFiles.Radio radio = new SampleFiles.Radio(file)) {
            Heard heard = Heard.of(open(radio.uri())).untilOver(LIMIT);
            assertThat(heard.problem()).isNull();
            assertThat(heard.frames()).isBetween(140, 155);
        }
    }

    @Test
    void closingWhileTheServerHangsTakesLessThanTwoSeconds() throws Exception {
        SampleFiles.Script hanging =
                (exchange, out) -> {
                    exchange.sendResponseHeaders(200, 0);
                    out.write(mp3, 0, 16_000);
                    out.flush();
                    SampleFiles.pause(20_000);
                };
        try (SampleFiles.Radio radio = new SampleFiles.Radio(hanging)) {
            SourceStream stream = open(radio.uri());
            Heard.of(stream).untilFrames(130, LIMIT);
            long start = System.nanoTime();
            stream.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void whatCannotBeReachedOrPlayedIsRefused() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        refused(URI.create("http://127.0.0.1:" + closedPort + "/"), Reason.STREAM_UNREACHABLE);
        refused(URI.create("file:///etc/hostname"), Reason.STREAM_UNREACHABLE);
        refused(URI.create("http:///x"), Reason.STREAM_UNREACHABLE);
        try (SampleFiles.Radio absent =
                new SampleFiles.Radio((exchange, _) -> exchange.sendResponseHeaders(404, -1))) {
            refused(absent.uri(), Reason.STREAM_UNREACHABLE);
        }
        Path text = Files.writeString(folder.resolve("t.html"), "<html>hello</html>".repeat(300));
        try (SampleFiles.Radio page = new SampleFiles.Radio(text)) {
            refused(page.uri(), Reason.NOT_AUDIO);
        }
    }

    @Test
    void aServerThatNeverAnswersIsUnreachable() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            refused(
                    URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/"),
                    Reason.STREAM_UNREACHABLE);
        }
    }

    private static void refused(URI uri, Reason reason) {
        SourceOpening opening = sources().open(new SourceOrigin.Address(uri));
        assertThat(opening).isInstanceOf(SourceOpening.Failed.class);
        assertThat(((SourceOpening.Failed) opening).problem().reason()).isEqualTo(reason);
    }

    private static SourceStream open(URI uri) {
        SourceOpening opening = sources().open(new SourceOrigin.Address(uri));
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }

    private static MediaSources sources() {
        Patience little =
                new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(3));
        return new MediaSources(InputStream.nullInputStream(), () -> {}, little, 0);
    }
}

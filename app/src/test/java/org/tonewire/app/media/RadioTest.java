package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

class RadioTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final StreamTimeouts LONG = new StreamTimeouts(LIMIT, LIMIT, LIMIT, MOMENT);
    private static final StreamTimeouts SHORT_SILENCE =
            new StreamTimeouts(LIMIT, LIMIT, MOMENT, MOMENT);
    private static final StreamTimeouts SHORT = new StreamTimeouts(MOMENT, MOMENT, MOMENT, MOMENT);

    @TempDir Path folder;
    private byte[] mp3 = {};

    @BeforeEach
    void encode() throws Exception {
        Path wav = SampleFiles.wav(folder, 44_100, 2, 10);
        Path file = SampleFiles.encoded(folder, wav, "r.mp3", "-b:a", "128k", "-write_xing", "0");
        mp3 = Files.readAllBytes(file);
    }

    @Test
    void aStationThatStallsIsOneSilentGap() throws Exception {
        CountDownLatch goesOn = new CountDownLatch(1);
        SampleFiles.Script stalling =
                (exchange, out) -> {
                    exchange.getResponseHeaders().add("icy-name", "Radio Köln");
                    exchange.sendResponseHeaders(200, 0);
                    out.write(mp3, 0, 48_000);
                    out.flush();
                    await(goesOn);
                    out.write(mp3, 48_000, mp3.length - 48_000);
                };
        HandedTime time = new HandedTime();
        try (SampleFiles.Radio radio = new SampleFiles.Radio(stalling)) {
            SourceStream stream = open(radio.uri(), LONG, time);
            assertThat(stream.label()).isEqualTo("Radio Köln");
            Heard heard = Heard.of(stream).untilFrames(200, LIMIT);
            time.passWithout(Duration.ofSeconds(3));
            heard.await(LIMIT, "no gap", () -> stream.health().gaps() > 0);
            heard.await(LIMIT, "the gap is too short", () -> isSilentAtEnd(heard));
            goesOn.countDown();
            heard.untilFrames(900, LIMIT);
            stream.close();
            assertThat(stream.health().gaps()).isEqualTo(1);
            Wave after = new Wave(heard.channel(0)).part(800 * 480, 890 * 480);
            assertThat(after.rms()).isGreaterThan(0.1);
        }
    }

    @Test
    void aStationThatDropsTheConnectionIsConnectedAgain() throws Exception {
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
            stream = open(radio.uri(), SHORT_SILENCE, new HandedTime());
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
        out.write(mp3, 0, mp3.length / 2);
        out.flush();
        await(new CountDownLatch(1));
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
    void closingDoesNotWaitForAServerThatHangs() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        SampleFiles.Script hanging =
                (exchange, out) -> {
                    exchange.sendResponseHeaders(200, 0);
                    out.write(mp3, 0, 48_000);
                    out.flush();
                    await(closed);
                };
        try (SampleFiles.Radio radio = new SampleFiles.Radio(hanging)) {
            SourceStream stream = open(radio.uri());
            Heard heard = Heard.of(stream).untilFrames(130, LIMIT);
            stream.close();
            int frames = heard.frames();
            closed.countDown();
            assertThat(heard.frames()).isEqualTo(frames);
        }
    }

    @Test
    void addressesThatCannotBeReachedOrPlayedAreRefused() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        refused(URI.create("http://127.0.0.1:" + closedPort + "/"), Reason.STREAM_UNREACHABLE);
        refused(URI.create("file:///etc/hostname"), Reason.STREAM_UNREACHABLE);
        refused(URI.create("http:///x"), Reason.STREAM_UNREACHABLE);
        try (SampleFiles.Radio absent =
                new SampleFiles.Radio((exchange, _) -> exchange.sendResponseHeaders(404, -1))) {
            refused(absent.uri(), Reason.STREAM_NOT_FOUND);
        }
        try (SampleFiles.Radio locked =
                new SampleFiles.Radio((exchange, _) -> exchange.sendResponseHeaders(403, -1))) {
            refused(locked.uri(), Reason.STREAM_REFUSED);
        }
        Path text = Files.writeString(folder.resolve("t.html"), "<html>hello</html>".repeat(300));
        try (SampleFiles.Radio page = new SampleFiles.Radio(text)) {
            refused(page.uri(), Reason.STREAM_NOT_AUDIO);
        }
    }

    @Test
    void aServerThatNeverAnswersIsUnreachable() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            refused(
                    URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/"),
                    Reason.STREAM_UNREACHABLE,
                    SHORT);
        }
    }

    private static void refused(URI uri, Reason reason) {
        refused(uri, reason, LONG);
    }

    private static void refused(URI uri, Reason reason, StreamTimeouts timeouts) {
        SourceOpening opening =
                sources(timeouts, new HandedTime()).open(new SourceOrigin.Address(uri));
        assertThat(opening).isInstanceOf(SourceOpening.Failed.class);
        assertThat(((SourceOpening.Failed) opening).problem().reason()).isEqualTo(reason);
    }

    private static SourceStream open(URI uri) {
        return open(uri, LONG, new HandedTime());
    }

    private static SourceStream open(URI uri, StreamTimeouts timeouts, HandedTime time) {
        SourceOpening opening = sources(timeouts, time).open(new SourceOrigin.Address(uri));
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }

    private static MediaSources sources(StreamTimeouts timeouts, HandedTime time) {
        return time.sources(timeouts);
    }

    private static boolean isSilentAtEnd(Heard heard) {
        Wave all = new Wave(heard.channel(0));
        return all.part(all.length() - 48_000, all.length()).rms() == 0;
    }

    /// Waits for the latch, or until the station is closed.
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

/// Lists of segments (HLS) as broadcasters serve them.
class SegmentsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final StreamTimeouts TIMEOUTS =
            new StreamTimeouts(LIMIT, LIMIT, LIMIT, Duration.ofMillis(50));
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir static Path folder;

    @BeforeAll
    static void encode() throws Exception {
        segment("plain", 0.2);
        segment("long", 1);
        Files.write(folder.resolve("key"), KEY);
        String info = "key\n" + folder.resolve("key") + "\n";
        Path keyInfo = Files.writeString(folder.resolve("key.info"), info);
        segment("locked", 0.2, "-hls_key_info_file", keyInfo.toString());
    }

    private static void segment(String name, double seconds, String... more) throws Exception {
        String[] options = {
            "-c:a",
            "aac",
            "-f",
            "hls",
            "-hls_time",
            String.valueOf(seconds),
            "-hls_list_size",
            "0",
            "-hls_segment_filename",
            folder.resolve(name + "%d.ts").toString()
        };
        String[] all = Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        Path wav = SampleFiles.wav(folder, 48_000, 2, seconds < 1 ? 1.2 : 4);
        SampleFiles.encoded(folder, wav, name + ".m3u8", all);
    }

    @ParameterizedTest
    @CsvSource({
        "plain,  .ts",
        "plain,  ''",
        "plain,  .jpg",
        "plain,  .php?token=a&b=c/d.e",
        "locked, .ts",
        "locked, ?token=a",
    })
    void segmentsNeedNoEnding(String name, String ending) throws Exception {
        SampleFiles.Script script =
                (exchange, out) -> answer(exchange, out, list(name).replace(".ts", ending));
        try (SampleFiles.Radio server = new SampleFiles.Radio(script)) {
            Heard heard = Heard.of(open(server)).untilOver(LIMIT);
            assertThat(heard.problem()).isNull();
            assertThat(heard.frames()).isBetween(115, 130);
        }
    }

    @Test
    void aLiveListIsWaitedForAndAskedAgainAndPlaysNothingTwice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        String whole = list("plain");
        String begun = whole.substring(0, whole.indexOf("plain3.ts") + 9) + "\n";
        SampleFiles.Script script =
                (exchange, out) -> {
                    boolean isList = exchange.getRequestURI().getPath().equals("/radio.mp3");
                    exchange.getResponseHeaders().add("Content-Type", "application/x-mpegurl");
                    int time = isList ? asked.incrementAndGet() : 0;
                    if (time == 7 || time == 8) {
                        exchange.sendResponseHeaders(503, -1);
                    } else {
                        answer(exchange, out, time < 7 ? begun : whole);
                    }
                };
        try (SampleFiles.Radio server = new SampleFiles.Radio(script)) {
            Heard heard = Heard.of(open(server)).untilOver(LIMIT);
            assertThat(heard.problem()).isNull();
            assertThat(asked.get()).isGreaterThan(8);
            assertThat(heard.frames()).isBetween(90, 130);
        }
    }

    /// Segments come one after another, as whole seconds of sound: what is skipped of them to catch
    /// up with a pause would be missing at the end of each.
    @Test
    void afterAPauseNothingIsSkipped() throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean();
        String whole = list("long");
        String begun = whole.substring(0, whole.indexOf("long0.ts") + 8) + "\n";
        SampleFiles.Script script =
                (exchange, out) -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/x-mpegurl");
                    answer(exchange, out, goesOn.get() ? whole : begun);
                };
        HandedTime time = new HandedTime();
        try (SampleFiles.Radio server = new SampleFiles.Radio(script)) {
            Heard heard = Heard.of(open(server, time)).untilFrames(40, LIMIT);
            time.passWithout(Duration.ofSeconds(15));
            heard.untilFrames(1_500, LIMIT);
            goesOn.set(true);
            heard.untilOver(LIMIT);
            assertThat(heard.problem()).isNull();
            assertThat(heard.soundingFrames()).isBetween(390, 410);
        }
    }

    private static String list(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".m3u8"));
    }

    private static void answer(HttpExchange exchange, OutputStream out, String list)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body =
                path.equals("/radio.mp3")
                        ? list.getBytes(StandardCharsets.UTF_8)
                        : Files.readAllBytes(folder.resolve(file(path)));
        exchange.sendResponseHeaders(200, body.length);
        out.write(body);
    }

    private static String file(String path) {
        String name = path.substring(1).replaceFirst("\\..*", "");
        return name.equals("key") ? name : name + ".ts";
    }

    private static SourceStream open(SampleFiles.Radio server) {
        return open(server, new HandedTime());
    }

    private static SourceStream open(SampleFiles.Radio server, HandedTime time) {
        MediaSources sources = time.sources(TIMEOUTS);
        SourceOpening opening = sources.open(new SourceOrigin.Address(server.uri()));
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }
}

package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.Patience;

/// What every source without a device promises.
class SourceContractTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everySourceKeepsThePromises() throws IOException {
        Path file = SampleFiles.wav(folder, 44_100, 1, 3);
        SampleFiles.Radio radio = new SampleFiles.Radio(file);
        List<Kind> kinds =
                List.of(
                        new Kind("tone", () -> sources().open(new SourceOrigin.Tone(440))),
                        new Kind(
                                "file",
                                () -> sources().open(new SourceOrigin.AudioFile(file, true))),
                        new Kind(
                                "address",
                                () -> sources().open(new SourceOrigin.Address(radio.uri()))),
                        new Kind("pipe", SourceContractTest::endlessPipe));
        return kinds.stream().flatMap(SourceContractTest::promises).onClose(radio::close);
    }

    private static Stream<DynamicTest> promises(Kind kind) {
        return Stream.of(
                DynamicTest.dynamicTest(
                        kind.name() + ": frames come at the clock's pace, and none after close",
                        () -> pacedUntilClose(kind)),
                DynamicTest.dynamicTest(
                        kind.name() + ": it has a label, and closing it unstarted or twice is fine",
                        () -> closesAnyTime(kind)));
    }

    private static void pacedUntilClose(Kind kind) {
        SourceStream stream = kind.open();
        Heard heard = Heard.of(stream);
        long start = System.nanoTime();
        heard.untilFrames(50, LIMIT);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isBetween(Duration.ofMillis(430), Duration.ofMillis(900));
        assertThat(stream.health().frames()).isGreaterThanOrEqualTo(50);
        assertThat(stream.position().elapsed()).isPositive();
        assertTimeout(Duration.ofSeconds(2), stream::close);
        int frames = heard.frames();
        heard.await(LIMIT, "never", new Heard.Pause(60));
        assertThat(heard.frames()).isEqualTo(frames);
        assertThat(heard.ends()).isZero();
        assertThat(heard.problem()).isNull();
    }

    private static void closesAnyTime(Kind kind) {
        SourceStream stream = kind.open();
        assertThat(stream.label()).isNotBlank();
        stream.close();
        stream.close();
    }

    private static MediaSources sources() {
        return new MediaSources(InputStream.nullInputStream(), () -> {}, Patience.USUAL, 0);
    }

    private static SourceOpening endlessPipe() {
        try {
            PipedInputStream in = new PipedInputStream(1_920 * 100);
            PipedOutputStream out = new PipedOutputStream(in);
            out.write(new byte[1_920 * 99]);
            return new MediaSources(in, () -> {}, Patience.USUAL, 0).open(new SourceOrigin.Pipe());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private record Kind(String name, Supplier<SourceOpening> opener) {
        SourceStream open() {
            SourceOpening opening = opener.get();
            assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
            return ((SourceOpening.Opened) opening).stream();
        }
    }
}

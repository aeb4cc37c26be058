package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

/// The contract of every source without a device.
class SourceContractTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration TIME = Duration.ofMillis(505);

    /// One at the start, which may be slightly late, and one every 10 ms.
    private static final int FRAMES = 51;

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everySourceKeepsThePromises() throws IOException {
        Path file = SampleFiles.wav(folder, 44_100, 1, 3);
        SampleFiles.Radio radio = new SampleFiles.Radio(file);
        List<Kind> kinds =
                List.of(
                        new Kind("tone", time -> sources(time).open(new SourceOrigin.Tone(440))),
                        new Kind(
                                "file",
                                time -> sources(time).open(new SourceOrigin.AudioFile(file, true))),
                        new Kind(
                                "address",
                                time -> sources(time).open(new SourceOrigin.Address(radio.uri()))),
                        new Kind("pipe", SourceContractTest::endlessPipe));
        return kinds.stream().flatMap(SourceContractTest::promises).onClose(radio::close);
    }

    private static Stream<DynamicTest> promises(Kind kind) {
        return Stream.of(
                DynamicTest.dynamicTest(
                        kind.name()
                                + ": frames are delivered at the clock's pace, and none after"
                                + " close",
                        () -> pacedUntilClose(kind)),
                DynamicTest.dynamicTest(
                        kind.name() + ": it has a label, and closing it unstarted or twice is fine",
                        () -> closesAnyTime(kind)));
    }

    private static void pacedUntilClose(Kind kind) {
        SourceStream stream = kind.open(HandedTime.of(TIME));
        Heard heard = Heard.of(stream).untilFrames(FRAMES, LIMIT);
        heard.await(LIMIT, "never", new Heard.Pause(60));
        assertThat(heard.frames()).isEqualTo(FRAMES);
        assertThat(stream.health().frames()).isEqualTo(FRAMES);
        assertThat(stream.position().elapsed()).isPositive();
        stream.close();
        assertThat(heard.frames()).isEqualTo(FRAMES);
        assertThat(heard.ends()).isZero();
        assertThat(heard.problem()).isNull();
    }

    private static void closesAnyTime(Kind kind) {
        SourceStream stream = kind.open(new HandedTime());
        assertThat(stream.label()).isNotBlank();
        stream.close();
        stream.close();
    }

    private static MediaSources sources(HandedTime time) {
        return time.sources(StreamTimeouts.USUAL);
    }

    private static SourceOpening endlessPipe(HandedTime time) {
        try {
            PipedInputStream in = new PipedInputStream(1_920 * 100);
            PipedOutputStream out = new PipedOutputStream(in);
            out.write(new byte[1_920 * 99]);
            return new MediaSources(in, () -> {}, StreamTimeouts.USUAL, 0, time)
                    .open(new SourceOrigin.Pipe());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private record Kind(String name, Function<HandedTime, SourceOpening> opener) {
        SourceStream open(HandedTime time) {
            SourceOpening opening = opener.apply(time);
            assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
            return ((SourceOpening.Opened) opening).stream();
        }
    }
}

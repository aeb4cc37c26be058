package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.hearing.Window;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// What is recorded is there, a file a track, also when nobody listens.
class RecordingTest {
    private static final double TONE_DB = -18;
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final double WINDOW_SECONDS = WINDOW.toMillis() / 1_000.0;

    /// Two seconds of two channels of 24 bits, and more of what is smaller.
    private static final long LONG_BYTES = 2 * 48_000 * 2 * 3;

    @TempDir Path folder;

    @Test
    void everyTrackIsAFileOfItsOwn() throws Exception {
        Path kept = folder.resolve("takes");
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A");
                Participant bob =
                        call.join(
                                "Bob",
                                "--source",
                                "tone:700,name=B",
                                "--record",
                                kept.toString())) {
            bob.awaitFlowing("A");
            Await.until(
                    "recorded",
                    Participant.SOON,
                    () -> files(kept).stream().filter(RecordingTest::isLong).count() == 2,
                    call::report);
            assertThat(bob.leave()).isZero();
        }

        List<Path> files = files(kept);
        assertThat(files).hasSize(2);
        assertThat(files.getFirst().toString()).endsWith(" Ann - A.wav");
        assertThat(files.getLast().toString()).endsWith(" Bob - B.wav");
        assertThat(windowsOf(files.getFirst(), 440)).isGreaterThanOrEqualTo(2);
        assertThat(windowsOf(files.getLast(), 700)).isGreaterThanOrEqualTo(2);
    }

    /// In how many half seconds of the file the tone is at its level.
    private static long windowsOf(Path file, double hertz)
            throws IOException, UnsupportedAudioFileException {
        StereoSound sound = Recordings.read(file);
        return IntStream.range(0, (int) (sound.seconds() / WINDOW_SECONDS))
                .mapToObj(i -> sound.part(WINDOW.multipliedBy(i), WINDOW))
                .filter(part -> new Window(part).has(hertz, TONE_DB))
                .count();
    }

    private static boolean isLong(Path file) {
        try {
            return Files.size(file) > LONG_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path in) {
        try (Stream<Path> all = Files.list(in)) {
            return all.sorted((a, b) -> name(a).compareTo(name(b))).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without the time in front.
    private static String name(Path file) {
        return file.getFileName().toString().substring(20);
    }
}

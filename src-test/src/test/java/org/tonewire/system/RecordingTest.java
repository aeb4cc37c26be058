package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// What is recorded is there, a file a track, also when nobody listens.
@Timeout(120)
class RecordingTest {
    @TempDir Path folder;

    @Test
    void everyTrackIsAFileOfItsOwn() throws Exception {
        Path kept = folder.resolve("takes");
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A");
                Participant bob =
                        call.join(
                                "Bob", "--source", "tone:700,name=B", "--record", kept.toString());
                Recorder clock =
                        Recorder.listenTo(
                                call.sound(), SoundServer.monitorOf(SoundServer.SPEAKERS))) {
            bob.awaitFlowing("A");
            clock.next(Duration.ofSeconds(3));
            assertThat(bob.leave()).isZero();
        }

        List<Path> files = files(kept);
        assertThat(files).hasSize(2);
        assertThat(files.getFirst().toString()).endsWith(" Ann - A.wav");
        assertThat(files.getLast().toString()).endsWith(" Bob - B.wav");
        for (Path file : files) {
            assertThat(seconds(file)).isBetween(3.0, 20.0);
        }
    }

    private static double seconds(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            return in.getFrameLength() / 48_000.0;
        }
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.sorted((a, b) -> name(a).compareTo(name(b))).toList();
        }
    }

    /// Without the time in front.
    private static String name(Path file) {
        return file.getFileName().toString().substring(20);
    }
}

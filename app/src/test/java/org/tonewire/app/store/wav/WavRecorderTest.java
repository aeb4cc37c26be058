package org.tonewire.app.store.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.TrackRecorder;

class WavRecorderTest {
    @TempDir Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void everyFrameOfATrackIsInItsFile() throws Exception {
        try (TrackRecorder recorder = open(folder.resolve("new"))) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            for (int i = 0; i < 100; i++) {
                float[] frame = new float[960];
                Arrays.fill(frame, i / 100f - 0.5f);
                track.accept(frame);
            }
        }

        File file = only(folder.resolve("new"));
        assertThat(file.getName()).endsWith(" Ann - Mix.wav");
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file)) {
            assertThat(in.getFormat().getSampleRate()).isEqualTo(48_000);
            assertThat(in.getFormat().getSampleSizeInBits()).isEqualTo(24);
            assertThat(in.getFrameLength()).isEqualTo(48_000);
            byte[] bytes = in.readAllBytes();
            for (int i = 0; i < 100; i++) {
                int at = i * 480 * 6;
                int value =
                        (bytes[at + 2] << 16) | ((bytes[at + 1] & 255) << 8) | (bytes[at] & 255);
                assertThat(value / 8_388_607.0).isCloseTo(i / 100.0 - 0.5, within(1e-6));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void tracksOfTheSameNameDoNotOverwriteEachOther() throws IOException {
        try (TrackRecorder recorder = open(folder)) {
            recorder.begin("Ann", "Mix").accept(new float[960]);
            recorder.begin("Ann", "Mix").accept(new float[960]);
        }
        assertThat(files(folder)).hasSize(2);
    }

    @Test
    void aNameCannotLeadOutOfTheFolder() throws IOException {
        try (TrackRecorder recorder = open(folder.resolve("in"))) {
            recorder.begin("../../etc", "a/b\\c:d\u202e").accept(new float[960]);
        }
        assertThat(only(folder.resolve("in")).getName()).doesNotContain("/", "\\", "..");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(WavRecorder.open(file.resolve("under"), problems::add))
                .isEqualTo(
                        new RecorderOpening.Failed(
                                new Problem(
                                        Reason.STORAGE_FAILED, file.resolve("under").toString())));
    }

    @Test
    void aClosedTrackTakesNothingMore() throws IOException, UnsupportedAudioFileException {
        try (TrackRecorder recorder = open(folder)) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            track.accept(new float[960]);
            track.close();
            track.accept(new float[960]);
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(only(folder))) {
            assertThat(in.getFrameLength()).isEqualTo(480);
        }
    }

    private TrackRecorder open(Path into) {
        return ((RecorderOpening.Opened) WavRecorder.open(into, problems::add)).recorder();
    }

    private static File only(Path in) throws IOException {
        List<Path> files = files(in);
        assertThat(files).hasSize(1);
        return files.getFirst().toFile();
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

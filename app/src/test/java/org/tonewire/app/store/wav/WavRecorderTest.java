package org.tonewire.app.store.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.record.TrackRecorder;

class WavRecorderTest {
    @TempDir Path folder;

    private final List<TrackLoss> losses = new CopyOnWriteArrayList<>();

    @Test
    void everyFrameOfATrackIsInItsFile() throws Exception {
        try (TrackRecorder recorder = open(folder.resolve("new"))) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            for (int i = 0; i < 100; i++) {
                float[] frame = new float[960];
                Arrays.fill(frame, i / 100f - 0.5f);
                track.accept(frame, i * 480L);
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
        assertThat(losses).isEmpty();
    }

    @Test
    void aNameCannotLeadOutOfTheFolder() throws IOException {
        try (TrackRecorder recorder = open(folder.resolve("in"))) {
            recorder.begin("../../etc", "a/b\\c:d\u202e").accept(new float[960], 0);
        }
        assertThat(only(folder.resolve("in")).getName()).doesNotContain("/", "\\", "..");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void longNamesAreCutByTheBytesThatTheyTakeOnTheDisk() throws IOException {
        String name = "合奏参加者田中太郎".repeat(7).substring(0, 60);
        try (TrackRecorder recorder = open(folder)) {
            recorder.begin(name, name).accept(new float[960], 0);
            recorder.begin(name, name).accept(new float[960], 0);
        }
        assertThat(losses).isEmpty();
        assertThat(files(folder)).hasSize(2);
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCutInTheMiddle() throws IOException {
        try (TrackRecorder recorder = open(folder)) {
            recorder.begin("a".repeat(59) + "\ud842\udfb7", "Mix").accept(new float[960], 0);
        }
        assertThat(losses).isEmpty();
        assertThat(files(folder)).hasSize(1);
    }

    @Test
    void aDiskThatIsFullEndsOneFileThatPlaysAndTheOthersGoOn() throws Exception {
        long room = 44 + 40_000;
        try (TrackRecorder recorder = on(new SmallDisk("Full", room), WavTrack.MAX_DATA_BYTES)) {
            RecordedTrack full = recorder.begin("Full", "Mix");
            RecordedTrack good = recorder.begin("Good", "Mix");
            for (int i = 0; i < 100; i++) {
                full.accept(new float[960], i * 480L);
                good.accept(new float[960], i * 480L);
            }
        }

        assertThat(losses)
                .containsExactly(
                        new TrackLoss(
                                "Full",
                                "Mix",
                                TrackLoss.Part.REST,
                                new Problem(Reason.STORAGE_FULL, "Full – Mix")));
        assertThat(frames("Good")).isEqualTo(48_000);
        assertThat(frames("Full")).isBetween(4_800L, 40_000L / 6);
    }

    @Test
    void aFileThatCannotEvenBeginIsNotLeftBehind() throws IOException {
        try (TrackRecorder recorder = on(new SmallDisk("Full", 0), WavTrack.MAX_DATA_BYTES)) {
            recorder.begin("Full", "Mix").accept(new float[960], 0);
            recorder.begin("Good", "Mix").accept(new float[960], 0);
        }

        assertThat(losses)
                .singleElement()
                .satisfies(loss -> assertThat(loss.part()).isEqualTo(TrackLoss.Part.WHOLE));
        assertThat(only(folder).getName()).contains("Good");
    }

    @Test
    void aFileThatCannotBeOpenedIsNamed() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (TrackRecorder recorder = open(gone)) {
            Files.delete(gone);
            recorder.begin("Ann", "Mix").accept(new float[960], 0);
        }

        assertThat(losses)
                .singleElement()
                .satisfies(loss -> {
                    assertThat(loss.part()).isEqualTo(TrackLoss.Part.WHOLE);
                    assertThat(loss.title()).isEqualTo("Ann – Mix");
                    assertThat(loss.problem().reason()).isEqualTo(Reason.STORAGE_FAILED);
                    assertThat(loss.problem().subject()).startsWith(gone.toString());
                });
    }

    @Test
    void aFileThatReachesTheLimitOfTheFormatGoesOnInAnother() throws Exception {
        try (TrackRecorder recorder = on(WavRecorder::create, 100_000)) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            for (int i = 0; i < 100; i++) {
                track.accept(new float[960], i * 480L);
            }
        }

        long all = 0;
        for (Path file : files(folder)) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(44 + 100_000);
            all += frames(file);
        }
        assertThat(all).isEqualTo(48_000);
        assertThat(losses).isEmpty();
    }

    @Test
    void whatStorageIsTooSlowForIsSilentAndSaid() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        WavFiles stopped =
                path -> {
                    awaitQuietly(slow);
                    return WavRecorder.create(path);
                };
        try (TrackRecorder recorder = on(stopped, WavTrack.MAX_DATA_BYTES)) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            for (int i = 0; i < 400; i++) {
                track.accept(new float[960], i * 480L);
            }
            slow.countDown();
        }

        assertThat(losses)
                .containsExactly(
                        new TrackLoss(
                                "Ann",
                                "Mix",
                                TrackLoss.Part.GAPS,
                                new Problem(Reason.STORAGE_SLOW, "Ann – Mix")));
        assertThat(frames("Ann")).isEqualTo(400 * 480);
    }

    @Test
    void aGapInPositionsIsSilenceInTheFile() throws Exception {
        float[] loud = new float[960];
        Arrays.fill(loud, 0.5f);
        try (TrackRecorder recorder = open(folder)) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            track.accept(loud, 96_000);
            track.accept(loud, 96_480);
            track.accept(loud, 97_000);
            track.accept(loud, 577_480);
        }

        try (AudioInputStream in = AudioSystem.getAudioInputStream(only(folder))) {
            byte[] bytes = in.readAllBytes();
            assertThat(bytes).hasSize((1_480 + 480_000 + 480) * 6);
            assertThat(isSilent(bytes, 0, 960)).isFalse();
            assertThat(isSilent(bytes, 959, 960)).isFalse();
            assertThat(isSilent(bytes, 960, 1_000)).isTrue();
            assertThat(isSilent(bytes, 1_000, 1_001)).isFalse();
            assertThat(isSilent(bytes, 1_480, 1_480 + 480_000)).isTrue();
            assertThat(isSilent(bytes, 1_480 + 480_000, 1_481 + 480_000)).isFalse();
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void aGapLongerThanAFileGoesOnInTheNext() throws Exception {
        try (TrackRecorder recorder = on(WavRecorder::create, 100_000)) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            track.accept(new float[960], 0);
            track.accept(new float[960], 96_000);
        }

        long all = 0;
        for (Path file : files(folder)) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(44 + 100_000);
            all += frames(file);
        }
        assertThat(all).isEqualTo(96_480);
    }

    private static boolean isSilent(byte[] bytes, int from, int to) {
        for (int i = from * 6; i < to * 6; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private TrackRecorder on(WavFiles files, long maxDataBytes) {
        return WavRecorder.started(new WavTrack.Target(folder, files, maxDataBytes), losses::add);
    }

    /// How many frames the only file of that name plays.
    private long frames(String name) throws IOException, UnsupportedAudioFileException {
        List<Path> named =
                files(folder).stream().filter(file -> file.toString().contains(name)).toList();
        assertThat(named).hasSize(1);
        return frames(named.getFirst());
    }

    private static long frames(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(in.readAllBytes().length).isEqualTo((int) in.getFrameLength() * 6);
            return in.getFrameLength();
        }
    }

    private TrackRecorder open(Path into) {
        return ((RecorderOpening.Opened) WavRecorder.open(into, losses::add)).recorder();
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

package org.tonewire.app.store.wav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.record.TrackRecorder;

/// What recorders promise to a session, wherever they keep tracks.
abstract class RecorderOpenerContract {
    private static final float[] FRAME = new float[960];

    private final List<TrackLoss> losses = new CopyOnWriteArrayList<>();

    /// Where to record to.
    abstract Path folder();

    abstract RecorderOpener opener();

    /// Has room for all tracks but those of this participant.
    abstract RecorderOpener openerWithoutRoomFor(String participant);

    /// A folder that cannot be made, and what cannot make it.
    abstract Impossible impossible();

    /// The lengths of the tracks that were kept of this participant, in frames of sound.
    abstract List<Long> kept(String participant) throws Exception;

    record Impossible(RecorderOpener opener, Path folder) {}

    @Test
    void everyTrackIsKeptWhole() throws Exception {
        try (TrackRecorder recorder = open(opener())) {
            RecordedTrack ann = recorder.begin("Ann", "Mix");
            RecordedTrack bob = recorder.begin("Bob", "Mix");
            accept(ann, 0, 100);
            accept(bob, 0, 50);
        }
        assertThat(kept("Ann")).containsExactly(48_000L);
        assertThat(kept("Bob")).containsExactly(24_000L);
        assertThat(losses).isEmpty();
    }

    @Test
    void aGapInPositionsKeepsItsTime() throws Exception {
        try (TrackRecorder recorder = open(opener())) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            accept(track, 96_000, 2);
            accept(track, 97_440, 1);
        }
        assertThat(kept("Ann")).containsExactly(1_920L);
    }

    @Test
    void tracksOfTheSameNameAreKeptApart() throws Exception {
        try (TrackRecorder recorder = open(opener())) {
            accept(recorder.begin("Ann", "Mix"), 0, 1);
            accept(recorder.begin("Ann", "Mix"), 0, 2);
        }
        assertThat(kept("Ann")).containsExactlyInAnyOrder(480L, 960L);
    }

    @Test
    void aTrackThatIsClosedTakesNothingMore() throws Exception {
        try (TrackRecorder recorder = open(opener())) {
            RecordedTrack track = recorder.begin("Ann", "Mix");
            accept(track, 0, 1);
            track.close();
            track.close();
            accept(track, 480, 1);
        }
        assertThat(kept("Ann")).containsExactly(480L);
    }

    @Test
    void aRecorderThatIsClosedTakesNothingMore() throws Exception {
        TrackRecorder recorder = open(opener());
        RecordedTrack track = recorder.begin("Ann", "Mix");
        accept(track, 0, 1);
        recorder.close();
        recorder.close();
        accept(track, 480, 1);
        assertThat(kept("Ann")).containsExactly(480L);
    }

    @Test
    void aTrackThatFindsNoRoomIsToldOnceAndTheOthersGoOn() throws Exception {
        try (TrackRecorder recorder = open(openerWithoutRoomFor("Full"))) {
            RecordedTrack full = recorder.begin("Full", "Mix");
            RecordedTrack good = recorder.begin("Good", "Mix");
            accept(full, 0, 100);
            accept(good, 0, 100);
        }
        assertThat(losses)
                .containsExactly(
                        new TrackLoss(
                                "Full",
                                "Mix",
                                TrackLoss.Part.WHOLE,
                                new Problem(Reason.STORAGE_FULL, "Full – Mix")));
        assertThat(kept("Full")).isEmpty();
        assertThat(kept("Good")).containsExactly(48_000L);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() {
        Impossible impossible = impossible();
        Path folder = impossible.folder();
        assertThat(impossible.opener().open(folder, losses::add))
                .isEqualTo(
                        new RecorderOpening.Failed(
                                new Problem(Reason.STORAGE_FAILED, folder.toString())));
    }

    private TrackRecorder open(RecorderOpener opener) {
        RecorderOpening opening = opener.open(folder(), losses::add);
        assertThat(opening).isInstanceOf(RecorderOpening.Opened.class);
        return ((RecorderOpening.Opened) opening).recorder();
    }

    private static void accept(RecordedTrack track, long position, int frames) {
        for (int i = 0; i < frames; i++) {
            track.accept(FRAME, position + i * 480L);
        }
    }
}

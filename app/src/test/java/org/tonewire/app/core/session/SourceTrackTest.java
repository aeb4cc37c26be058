package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.fake.FakeLinks;

/// What a source sends while it is muted, held, or both.
class SourceTrackTest {
    private static final SourceOrigin MICROPHONE = new SourceOrigin.Microphone(Optional.empty());
    private static final SourceOrigin TONE = new SourceOrigin.Tone(440);

    private static final SourceId ID = new SourceId("s");

    private final SendGate gate = new SendGate();
    private final FakeLinks links = new FakeLinks(Runnable::run);

    @Test
    void aMicrophoneThatIsHeldSendsZerosFromItsFirstFrameOn() {
        SourceTrack track = track(MICROPHONE);
        hold(true);
        assertThat(isSilent(track)).isTrue();
        assertThat(track.view().waiting()).isTrue();
        assertThat(track.view().muted()).isFalse();
        hold(false);
        assertThat(isSilent(track)).isFalse();
    }

    @Test
    void holdingAndMutingDoNotUndoEachOther() {
        SourceTrack track = track(MICROPHONE);
        mute(true);
        hold(true);
        hold(false);
        assertThat(isSilent(track)).isTrue();
        hold(true);
        mute(false);
        assertThat(isSilent(track)).isTrue();
        assertThat(track.isSilent()).isTrue();
    }

    @Test
    void onlyMicrophonesAreHeld() {
        SourceTrack track = track(TONE);
        hold(true);
        assertThat(isSilent(track)).isFalse();
        assertThat(track.view().waiting()).isFalse();
        track.setOrigin(MICROPHONE);
        assertThat(isSilent(track)).isTrue();
    }

    private void mute(boolean muted) {
        gate.apply(new SessionCommand.SetSourceMuted(ID, muted));
    }

    private void hold(boolean held) {
        gate.apply(new SessionCommand.HoldMicrophones(held));
    }

    private boolean isSilent(SourceTrack track) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        Arrays.fill(frame, 0.5f);
        track.strip().accept(frame, 0);
        FakeLinks.Feed feed = links.feeds().values().iterator().next();
        for (float value : feed.sent().getLast()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private SourceTrack track(SourceOrigin origin) {
        SourceSpec spec = new SourceSpec(origin, Profile.MUSIC, 0, Optional.empty());
        TrackFeed feed = links.openFeed(new TrackId(ID.value()));
        return new SourceTrack(ID, spec, feed, new RenderReference(), gate);
    }
}

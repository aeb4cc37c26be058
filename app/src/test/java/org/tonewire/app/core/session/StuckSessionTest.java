package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.testing.Eventually;

/// Commands that silence a source, and leaving, while the session thread is blocked in a native
/// call. Each takes effect before the caller's call returns, without a step of the session thread.
class StuckSessionTest {
    private static final SourceId MIC = new SourceId("mic");
    private static final SourceId TONE = new SourceId("tone");
    private static final SourceOrigin MICROPHONE = new SourceOrigin.Microphone(Optional.empty());

    private final SessionRig rig = new SessionRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void muteSilencesAndIsShownAtOnce() {
        FakeSources.Stream tone = rig.addLive(TONE, new SourceOrigin.Tone(440));
        rig.blockSessionThread();

        assertThat(isSilent(tone)).isFalse();
        rig.session.submit(new SessionCommand.SetSourceMuted(TONE, true));
        assertThat(isSilent(tone)).isTrue();
        assertThat(shown(TONE).muted()).isTrue();
        rig.session.submit(new SessionCommand.SetSourceMuted(TONE, false));
        assertThat(isSilent(tone)).isFalse();
        assertThat(shown(TONE).muted()).isFalse();
        rig.assertBlocked();
    }

    @Test
    void theTalkKeyHoldsMicrophonesAtOnce() {
        FakeSources.Stream microphone = rig.addLive(MIC, MICROPHONE);
        rig.blockSessionThread();

        rig.session.submit(new SessionCommand.HoldMicrophones(true));
        assertThat(isSilent(microphone)).isTrue();
        assertThat(shown(MIC).waiting()).isTrue();
        rig.session.submit(new SessionCommand.HoldMicrophones(false));
        assertThat(isSilent(microphone)).isFalse();
        rig.assertBlocked();
    }

    @Test
    void theLowestGainSilencesAtOnce() {
        FakeSources.Stream tone = rig.addLive(TONE, new SourceOrigin.Tone(440));
        rig.blockSessionThread();

        assertThat(isSilent(tone)).isFalse();
        rig.session.submit(new SessionCommand.SetSourceGain(TONE, -60));
        tone.play(1);
        assertThat(isSilent(tone)).isTrue();
        assertThat(shown(TONE).spec().gainDb()).isEqualTo(-60);
        rig.assertBlocked();
    }

    @Test
    void aRemovedSourceIsNeitherSentNorShown() {
        FakeSources.Stream tone = rig.addLive(TONE, new SourceOrigin.Tone(440));
        rig.blockSessionThread();

        rig.session.submit(new SessionCommand.RemoveSource(TONE));
        assertThat(sends(tone)).isFalse();
        assertThat(rig.session.snapshot().sources()).isEmpty();
        rig.assertBlocked();
    }

    @Test
    void leavingEndsAllSoundAndTellsTheServerAtOnce() {
        FakeSources.Stream tone = rig.addLive(TONE, new SourceOrigin.Tone(440));
        rig.blockSessionThread();

        assertThat(sends(tone)).isTrue();
        rig.session.beginLeaving();
        assertThat(sends(tone)).isFalse();
        assertThat(rig.channel.leaves).hasPositiveValue();
        assertThat(rig.output.isClosed()).isTrue();
        Eventually.holds(tone::isClosed, () -> "the device was not given back");
        rig.assertBlocked();
    }

    @Test
    void leavingReturnsAndTheSessionStaysSilent() {
        FakeSources.Stream tone = rig.addLive(TONE, new SourceOrigin.Tone(440));
        rig.blockSessionThread();

        rig.session.leave();
        rig.assertBlocked();
        rig.session.submit(new SessionCommand.SetSourceMuted(TONE, false));
        rig.links.released.countDown();
        rig.session.leave();
        Eventually.holds(
                () -> rig.links.closed.equals(List.of(TONE.value(), "links")),
                () -> "closed: " + rig.links.closed);
        assertThat(sends(tone)).isFalse();
    }

    @Test
    void queuedCommandsDoNotUndoALaterMute() {
        FakeSources.Stream tone = rig.addLive(TONE, new SourceOrigin.Tone(440));
        rig.blockSessionThread();

        rig.session.submit(new SessionCommand.SetSourceMuted(TONE, false));
        rig.session.submit(new SessionCommand.SetSourceGain(TONE, 6));
        rig.session.submit(new SessionCommand.SetSourceMuted(TONE, true));
        rig.links.released.countDown();
        for (int i = 0; i < 3; i++) {
            rig.awaitEvent(SessionEvent.SettingChanged.class::isInstance);
            assertThat(isSilent(tone)).isTrue();
            assertThat(shown(TONE).muted()).isTrue();
        }
    }

    private boolean isSilent(FakeSources.Stream stream) {
        assertThat(sends(stream)).isTrue();
        for (float value : rig.links.sent.getLast()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether a frame of it goes out, silent or not.
    private boolean sends(FakeSources.Stream stream) {
        int before = rig.links.sent.size();
        stream.play(1);
        return rig.links.sent.size() > before;
    }

    private LocalSource shown(SourceId id) {
        return rig.session.snapshot().sources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.PeerMessage;

/// A source whose device is changed, ends or fails, and what others are offered of it.
final class SourceChangeTest {
    private static final SourceId MIC = new SourceId("mic");
    private static final SourceOrigin DESK = microphone("desk");
    private static final SourceOrigin HEADSET = microphone("headset");
    private static final SourceOrigin TONE = new SourceOrigin.Tone(440);
    private static final Problem BUSY = new Problem(Reason.DEVICE_BUSY, "headset");
    private static final Problem PULLED = new Problem(Reason.DEVICE_GONE, "desk");
    private static final Problem SERVER_GONE = Problem.of(Reason.SOUND_SERVER_GONE);

    private final VirtualSession room = VirtualSession.with("bob");

    @Test
    void theEndOfADeviceIsReportedAfterAChangeThatFailed() {
        room.add("mic", DESK);
        FakeSources.Stream desk = room.sources.streams.getLast();
        room.sources.fail(BUSY);
        change(HEADSET);
        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.problems()).containsExactly(BUSY);

        desk.breakWith(PULLED);
        room.loop.settle();

        assertThat(status()).isEqualTo(new SourceStatus.Waiting(PULLED));
        assertThat(desk.isClosed()).isTrue();
    }

    @Test
    void aDeviceLostWithTheServerIsOpenedAgainAfterAChangeThatFailed() {
        room.add("mic", DESK);
        FakeSources.Stream desk = room.sources.streams.getLast();
        room.sources.fail(BUSY);
        change(HEADSET);
        room.sources.work();

        desk.breakWith(SERVER_GONE);
        room.loop.settle();
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SERVER_GONE));
        room.pass(Duration.ofSeconds(2));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams.getLast().origin()).isEqualTo(DESK);
    }

    @Test
    void aDeadDeviceIsNotLiveAgainBecauseAnotherCannotBeOpened() {
        room.add("mic", DESK);
        room.sources.streams.getLast().play(10);
        room.sources.streams.getLast().breakWith(PULLED);
        room.loop.settle();
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(PULLED));

        room.sources.fail(BUSY);
        change(HEADSET);
        room.pass(Duration.ofSeconds(20));

        assertThat(status()).isEqualTo(new SourceStatus.Failed(BUSY));
    }

    @Test
    void aDeviceThatEndsWhileAnotherIsOpenedLeavesTheStatusToThat() {
        room.add("mic", DESK);
        room.loop.holdBlocking();
        change(HEADSET);
        room.sources.streams.getLast().breakWith(PULLED);
        room.loop.settle();
        assertThat(status()).isEqualTo(new SourceStatus.Opening());

        room.loop.releaseBlocking();
        room.loop.settle();

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams.getLast().origin()).isEqualTo(HEADSET);
        assertThat(room.sources.streams.getFirst().isClosed()).isTrue();
    }

    @Test
    void aDeviceChosenWhileTheServerGoesAwayIsWaitedFor() {
        room.add("mic", DESK);
        room.loop.holdBlocking();
        change(HEADSET);
        room.sources.fail(SERVER_GONE);
        room.sources.streams.getLast().breakWith(SERVER_GONE);
        room.loop.releaseBlocking();
        room.loop.settle();
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SERVER_GONE));

        room.sources.work();
        room.pass(Duration.ofSeconds(2));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams.getLast().origin()).isEqualTo(HEADSET);
    }

    @Test
    void aFileThatEndedShowsWhereItEnded() {
        room.add("mic", new SourceOrigin.AudioFile(Path.of("/music/song.flac"), false));
        room.pass(Settling.LIMIT);
        SourcePosition end =
                new SourcePosition(Duration.ofMinutes(4), Optional.of(Duration.ofMinutes(4)));
        room.sources.streams.getLast().isAt(end);
        room.sources.streams.getLast().end();
        room.loop.settle();

        assertThat(status()).isEqualTo(new SourceStatus.Finished());
        assertThat(source().position().get()).isEqualTo(end);
    }

    @Test
    void aSourceThatCannotBeOpenedIsNotOffered() {
        room.answers("bob");
        room.sources.fail(BUSY);
        room.add("mic", HEADSET);
        room.sources.work();
        room.add("tone", TONE);

        assertThat(offered()).isEqualTo(tracks("tone"));
    }

    @Test
    void aSourceThatFailsIsOfferedNoMoreUntilItIsOpenedAgain() {
        room.add("mic", DESK);
        room.add("tone", TONE);
        room.answers("bob");
        room.answers("bob");
        assertThat(offered()).isEqualTo(tracks("mic", "tone"));

        room.sources.streams.getFirst().breakWith(Problem.of(Reason.INTERNAL));
        room.loop.settle();
        assertThat(offered()).isEqualTo(tracks("tone"));

        room.answers("bob");
        change(DESK);
        assertThat(offered()).isEqualTo(tracks("mic", "tone"));
    }

    @Test
    void aTrackStaysWhileItsDeviceIsChanged() {
        room.add("mic", DESK);
        room.answers("bob");
        room.answers("bob");
        room.loop.holdBlocking();
        change(HEADSET);
        room.submit(new SessionCommand.SetSourceProfile(MIC, source().spec().profile()));

        assertThat(room.events(SessionEvent.SourceChanged.class).getLast().status())
                .isEqualTo(new SourceStatus.Opening());
        assertThat(offered()).isEqualTo(tracks("mic"));
    }

    private void change(SourceOrigin origin) {
        room.submit(new SessionCommand.ChangeOrigin(MIC, origin));
    }

    private LocalSource source() {
        return room.session.snapshot().sources().getFirst();
    }

    private SourceStatus status() {
        return source().status();
    }

    private List<TrackId> offered() {
        return FakeDescription.read(
                        room.channel
                                .sentTo(VirtualSession.address("bob"), PeerMessage.Offer.class)
                                .getLast()
                                .sdp())
                .tracks();
    }

    private static List<TrackId> tracks(String... ids) {
        return Arrays.stream(ids).map(TrackId::new).toList();
    }

    private static SourceOrigin microphone(String device) {
        return new SourceOrigin.Microphone(Optional.of(new DeviceId(device)));
    }
}

package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.VirtualSession;

/// A source whose device is away, alone or with the sound server.
final class SourceReopeningTest {
    private static final SourceId MIC = new SourceId("mic");
    private static final SourceOrigin DESK = system("desk");
    private static final SourceOrigin HEADSET = system("headset");
    private static final Problem PULLED = new Problem(Reason.DEVICE_GONE, "desk");
    private static final Problem AWAY = Problem.of(Reason.NO_SOUND_SERVER);

    private final VirtualSession room = VirtualSession.with();

    @Test
    void aDeviceChosenWhileTheServerIsAwayIsOpenedWhenItIsBack() {
        room.add("mic", DESK);
        loseTheServer();
        room.submit(new SessionCommand.ChangeOrigin(MIC, HEADSET));
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(AWAY));
        room.pass(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(AWAY));

        room.sources.work();
        room.pass(Duration.ofSeconds(2));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams.getLast().origin()).isEqualTo(HEADSET);
        assertThat(room.sources.streams.getLast().isStarted()).isTrue();
        assertThat(room.session.snapshot().sources().getFirst().spec().origin()).isEqualTo(HEADSET);
    }

    @Test
    void theNameOfTheDeviceBeforeIsNotLookedForInItsPlace() {
        room.add("mic", DESK);
        loseTheServer();
        room.submit(new SessionCommand.ChangeOrigin(MIC, HEADSET));
        room.sources.fail(new Problem(Reason.NO_SUCH_DEVICE, "headset"));
        int before = room.sources.opened.size();
        room.pass(Duration.ofMinutes(1));

        assertThat(room.sources.opened.subList(before, room.sources.opened.size()))
                .containsOnly(HEADSET);
    }

    @Test
    void aDeviceThatWasPulledIsTakenAgain() {
        room.add("mic", DESK);
        room.sources.streams.getLast().breakWith(PULLED);
        room.sources.fail(new Problem(Reason.NO_SUCH_DEVICE, "desk"));
        room.pass(Duration.ofMinutes(5));
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(PULLED));

        room.sources.work();
        room.pass(Duration.ofSeconds(2));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams.getLast().isStarted()).isTrue();
    }

    @Test
    void theNewestChoiceIsWaitedFor() {
        room.add("mic", DESK);
        loseTheServer();
        room.submit(new SessionCommand.ChangeOrigin(MIC, HEADSET));
        room.submit(new SessionCommand.ChangeOrigin(MIC, DESK));
        room.sources.work();
        room.pass(Duration.ofMinutes(1));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams.getLast().origin()).isEqualTo(DESK);
    }

    @Test
    void aDeviceThatWasNeverOpenIsNotWaitedFor() {
        room.sources.fail(AWAY);
        room.add("mic", DESK);
        room.submit(new SessionCommand.ChangeOrigin(MIC, HEADSET));

        assertThat(status()).isEqualTo(new SourceStatus.Failed(AWAY));
    }

    private void loseTheServer() {
        room.sources.fail(AWAY);
        room.sources.streams.getLast().breakWith(Problem.of(Reason.SOUND_SERVER_GONE));
        room.loop.settle();
    }

    private SourceStatus status() {
        return room.session.snapshot().sources().getFirst().status();
    }

    private static SourceOrigin system(String device) {
        return new SourceOrigin.SystemAudio(Optional.of(new DeviceId(device)));
    }
}

package org.tonewire.app.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonewire.app.audio.pulse.Placement.Step;
import org.tonewire.app.audio.pulse.ServerSnapshot.PulseDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Microphones `a`, `b` and `c`, and what becomes of a stream on them.
class PlacementTest {
    private static final List<Integer> STEREO = List.of(1, 2);
    private static final DeviceTarget DEFAULT = target(Optional.empty());
    private static final DeviceTarget CHOSEN = target(Optional.of(new DeviceId("a")));

    @Test
    void aStreamThatAPersonMovedStaysThereUntilTheDefaultChanges() {
        Placement placement = placement(DEFAULT);

        assertThat(placement.next(server("a", "a", "b", "c"), "b")).isEqualTo(new Step.Stay("B"));
        assertThat(placement.next(server("a", "a", "b", "c"), "b")).isEqualTo(new Step.Stay("B"));
        assertThat(placement.next(server("c", "a", "b", "c"), "b")).isEqualTo(moveTo("c"));
        assertThat(placement.next(server("c", "a", "b", "c"), "c")).isEqualTo(new Step.Stay("C"));
    }

    @Test
    void aStreamOnAChosenDeviceMayBeMovedToo() {
        Placement placement = placement(CHOSEN);

        assertThat(placement.next(server("a", "a", "b"), "b")).isEqualTo(new Step.Stay("B"));
        assertThat(placement.next(server("b", "b"), "b")).isEqualTo(new Step.Stay("B"));
    }

    /// The server moves a stream whose device is unplugged to another one.
    @Test
    void aChosenDeviceThatIsGoneIsNeverReplacedByTheServersChoice() {
        assertThat(placement(CHOSEN).next(server("b", "b"), "b")).isEqualTo(new Step.End());
        assertThat(placement(CHOSEN).next(server("b", "b"), "a")).isEqualTo(new Step.End());
    }

    @Test
    void aDefaultThatIsGoneIsReplacedByTheNextDefault() {
        assertThat(placement(DEFAULT).next(server("c", "b", "c"), "b")).isEqualTo(moveTo("c"));
        assertThat(placement(DEFAULT).next(server("c", "b", "c"), "c"))
                .isEqualTo(new Step.Stay("C"));
        assertThat(placement(DEFAULT).next(server(""), "a")).isEqualTo(new Step.End());
    }

    /// A person moved it to `b`, which is unplugged.
    @Test
    void theDefaultReplacesADeviceThatAStreamWasMovedTo() {
        Placement placement = placement(DEFAULT);
        placement.next(server("a", "a", "b"), "b");

        assertThat(placement.next(server("a", "a"), "b")).isEqualTo(moveTo("a"));
    }

    @Test
    void theStreamStaysWhileTheDefaultIsNoMicrophone() {
        assertThat(placement(DEFAULT).next(server("speakers.monitor", "a", "b"), "a"))
                .isEqualTo(new Step.Stay("A"));
    }

    /// It then names the monitor as the default, as the last microphone is gone.
    @Test
    void aServerThatMovesAStreamToAMonitorEndsIt() {
        ServerSnapshot server = server("speakers.monitor");

        assertThat(placement(DEFAULT).next(server, "speakers.monitor")).isEqualTo(new Step.End());
        assertThat(placement(CHOSEN).next(server, "speakers.monitor")).isEqualTo(new Step.End());
    }

    @Test
    void aMonitorAsDefaultIsSaidAndNoMicrophoneTakenInItsPlace() {
        ServerSnapshot server = server("speakers.monitor", "a", "b");

        assertThat(DEFAULT.in(server)).isEmpty();
        assertThat(DEFAULT.absent(server))
                .isEqualTo(new Problem(Reason.DEFAULT_IS_MONITOR, "Speakers"));
        assertThat(DEFAULT.absent(server("speakers.monitor")))
                .isEqualTo(Problem.of(Reason.NO_INPUT_DEVICE));
    }

    private static DeviceTarget target(Optional<DeviceId> wanted) {
        return new DeviceTarget(DeviceKind.MICROPHONE, wanted);
    }

    private static Placement placement(DeviceTarget target) {
        return new Placement(target, server("a", "a").find("a").orElseThrow());
    }

    private static Step moveTo(String id) {
        return new Step.MoveTo(server(id, id).find(id).orElseThrow());
    }

    private static ServerSnapshot server(String defaultSource, String... microphones) {
        PulseDevice speakers =
                new PulseDevice("speakers", "Speakers", false, "speakers.monitor", STEREO);
        PulseDevice monitor =
                new PulseDevice("speakers.monitor", "Monitor", true, "speakers", STEREO);
        List<PulseDevice> sources =
                Stream.concat(
                                Stream.of(microphones).map(PlacementTest::microphone),
                                Stream.of(monitor))
                        .toList();
        return new ServerSnapshot(
                "PulseAudio", "speakers", defaultSource, List.of(speakers), sources);
    }

    private static PulseDevice microphone(String id) {
        return new PulseDevice(id, id.toUpperCase(Locale.ROOT), false, "", STEREO);
    }
}

package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.ManualLoop;

/// An output that is not there when the session begins.
final class OutputSearchTest {
    private static final OutputChoice HEADSET = new OutputChoice.Chosen(new DeviceId("headset"));
    private static final OutputChoice SPEAKERS = new OutputChoice.Chosen(new DeviceId("speakers"));
    private static final Problem ABSENT = new Problem(Reason.NO_SUCH_DEVICE, "headset");

    private final ManualLoop loop = new ManualLoop();
    private final List<SessionEvent> events = new ArrayList<>();
    private final SessionOutput sessionOutput = new SessionOutput(loop, events::add);
    private final Sockets output = new Sockets();

    @Test
    void anOutputThatIsNotThereAtTheStartIsUsedWhenItIs() {
        begin();
        assertThat(events)
                .containsExactly(
                        new SessionEvent.ProblemOccurred(ABSENT),
                        new SessionEvent.OutputChanged("", Optional.of(ABSENT)));
        loop.pass(Duration.ofMinutes(10));
        assertThat(events).hasSize(2);
        assertThat(sessionOutput.view().problem()).contains(ABSENT);

        output.problem = null;
        loop.pass(Duration.ofSeconds(3));

        assertThat(sessionOutput.view().deviceName()).isEqualTo("headset");
        assertThat(sessionOutput.view().problem()).isEmpty();
        assertThat(events.getLast())
                .isEqualTo(new SessionEvent.OutputChanged("headset", Optional.empty()));
    }

    @Test
    void noOtherOutputTakesItsPlace() {
        begin();
        loop.pass(Duration.ofMinutes(10));

        assertThat(output.uses).containsOnly(HEADSET).hasSizeGreaterThan(100);
    }

    @Test
    void aSoundServerThatStartsLaterIsUsed() {
        output.problem = Problem.of(Reason.NO_SOUND_SERVER);
        begin();
        loop.pass(Duration.ofMinutes(1));
        output.problem = null;
        loop.pass(Duration.ofSeconds(3));

        assertThat(sessionOutput.view().isOpen()).isTrue();
    }

    @Test
    void anotherChoiceEndsTheSearch() {
        begin();
        output.problem = null;
        sessionOutput.use(SPEAKERS);
        loop.pass(Duration.ofMinutes(1));

        assertThat(output.uses).containsExactly(HEADSET, SPEAKERS);
        assertThat(sessionOutput.view().choice()).isEqualTo(SPEAKERS);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void aDeviceThatIsRefusedWhileAnotherPlaysIsNotLookedFor() {
        output.problem = null;
        begin();
        output.problem = Problem.of(Reason.DEVICE_BUSY);
        sessionOutput.use(SPEAKERS);
        loop.pass(Duration.ofMinutes(1));

        assertThat(output.uses).containsExactly(HEADSET, SPEAKERS);
        assertThat(sessionOutput.view().choice()).isEqualTo(HEADSET);
    }

    @Test
    void anOutputThatThrowsIsLookedForUntilItDoesNot() {
        output.broken = true;
        begin();
        loop.pass(Duration.ofMinutes(1));
        assertThat(sessionOutput.view().problem()).contains(Problem.of(Reason.INTERNAL));
        output.broken = false;
        output.problem = null;
        loop.pass(Duration.ofSeconds(3));

        assertThat(sessionOutput.view().deviceName()).isEqualTo("headset");
        assertThat(sessionOutput.view().problem()).isEmpty();
    }

    private void begin() {
        sessionOutput.choose(HEADSET);
        sessionOutput.open(output);
        loop.settle();
    }

    /// Devices that can be plugged in.
    private static final class Sockets implements AudioOutput {
        final List<OutputChoice> uses = new ArrayList<>();
        @Nullable Problem problem = ABSENT;
        boolean broken;
        private String device = "";

        @Override
        public void use(OutputChoice choice, Consumer<Optional<Problem>> done) {
            uses.add(choice);
            if (broken) {
                throw new IllegalStateException("a defect");
            }
            if (problem == null) {
                device = choice.chosen().map(DeviceId::value).orElse("default");
            }
            done.accept(Optional.ofNullable(problem));
        }

        @Override
        public void onLost(Consumer<Problem> listener) {}

        @Override
        public String deviceName() {
            return device;
        }

        @Override
        public Problem stalled() {
            return Problem.of(Reason.SOUND_SERVER_STUCK);
        }

        @Override
        public void close() {}
    }
}

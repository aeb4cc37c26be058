package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

class StartCheckTest {
    private static final DeviceId USB = new DeviceId("usb");

    @Test
    void aDeviceOfASoundServerThatAnswersLateIsThere() {
        assertThat(check(new LateDevices(0), USB)).isEmpty();
        assertThat(check(new LateDevices(1), USB)).isEmpty();
    }

    @Test
    void aDeviceThatTheSoundServerDoesNotListIsRefused() {
        assertThat(check(new LateDevices(0), new DeviceId("unplugged")))
                .hasValueSatisfying(
                        problem -> assertThat(problem.reason()).isEqualTo(Reason.NO_SUCH_DEVICE));
    }

    private static Optional<Problem> check(AudioDevices devices, DeviceId output) {
        return new StartCheck(() -> devices)
                .problem(List.of(), Optional.of(new OutputChoice.Chosen(output)));
    }

    /// A sound server that answers after so many questions.
    private static final class LateDevices implements AudioDevices {
        private int questions;

        LateDevices(int questions) {
            this.questions = questions;
        }

        private boolean hasAnswered() {
            questions--;
            return questions < 0;
        }

        @Override
        public List<AudioDevice> list() {
            return hasAnswered()
                    ? List.of(new AudioDevice(USB, "USB", DeviceKind.OUTPUT, false))
                    : List.of();
        }

        @Override
        public Optional<Problem> unavailable() {
            return hasAnswered()
                    ? Optional.empty()
                    : Optional.of(Problem.of(Reason.NO_SOUND_SERVER));
        }

        @Override
        public Runnable onChange(Runnable listener) {
            return () -> {};
        }
    }
}

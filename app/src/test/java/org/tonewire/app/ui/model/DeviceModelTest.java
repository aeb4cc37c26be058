package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.ui.fake.FakeAudioDevices;
import org.tonewire.app.ui.fake.FakeWorld;

class DeviceModelTest {
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();

    private final FakeWorld world = new FakeWorld();
    private final DeviceModel model = world.deviceModel();

    @Test
    void theDefaultIsNamedAndNowhereIsOffered() {
        assertThat(labels(DEFAULT))
                .containsExactly(
                        "System default: Headphones", "Headphones", "Studio monitors", "No output");
    }

    @Test
    void devicesComeAndGo() {
        world.devices.become(List.of(FakeAudioDevices.SPEAKERS));
        assertThat(labels(DEFAULT)).doesNotContain("Headphones");
        world.devices.become(List.of(FakeAudioDevices.SPEAKERS, FakeAudioDevices.HEADPHONES));
        assertThat(labels(DEFAULT)).contains("Headphones");
    }

    @Test
    void aChosenDeviceThatIsGoneStaysInTheList() {
        OutputChoice gone = new OutputChoice.Chosen(new DeviceId("out-9"));
        assertThat(labels(gone)).endsWith("Selected device (not connected)");
    }

    @Test
    void aDeviceCanBeChosenByAPartOfItsName() {
        assertThat(model.known(new OutputChoice.Chosen(DeviceId.typed("monitors"))))
                .isEqualTo(new OutputChoice.Chosen(FakeAudioDevices.SPEAKERS.id()));
        assertThat(model.known(DeviceKind.MICROPHONE, Optional.of(DeviceId.typed("scarlett"))))
                .contains(FakeAudioDevices.INTERFACE.id());
    }

    @Test
    void withoutAnyDeviceOfAKindItSaysSo() {
        world.devices.become(List.of(FakeAudioDevices.SPEAKERS));
        assertThat(model.inputs(DeviceKind.MICROPHONE, Optional.empty()).getFirst().label())
                .isEqualTo("No device found: connect one");
    }

    @Test
    void itSaysWhyThereIsNoSoundAtAll() {
        Problem problem = Problem.of(Reason.NO_SOUND_SERVER);
        world.devices.fail(problem);
        assertThat(model.unavailable().get()).contains(problem);
    }

    @Test
    void anEarlierReadingDoesNotReplaceWhatALaterOneFound() {
        AnsweringWhileRead server = new AnsweringWhileRead();
        DeviceModel late =
                new DeviceModel(
                        CompletableFuture.completedStage(server), world.threads, world.wording);

        assertThat(late.devices().get()).containsExactly(FakeAudioDevices.HEADPHONES);
        assertThat(late.unavailable().get()).isEmpty();
    }

    /// A sound server that answers between the two questions of the first reading.
    private static final class AnsweringWhileRead implements AudioDevices {
        private Runnable listener = () -> {};
        private boolean answers;

        @Override
        public List<AudioDevice> list() {
            if (!answers) {
                answers = true;
                listener.run();
            }
            return List.of(FakeAudioDevices.HEADPHONES);
        }

        @Override
        public Optional<Problem> unavailable() {
            return answers ? Optional.empty() : Optional.of(Problem.of(Reason.NO_SOUND_SERVER));
        }

        @Override
        public Runnable onChange(Runnable told) {
            listener = told;
            return () -> {};
        }
    }

    private List<String> labels(OutputChoice current) {
        return model.outputs(current).stream().map(Choice::label).toList();
    }
}

package org.tonewire.app.ui.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.model.SettingsModel;

class SoundCheckModelTest {
    private static final Optional<DeviceId> OTHER = Optional.of(new DeviceId("mic-2"));

    private final FakeWorld world = new FakeWorld();
    private final SettingsModel settings = world.settings();
    private final SoundCheckModel model =
            new SoundCheckModel(world.openAudio(), settings, world.threads);

    @Test
    void speakingMovesTheMeter() {
        model.microphone().toggle();
        newest().play(3);
        assertThat(model.microphone().running().get()).isTrue();
        assertThat(model.microphone().meter().get().read().peakLeftDb()).isGreaterThan(-1f);
        assertThat(world.sources.opened)
                .containsExactly(new SourceOrigin.Microphone(Optional.empty()));
    }

    @Test
    void stoppingGivesTheMicrophoneBack() {
        model.microphone().toggle();
        model.microphone().toggle();
        assertThat(model.microphone().running().get()).isFalse();
        assertThat(newest().isClosed()).isTrue();
    }

    @Test
    void anotherMicrophoneIsListenedToAtOnce() {
        model.microphone().toggle();
        FakeSources.Stream first = newest();
        model.useMicrophone(OTHER);
        assertThat(first.isClosed()).isTrue();
        assertThat(world.sources.opened).contains(new SourceOrigin.Microphone(OTHER));
        assertThat(newest().isClosed()).isFalse();
        assertThat(settings.now().get().sound().microphone()).isEqualTo(OTHER);
    }

    @Test
    void aMicrophoneThatCannotBeOpenedSaysWhy() {
        Problem none = Problem.of(Reason.NO_INPUT_DEVICE);
        world.sources.fail(none);
        model.microphone().toggle();
        assertThat(model.microphone().running().get()).isFalse();
        assertThat(model.microphone().problem().get()).contains(none);
    }

    @Test
    void aMicrophoneThatIsPulledSaysSoAndIsClosed() {
        Problem gone = new Problem(Reason.DEVICE_GONE, "Desk");
        model.microphone().toggle();
        newest().breakWith(gone);
        assertThat(model.microphone().problem().get()).contains(gone);
        assertThat(newest().isClosed()).isTrue();
    }

    @Test
    void theToneSwellsFadesAndEndsByItself() {
        model.tone().toggle();
        for (int i = 0; i < 230; i++) {
            newest().play(1);
            world.output.pull();
        }
        assertThat(model.tone().running().get()).isFalse();
        assertThat(world.output.isClosed()).isTrue();
        List<float[]> played = world.output.played;
        assertThat(played.getFirst()[0]).isZero();
        assertThat(played.get(100)[0]).isCloseTo(1f, within(0.001f));
        assertThat(played.get(202)[959]).isLessThan(0.01f);
        assertThat(played.get(210)).containsOnly(0f);
    }

    @Test
    void theTonePlaysOnTheOutputThatIsChosen() {
        OutputChoice chosen = new OutputChoice.Chosen(new DeviceId("out-2"));
        model.useOutput(chosen);
        model.tone().toggle();
        assertThat(world.output.uses).containsExactly(chosen);
    }

    @Test
    void anOutputThatRefusesSaysWhyAndIsClosed() {
        Problem none = Problem.of(Reason.NO_OUTPUT_DEVICE);
        world.output.fail(none);
        model.tone().toggle();
        assertThat(model.tone().problem().get()).contains(none);
        assertThat(world.output.isClosed()).isTrue();
    }

    @Test
    void leavingTheScreenStopsEverything() {
        model.microphone().toggle();
        model.tone().toggle();
        model.stop();
        assertThat(world.sources.streams).allMatch(FakeSources.Stream::isClosed);
        assertThat(world.output.isClosed()).isTrue();
    }

    private FakeSources.Stream newest() {
        return world.sources.streams.getLast();
    }
}

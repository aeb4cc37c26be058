package org.tonewire.app.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.ui.fake.FakeAudioDevices;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.model.SettingsModel;

class SourcesViewModelTest {
    private final FakeWorld world = new FakeWorld();
    private final SettingsModel settings = world.settings();
    private final SourcesViewModel model =
            new SourcesViewModel(world.session(), world.deviceModel(), settings, world.wording);

    @Test
    void aMicrophoneIsTheOneOfTheSettingsInItsQualityAndChannels() {
        Optional<DeviceId> device = Optional.of(new DeviceId("mic-2"));
        settings.setMicrophone(device);
        settings.setSound(
                settings.now()
                        .get()
                        .sound()
                        .withMicrophoneProfile(Profile.STUDIO)
                        .withMicrophoneChannels(ChannelChoice.RIGHT));
        model.addMicrophone();
        assertThat(added().origin()).isEqualTo(new SourceOrigin.Microphone(device));
        assertThat(added().profile()).isEqualTo(Profile.STUDIO);
        assertThat(added().channels()).isEqualTo(ChannelChoice.RIGHT);
    }

    @Test
    void otherSourcesTakeTheOtherQuality() {
        settings.setSound(settings.now().get().sound().withOtherProfile(Profile.STUDIO));
        model.addFiles(List.of(Path.of("/music/a.flac")));
        assertThat(added().profile()).isEqualTo(Profile.STUDIO);
    }

    @Test
    void onlyWebAddressesAreStreams() {
        assertThat(model.addAddress("ftp://radio.example.org/live"))
                .contains(WebAddress.Part.SCHEME);
        assertThat(model.addAddress("radio")).contains(WebAddress.Part.SCHEME);
        assertThat(model.addAddress("http://a b/")).contains(WebAddress.Part.HOST);
        assertThat(model.addAddress("http://a:b/")).contains(WebAddress.Part.PORT);
        assertThat(model.addAddress(" https://my_radio.example.org/on air ")).isEmpty();
    }

    @Test
    void withoutSystemAudioItIsSaidWhatToDo() {
        world.devices.become(List.of(FakeAudioDevices.SPEAKERS));
        model.addSystemAudio();
        assertThat(model.problem().get()).contains(Problem.of(Reason.SYSTEM_AUDIO_UNSUPPORTED));
        assertThat(world.session().snapshot().sources()).isEmpty();
    }

    @Test
    void mutingAllMutesAllAndThenUnmutesAll() {
        model.addTone();
        model.addTone();
        model.show(world.session().snapshot().sources());
        model.toggleAllMuted();
        model.show(world.session().snapshot().sources());
        assertThat(world.session().snapshot().sources()).allMatch(LocalSource::muted);
        model.toggleAllMuted();
        assertThat(world.session().snapshot().sources()).noneMatch(LocalSource::muted);
    }

    @Test
    void aSourceThatIsNotOpenYetIsCalledByWhatItIs() {
        world.room().addHanging("mic", new SourceOrigin.Microphone(Optional.empty()));
        world.room().addHanging("file", new SourceOrigin.AudioFile(Path.of("/music/a.flac"), true));
        model.show(world.session().snapshot().sources());
        assertThat(model.strips())
                .extracting(strip -> strip.name().get())
                .containsExactly("Microphone", "a.flac");
    }

    private SourceSpec added() {
        return world.session().snapshot().sources().getLast().spec();
    }
}

package org.tonewire.app.shell.settings;

import java.util.Optional;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.source.Profile;

/// Audio devices, and profiles of new sources.
///
/// @param microphone device of new microphones; empty means the system default
/// @param microphoneProfile profile of new microphones
/// @param otherProfile profile of all other new sources
/// @param microphoneChannels channels of new microphones
public record SoundSettings(
        OutputChoice output,
        Optional<DeviceId> microphone,
        Profile microphoneProfile,
        Profile otherProfile,
        ChannelChoice microphoneChannels) {
    public static final SoundSettings DEFAULT =
            new SoundSettings(
                    new OutputChoice.SystemDefault(),
                    Optional.empty(),
                    Profile.VOICE,
                    Profile.MUSIC,
                    ChannelChoice.BOTH);

    public SoundSettings withOutput(OutputChoice changed) {
        return new SoundSettings(
                changed, microphone, microphoneProfile, otherProfile, microphoneChannels);
    }

    public SoundSettings withMicrophone(Optional<DeviceId> changed) {
        return new SoundSettings(
                output, changed, microphoneProfile, otherProfile, microphoneChannels);
    }

    public SoundSettings withMicrophoneProfile(Profile changed) {
        return new SoundSettings(output, microphone, changed, otherProfile, microphoneChannels);
    }

    public SoundSettings withOtherProfile(Profile changed) {
        return new SoundSettings(
                output, microphone, microphoneProfile, changed, microphoneChannels);
    }

    public SoundSettings withMicrophoneChannels(ChannelChoice changed) {
        return new SoundSettings(output, microphone, microphoneProfile, otherProfile, changed);
    }
}

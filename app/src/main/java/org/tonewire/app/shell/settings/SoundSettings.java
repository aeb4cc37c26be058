package org.tonewire.app.shell.settings;

import java.util.Optional;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.source.Profile;

/// Where a person hears and speaks, and how good new sources sound.
///
/// @param microphone taken when a microphone is added; empty is the system's default
/// @param microphoneProfile of new microphones
/// @param otherProfile of every other new source
public record SoundSettings(
        OutputChoice output,
        Optional<DeviceId> microphone,
        Profile microphoneProfile,
        Profile otherProfile) {
    public static final SoundSettings DEFAULT =
            new SoundSettings(
                    new OutputChoice.SystemDefault(),
                    Optional.empty(),
                    Profile.VOICE,
                    Profile.MUSIC);

    public SoundSettings withOutput(OutputChoice changed) {
        return new SoundSettings(changed, microphone, microphoneProfile, otherProfile);
    }

    public SoundSettings withMicrophone(Optional<DeviceId> changed) {
        return new SoundSettings(output, changed, microphoneProfile, otherProfile);
    }

    public SoundSettings withMicrophoneProfile(Profile changed) {
        return new SoundSettings(output, microphone, changed, otherProfile);
    }

    public SoundSettings withOtherProfile(Profile changed) {
        return new SoundSettings(output, microphone, microphoneProfile, changed);
    }
}

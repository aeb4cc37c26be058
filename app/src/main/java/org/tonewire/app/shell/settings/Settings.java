package org.tonewire.app.shell.settings;

import java.util.Optional;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.signaling.protocol.ParticipantName;

/// All settings.
///
/// @param hostPort TCP port of hosted rooms; 0 means a free one
public record Settings(
        Optional<ParticipantName> name,
        Appearance appearance,
        SoundSettings sound,
        IceSettings ice,
        int hostPort,
        DesktopSettings desktop) {
    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Appearance.DEFAULT,
                    SoundSettings.DEFAULT,
                    IceSettings.NONE,
                    0,
                    DesktopSettings.DEFAULT);

    public Theme theme() {
        return appearance.theme();
    }

    /// The output device for received audio.
    public OutputChoice output() {
        return sound.output();
    }

    public Settings withName(Optional<ParticipantName> changed) {
        return new Settings(changed, appearance, sound, ice, hostPort, desktop);
    }

    public Settings withAppearance(Appearance changed) {
        return new Settings(name, changed, sound, ice, hostPort, desktop);
    }

    public Settings withSound(SoundSettings changed) {
        return new Settings(name, appearance, changed, ice, hostPort, desktop);
    }

    public Settings withIce(IceSettings changed) {
        return new Settings(name, appearance, sound, changed, hostPort, desktop);
    }

    public Settings withHostPort(int changed) {
        return new Settings(name, appearance, sound, ice, changed, desktop);
    }

    public Settings withDesktop(DesktopSettings changed) {
        return new Settings(name, appearance, sound, ice, hostPort, changed);
    }

    /// Omits secrets.
    @Override
    public String toString() {
        return "Settings(%s, %s, %s, %s, port %d, %s)"
                .formatted(name, theme(), sound, ice, hostPort, desktop);
    }

    public enum Theme {
        LIGHT,
        DARK,
        SYSTEM
    }
}

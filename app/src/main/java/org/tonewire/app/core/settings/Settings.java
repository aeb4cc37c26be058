package org.tonewire.app.core.settings;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.signaling.protocol.ParticipantName;

/// What a person chose.
///
/// @param hostPort to listen on when hosting; 0 takes a free one
/// @param recentInvites links, newest first, ten at most: secrets, kept in a file for its owner
///   only
public record Settings(
        Optional<ParticipantName> name,
        Look look,
        OutputChoice output,
        IceSettings ice,
        int hostPort,
        List<String> recentInvites) {
    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Look.SYSTEM,
                    new OutputChoice.SystemDefault(),
                    IceSettings.NONE,
                    0,
                    List.of());

    public Settings {
        recentInvites = List.copyOf(recentInvites);
    }

    /// Tells no secret.
    @Override
    public String toString() {
        return "Settings(%s, %s, %s, %s, port %d, %d invites)"
                .formatted(name, look, output, ice, hostPort, recentInvites.size());
    }

    public enum Look {
        LIGHT,
        DARK,
        SYSTEM
    }
}

package org.tonewire.app.core.intent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantName;

/// What the window should do as it opens.
///
/// @param name empty takes the name from the settings
/// @param output empty takes the one from the settings
/// @param record where every track is kept from the start
public record WindowIntent(
        Action action,
        Optional<ParticipantName> name,
        Optional<OutputChoice> output,
        List<SourceSpec> sources,
        Optional<Path> record) {
    /// Nothing but the start screen.
    public static final WindowIntent NONE =
            new WindowIntent(
                    new Begin(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public WindowIntent {
        sources = List.copyOf(sources);
    }

    /// Without a recording.
    public WindowIntent(
            Action action,
            Optional<ParticipantName> name,
            Optional<OutputChoice> output,
            List<SourceSpec> sources) {
        this(action, name, output, sources, Optional.empty());
    }

    public sealed interface Action {}

    /// Show the start screen.
    public record Begin() implements Action {}

    public record Host(HostRequest request) implements Action {}

    public record Join(Invite invite) implements Action {}
}

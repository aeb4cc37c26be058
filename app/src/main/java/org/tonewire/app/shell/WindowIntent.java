package org.tonewire.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantName;

/// What the window does when it opens.
///
/// @param name empty means the name in the settings
/// @param output empty means the output in the settings
/// @param record folder to record all tracks to, from the start
public record WindowIntent(
        Action action,
        Optional<ParticipantName> name,
        Optional<OutputChoice> output,
        List<SourceSpec> sources,
        Optional<Path> record) {
    /// Shows the start screen.
    public static final WindowIntent NONE =
            new WindowIntent(
                    new Begin(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /// Joins with the values in the settings.
    public static WindowIntent joining(Invite invite) {
        return new WindowIntent(new Join(invite), Optional.empty(), Optional.empty(), List.of());
    }

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

    /// Whether a window that is already open can do this: it asks only to show the window, or to
    /// join a room.
    public boolean canBeHandedOver() {
        boolean more = name.isPresent() || output.isPresent() || record.isPresent();
        return !more && sources.isEmpty() && !(action instanceof Host);
    }

    /// The invite to join, if any.
    public Optional<Invite> invite() {
        return action instanceof Join(Invite given) ? Optional.of(given) : Optional.empty();
    }

    public sealed interface Action {}

    /// Shows the start screen.
    public record Begin() implements Action {}

    public record Host(HostRequest request) implements Action {}

    public record Join(Invite invite) implements Action {}
}

package org.tonewire.app.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;

/// What the window does first, as asked for on the command line.
///
/// @param name in place of the one in the settings
/// @param sources to add once in the room
/// @param output in place of the one in the settings
public record Opening(
        Errand errand,
        Optional<ParticipantName> name,
        List<SourceSpec> sources,
        Optional<OutputChoice> output) {
    /// Shows the start screen and waits.
    public static final Opening NONE =
            new Opening(new Errand.Wait(), Optional.empty(), List.of(), Optional.empty());

    public Opening {
        sources = List.copyOf(sources);
    }

    public sealed interface Errand {
        record Wait() implements Errand {}

        /// @param port in place of the one in the settings; 0 takes a free one
        record Host(Optional<RoomName> room, OptionalInt port) implements Errand {}

        record Join(Invite invite) implements Errand {}
    }
}

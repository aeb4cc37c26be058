package org.tonewire.app.core.peer;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.link.IceReader;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.trust.MediaKey;
import org.tonewire.app.core.trust.SealContext;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;

/// What every link of a session shares.
public record LinkContext(
        SessionLoop loop, PeerLinks links, IceReader ice, Identity identity, Wire wire) {
    /// This participant's identity in the room at present.
    public record Identity(RoomName room, ParticipantId self, MediaKey key) {
        SealContext sent(SealContext.Kind kind, ParticipantId to) {
            return new SealContext(kind, room, self, to);
        }

        SealContext received(SealContext.Kind kind, ParticipantId from) {
            return new SealContext(kind, room, from, self);
        }
    }

    /// How messages are sent: by the signaling server, or on a control channel.
    ///
    /// @param inRoom whether the signaling server is connected, as far as is known
    public record Wire(
            Consumer<ClientMessage> signaling, BooleanSupplier inRoom, ControlCodec control) {}

    boolean inRoom() {
        return wire.inRoom().getAsBoolean();
    }

    void send(ParticipantId to, PeerMessage message) {
        wire.signaling().accept(new ClientMessage.ToPeer(to, message));
    }
}

package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;

/// A channel to a server, which is the test.
public final class FakeChannel implements SignalingChannel {
    private final List<ClientMessage> sent = new ArrayList<>();
    private @Nullable SessionIdentity identity;
    private @Nullable SignalingListener listener;
    private Optional<Seal> leaveSeal = Optional.empty();
    private List<RoomSecret> offered = List.of();
    private int networkBacks;
    private boolean left;
    private boolean closed;

    /// Reports an event of the server or of the channel; ignored after the channel has left.
    public void says(SignalingEvent event) {
        if (listener != null && !left) {
            listener.onEvent(event);
        }
    }

    public List<ClientMessage> sent() {
        return sent;
    }

    /// The messages of one type that were sent to one participant.
    public <M extends PeerMessage> List<M> sentTo(ParticipantId to, Class<M> type) {
        return sent.stream()
                .filter(ClientMessage.ToPeer.class::isInstance)
                .map(ClientMessage.ToPeer.class::cast)
                .filter(message -> message.to().equals(to))
                .map(ClientMessage.ToPeer::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The secrets that may be the room's.
    public List<RoomSecret> offered() {
        return offered;
    }

    public int networkBacks() {
        return networkBacks;
    }

    public boolean hasLeft() {
        return left;
    }

    /// What was sealed when this participant left.
    public Optional<Seal> leaveSeal() {
        return leaveSeal;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void open(JoinRequest request, SignalingListener receiver) {
        identity = request.identity();
        listener = receiver;
    }

    @Override
    public boolean send(ClientMessage message) {
        return !left && sent.add(message);
    }

    @Override
    public void offer(List<RoomSecret> secrets) {
        offered = secrets;
    }

    @Override
    public void networkBack() {
        networkBacks++;
    }

    @Override
    public void leave() {
        if (!left && identity != null) {
            leaveSeal = Optional.of(identity.sealLeave());
        }
        left = true;
    }

    @Override
    public void close() {
        leave();
        closed = true;
    }
}

package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;

/// A channel to a server that a test plays.
public final class FakeChannel implements SignalingChannel {
    private final List<ClientMessage> sent = new ArrayList<>();
    private @Nullable SignalingListener listener;
    private int networkBacks;
    private boolean left;
    private boolean closed;

    /// What the server, or the channel itself, tells. Nobody hears it once the channel has left.
    public void says(SignalingEvent event) {
        if (listener != null && !left) {
            listener.onEvent(event);
        }
    }

    public List<ClientMessage> sent() {
        return sent;
    }

    /// What was sent to one participant, of one type.
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

    public int networkBacks() {
        return networkBacks;
    }

    public boolean hasLeft() {
        return left;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void open(JoinRequest request, SignalingListener told) {
        listener = told;
    }

    @Override
    public boolean send(ClientMessage message) {
        return !left && sent.add(message);
    }

    @Override
    public void networkBack() {
        networkBacks++;
    }

    @Override
    public void leave() {
        left = true;
    }

    @Override
    public void close() {
        leave();
        closed = true;
    }
}

package org.tonewire.app.signaling;

import java.time.Duration;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;

/// A channel with what it told.
final class Client implements AutoCloseable {
    private static final ChannelTimes HASTY =
            new ChannelTimes(
                    Duration.ofSeconds(12),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1));

    private final TyrusSignalingChannel channel = new TyrusSignalingChannel(HASTY);
    private final Heard heard = new Heard();

    static Client joining(Invite invite, String name) {
        Client client = new Client();
        client.channel.open(new JoinRequest(invite, new ParticipantName(name)), client.heard);
        return client;
    }

    Heard heard() {
        return heard;
    }

    boolean say(ParticipantId to, PeerMessage message) {
        return channel.send(new ClientMessage.ToPeer(to, message));
    }

    @Override
    public void close() {
        channel.close();
    }
}

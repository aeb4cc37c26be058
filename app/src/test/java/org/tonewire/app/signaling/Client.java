package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;

/// A channel with its received events.
final class Client implements AutoCloseable {
    /// Retries soon, with long timeouts.
    private static final ChannelTimes LONG =
            new ChannelTimes(
                    Duration.ofSeconds(60),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));

    /// Treats a server as dead after two seconds without a message.
    private static final ChannelTimes SHORT =
            new ChannelTimes(
                    Duration.ofSeconds(60),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2));

    private static final Duration NEVER = Duration.ofHours(1);

    private final TyrusSignalingChannel channel;
    private final ReceivedEvents events = new ReceivedEvents();

    private Client(ChannelTimes times) {
        channel = new TyrusSignalingChannel(times);
    }

    /// Endless timeouts; only retries have the given delay.
    static ChannelTimes endless(Duration retry) {
        return new ChannelTimes(
                NEVER, NEVER, NEVER, retry, retry, NEVER, NEVER, NEVER, Duration.ofMillis(200));
    }

    static Client joining(Invite invite, String name) {
        return joining(invite, name, LONG);
    }

    static Client joiningWithShortTimes(Invite invite, String name) {
        return joining(invite, name, SHORT);
    }

    static Client joining(Invite invite, String name, ChannelTimes times) {
        Client client = new Client(times);
        RoomKeys keys = RoomKeys.derive(invite.secret(), invite.room());
        client.channel.open(
                new JoinRequest(
                        invite,
                        new ParticipantName(name),
                        Identities.of(name, invite.room(), keys.media())),
                client.events);
        return client;
    }

    SignalingChannel channel() {
        return channel;
    }

    ReceivedEvents events() {
        return events;
    }

    boolean send(ParticipantId to, PeerMessage message) {
        return channel.send(new ClientMessage.ToPeer(to, message, Optional.empty()));
    }

    void networkBack() {
        channel.networkBack();
    }

    @Override
    public void close() {
        channel.close();
    }
}

package org.tonewire.app.signaling;

import java.time.Duration;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;

/// A channel with what it told.
final class Client implements AutoCloseable {
    /// Tries again soon, and gives up only what is broken for certain.
    private static final ChannelTimes PATIENT =
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

    /// Takes a server for dead that is silent for two seconds.
    private static final ChannelTimes HASTY =
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
    private final Heard heard = new Heard();

    private Client(ChannelTimes times) {
        channel = new TyrusSignalingChannel(times);
    }

    /// Nothing happens because time passes, but retries if they are short.
    static ChannelTimes patient(Duration retry) {
        return new ChannelTimes(
                NEVER, NEVER, NEVER, retry, retry, NEVER, NEVER, NEVER, Duration.ofMillis(200));
    }

    static Client joining(Invite invite, String name) {
        return joining(invite, name, PATIENT);
    }

    static Client joiningHastily(Invite invite, String name) {
        return joining(invite, name, HASTY);
    }

    static Client joining(Invite invite, String name, ChannelTimes times) {
        Client client = new Client(times);
        client.channel.open(new JoinRequest(invite, new ParticipantName(name)), client.heard);
        return client;
    }

    SignalingChannel channel() {
        return channel;
    }

    Heard heard() {
        return heard;
    }

    boolean say(ParticipantId to, PeerMessage message) {
        return channel.send(new ClientMessage.ToPeer(to, message));
    }

    void networkBack() {
        channel.networkBack();
    }

    @Override
    public void close() {
        channel.close();
    }
}

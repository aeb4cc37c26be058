package org.tonewire.app.core.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.protocol.ParticipantName;

/// A room hosted by this process, with a server of its own or on one elsewhere.
public interface Hosting extends AutoCloseable {
    /// For other computers.
    Invite invite();

    /// For the host's own participant: the same room by the loopback address, if it is here.
    Invite localInvite();

    /// Signs renewals of the invites.
    RoomOwner owner();

    /// The port of its server.
    int port();

    /// The server elsewhere that it is on, with the pin that is in its invites; empty for a room on
    /// this computer.
    default Optional<ServerAddress> server() {
        return Optional.empty();
    }

    /// The certificate that this server showed the first time that a room was opened on it from
    /// here, where nothing else says that it is the right one: people compare it with what the
    /// server printed at its start. Empty at any other time.
    default Optional<CertificatePin> firstPin() {
        return Optional.empty();
    }

    /// The names and addresses at which others may reach this computer, the best first: the one in
    /// the invite, unless another was chosen. Empty where none was found, and for a room elsewhere.
    List<String> addresses();

    /// From here on invites carry this name or address, if the room is on this computer. Any
    /// thread.
    ///
    /// @param host as [org.tonewire.app.core.invite.AdvertisedHost] allows it
    void advertise(String host);

    /// What the host should know about the invite, though the room is open.
    List<Problem> problems();

    /// From here on the room takes this secret and no other, and the invites are by it. Who is in
    /// the room enters again. Returns at once; any thread.
    void renew(RoomSecret secret);

    /// Whether it goes on when its host leaves, for a time that its server grants.
    default boolean staysWithoutHost() {
        return false;
    }

    /// The same room, which goes on when its host leaves.
    default Hosting staying() {
        return new RewiredHosting(this, this::close, this::happened, true);
    }

    /// What joins the host's own participant.
    default JoinRequest join(ParticipantName name) {
        return JoinRequest.of(localInvite(), name).ownedBy(owner());
    }

    /// Follows the session of the host: renews the invite once the others have the new secret.
    default void happened(SessionEvent event) {
        if (event instanceof SessionEvent.SecretHandedOver(RoomSecret secret)) {
            renew(secret);
        }
    }

    /// Disconnects everyone, and frees the port or ends the room elsewhere. Idempotent; blocks for
    /// some seconds at most.
    @Override
    void close();

    /// Closes it too.
    ///
    /// @return whether it ended: false if a server elsewhere could not be told, and may have it yet
    default boolean end() {
        close();
        return true;
    }

    /// Frees what is here, as its host means to come back: a room elsewhere goes on as long as
    /// somebody is in it. Idempotent.
    default void leaveOpen() {
        close();
    }

    /// The same room with another way to close it.
    ///
    /// @param closing has to close this one too
    default Hosting closedBy(Runnable closing) {
        return new RewiredHosting(this, closing, this::happened, staysWithoutHost());
    }

    /// The same room; something else follows the session of the host.
    ///
    /// @param following has to hand each event on to this room
    default Hosting followedBy(Consumer<SessionEvent> following) {
        return new RewiredHosting(this, this::close, following, staysWithoutHost());
    }
}

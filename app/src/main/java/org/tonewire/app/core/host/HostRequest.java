package org.tonewire.app.core.host;

import java.util.Optional;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.protocol.RoomName;

/// A room to be hosted here.
///
/// @param owner who renews its invites, from before; empty makes a new one
/// @param port to listen on; 0 takes a free one
/// @param advertisedHost the name or address that invites carry; empty finds this computer's
///   address in its network
/// @param participants how many it takes, the host among them
public record HostRequest(
        RoomName room,
        RoomSecret secret,
        Optional<RoomOwner> owner,
        int port,
        Optional<String> advertisedHost,
        int participants) {
    public static final int USUAL_PARTICIPANTS = 16;

    /// A room of the usual size, with a new owner.
    public HostRequest(
            RoomName room, RoomSecret secret, int port, Optional<String> advertisedHost) {
        this(room, secret, Optional.empty(), port, advertisedHost, USUAL_PARTICIPANTS);
    }

    /// The same with another secret.
    public HostRequest with(RoomSecret other) {
        return new HostRequest(room, other, owner, port, advertisedHost, participants);
    }

    /// The same under another name, at another port.
    public HostRequest at(RoomName otherRoom, int otherPort) {
        return new HostRequest(otherRoom, secret, owner, otherPort, advertisedHost, participants);
    }

    /// The same with this name or address in its invites.
    public HostRequest advertising(String host) {
        return new HostRequest(room, secret, owner, port, Optional.of(host), participants);
    }

    /// The same with this owner.
    public HostRequest ownedBy(RoomOwner known) {
        return new HostRequest(
                room, secret, Optional.of(known), port, advertisedHost, participants);
    }
}

package org.tonewire.app.core.host;

import java.util.Optional;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.RoomName;

/// A room to be hosted here.
///
/// @param port to listen on; 0 takes a free one
/// @param advertisedHost the name or address that invites carry; empty finds this computer's
///   address in its network
/// @param participants how many it takes, the host among them
public record HostRequest(
        RoomName room,
        RoomSecret secret,
        int port,
        Optional<String> advertisedHost,
        int participants) {
    public static final int USUAL_PARTICIPANTS = 16;

    /// A room of the usual size.
    public HostRequest(
            RoomName room, RoomSecret secret, int port, Optional<String> advertisedHost) {
        this(room, secret, port, advertisedHost, USUAL_PARTICIPANTS);
    }

    /// The same with another secret.
    public HostRequest with(RoomSecret other) {
        return new HostRequest(room, other, port, advertisedHost, participants);
    }

    /// The same under another name, at another port.
    public HostRequest at(RoomName otherRoom, int otherPort) {
        return new HostRequest(otherRoom, secret, otherPort, advertisedHost, participants);
    }
}

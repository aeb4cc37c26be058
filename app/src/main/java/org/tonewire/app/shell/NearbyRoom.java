package org.tonewire.app.shell;

import java.util.Optional;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.HostText;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// A room announced on the local network: an invite without its secret. The announcement is not
/// authenticated.
public record NearbyRoom(
        RoomName room,
        String host,
        int port,
        Optional<CertificatePin> pin,
        Optional<OwnerHash> owner) {
    public NearbyRoom {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a room in the network has a host and a port");
        }
    }

    /// The announcement of a room that is hosted here.
    public static NearbyRoom of(Invite invite) {
        return new NearbyRoom(
                invite.room(), invite.host(), invite.port(), invite.pin(), invite.owner());
    }

    public String authority() {
        return HostText.withPort(host, port);
    }

    /// The invite made from this announcement and a room code, which is the room's secret. A
    /// complete invite is returned as it is. Empty if the text is neither.
    public Optional<Invite> invite(String codeOrLink) {
        return InviteLink.parse(codeOrLink)
                .or(() ->
                        RoomSecret.parse(codeOrLink.strip())
                                .map(secret -> new Invite(host, port, room, secret, pin, owner)));
    }
}

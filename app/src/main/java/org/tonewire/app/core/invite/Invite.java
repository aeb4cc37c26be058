package org.tonewire.app.core.invite;

import java.net.URI;
import java.util.Optional;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// A room's address and secret: `https://HOST:PORT/r/ROOM#k=SECRET&f=FINGERPRINT&o=OWNER`. The part
/// behind `#` never reaches a server.
///
/// @param host name or address; the brackets of an IPv6 address are taken off
/// @param port 1 to 65535
/// @param pin the one server certificate to accept; empty means what the system trusts
/// @param owner who can renew the invite; empty for a room that is hosted by nobody
public record Invite(
        String host,
        int port,
        RoomName room,
        RoomSecret secret,
        Optional<CertificatePin> pin,
        Optional<OwnerHash> owner) {
    public Invite {
        host = HostText.bare(host);
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("an invite needs a host and a port");
        }
    }

    /// The invite to a room that is hosted by nobody.
    public Invite(
            String host, int port, RoomName room, RoomSecret secret, Optional<CertificatePin> pin) {
        this(host, port, room, secret, pin, Optional.empty());
    }

    /// Where the native protocol is spoken, as `wss://HOST:PORT/api/v1/signal`.
    public URI signalingAddress() {
        return URI.create("wss://" + authority() + "/api/v1/signal");
    }

    /// `HOST:PORT`, fit for an address.
    public String authority() {
        return HostText.withPort(host, port);
    }

    /// The server that the room's access key is for.
    public ServerBinding server() {
        return pin.map(ServerBinding::to).orElseGet(() -> ServerBinding.at(authority()));
    }

    /// The invite as a link: a secret, to be shown to the person only.
    public String link() {
        return InviteLink.format(this);
    }

    /// The same room with another secret.
    public Invite with(RoomSecret other) {
        return new Invite(host, port, room, other, pin, owner);
    }

    /// The same room at another name or address of its server.
    public Invite at(String otherHost) {
        return new Invite(otherHost, port, room, secret, pin, owner);
    }

    /// Redacted.
    @Override
    public String toString() {
        return "Invite(" + authority() + ", " + room + ")";
    }
}

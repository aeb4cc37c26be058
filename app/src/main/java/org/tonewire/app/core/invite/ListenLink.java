package org.tonewire.app.core.invite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tonewire.signaling.protocol.RoomName;

/// Where a browser listens to a hosted room: `http://HOST:PORT/listen/ROOM#k=SECRET`. Plain HTTP,
/// so that no browser warns of the certificate of a computer in the same network; therefore the
/// secret is good for listening only. The part behind `#` never reaches a server.
///
/// @param secret of those who listen, see [org.tonewire.app.core.trust.RoomKeys#listening()]
public record ListenLink(String host, int port, RoomName room, RoomSecret secret) {
    /// The same at another name or address of the host.
    public ListenLink at(String otherHost) {
        return new ListenLink(otherHost, port, room, secret);
    }

    /// To be shown to people, who may pass it on.
    public String text() {
        String path = URLEncoder.encode(room.value(), StandardCharsets.UTF_8).replace("+", "%20");
        return "http://"
                + HostText.withPort(host, port)
                + "/listen/"
                + path
                + "#k="
                + secret.text();
    }

    /// Redacted.
    @Override
    public String toString() {
        return "ListenLink(" + HostText.withPort(host, port) + ", " + room + ")";
    }
}

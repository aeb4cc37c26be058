package org.tonewire.app.core.ice;

import java.util.Locale;
import org.tonewire.signaling.protocol.ice.IceAddress;

/// Why a STUN or TURN server cannot be used.
public enum IceRefusal {
    /// The address begins with none of `stun:`, `stuns:`, `turn:`, `turns:`.
    SCHEME,
    /// No host, or none that a name service or network could know.
    HOST,
    /// The port is no number from 1 to 65535.
    PORT,
    /// What follows the `?` is not `transport=udp` or `transport=tcp`, or stands at a STUN server.
    TRANSPORT,
    /// A TURN server without a user name.
    USER_MISSING,
    /// A TURN server without a password.
    PASSWORD_MISSING,
    /// User name or password is too long, or holds characters that cannot be sent.
    LOGIN,
    /// More servers than a link asks.
    TOO_MANY;

    static IceRefusal of(IceAddress.Fault fault) {
        return switch (fault) {
            case SCHEME -> SCHEME;
            case HOST -> HOST;
            case PORT -> PORT;
            case TRANSPORT -> TRANSPORT;
        };
    }

    /// The name used in message keys: lower case, words joined by `-`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

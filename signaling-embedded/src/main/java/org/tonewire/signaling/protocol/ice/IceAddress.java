package org.tonewire.signaling.protocol.ice;

/// The address of a STUN or TURN server (RFC 7064 section 3.1, RFC 7065 section 3.1), stricter than
/// the standard where native code is: no percent-encoding, no zones of IPv6 addresses, and names in
/// the letters of the Domain Name System (an international name in its `xn--` form). Underscores
/// are allowed, as local name services use them.
public sealed interface IceAddress {
    /// @param uri scheme in lower case, port without leading zeros
    /// @param relay whether it is a TURN server
    record Parsed(String uri, boolean relay) implements IceAddress {}

    record Refused(Fault why) implements IceAddress {}

    /// What is wrong with an address.
    enum Fault {
        /// It begins with none of `stun:`, `stuns:`, `turn:`, `turns:`.
        SCHEME,
        /// No host, or none that a name service or network could know.
        HOST,
        /// The port is no number from 1 to 65535.
        PORT,
        /// What follows the `?` is not `transport=udp` or `transport=tcp`, or stands at a STUN
        /// server.
        TRANSPORT
    }

    /// Reads an address, in any spelling of the standards.
    static IceAddress parse(String text) {
        return IceAddressParser.parse(text);
    }
}

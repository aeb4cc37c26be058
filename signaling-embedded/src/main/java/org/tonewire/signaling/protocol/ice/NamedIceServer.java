package org.tonewire.signaling.protocol.ice;

import java.util.List;
import java.util.Optional;

/// A STUN or TURN server as a signaling server names it, in the shape of `RTCIceServer` of browsers
/// (WebRTC 1.0, section 4.2.4). Nothing in it is checked: see [IceAddress].
///
/// @param urls its addresses, one for each transport
public record NamedIceServer(List<String> urls, Optional<Login> login) {
    public NamedIceServer {
        urls = List.copyOf(urls);
    }

    /// @param credential the password
    public record Login(String username, String credential) {
        /// Omits the password.
        @Override
        public String toString() {
            return "Login(" + username + ")";
        }
    }
}

package org.tonewire.app.core.link;

import java.util.Optional;

/// A STUN or TURN server (RFC 7064, RFC 7065 addresses).
public record IceServer(String uri, Optional<Login> login) {
    public record Login(String username, String password) {
        /// Redacted.
        @Override
        public String toString() {
            return "Login(" + username + ")";
        }
    }
}

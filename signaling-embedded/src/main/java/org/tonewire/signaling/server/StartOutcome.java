package org.tonewire.signaling.server;

/// The result of starting a server.
public sealed interface StartOutcome {
    /// The server listens. The caller closes it.
    record Started(SignalingServer server) implements StartOutcome {}

    /// The server did not start, and nothing is left running.
    ///
    /// @param message names the port, address or file
    record Failed(Reason reason, String message) implements StartOutcome {}

    /// Why a server does not start.
    enum Reason {
        PORT_IN_USE,
        PORT_NOT_PERMITTED,
        ADDRESS_NOT_AVAILABLE,
        CERTIFICATE_UNUSABLE,
        OTHER
    }
}

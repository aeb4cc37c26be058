package org.tonewire.signaling.server;

/// What became of starting a server.
public sealed interface StartOutcome {
    /// It listens; whoever started it closes it.
    record Started(SignalingServer server) implements StartOutcome {}

    /// Nothing is left behind. `message` names the port, address or file.
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

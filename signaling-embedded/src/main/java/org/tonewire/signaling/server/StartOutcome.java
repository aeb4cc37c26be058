package org.tonewire.signaling.server;

/// The result of starting a server.
public sealed interface StartOutcome {
    /// The server listens. The caller closes it.
    record Started(SignalingServer server) implements StartOutcome {}

    /// The server did not start, and nothing is left running.
    ///
    /// @param subject the port, address or file, without more words; may be empty
    record Failed(Reason reason, String subject) implements StartOutcome {}

    /// Why a server does not start.
    enum Reason {
        PORT_IN_USE,
        PORT_NOT_PERMITTED,
        ADDRESS_NOT_AVAILABLE,
        CERTIFICATE_UNUSABLE,
        MESSAGES_UNUSABLE,

        /// The Redis of the cluster does not answer.
        REDIS_UNREACHABLE,

        /// The Redis of the cluster does not accept the user or the password.
        REDIS_REFUSED,

        /// The Redis of the cluster is older than version 7.
        REDIS_TOO_OLD,

        /// Another server of the cluster has this id.
        NODE_ID_TAKEN,
        OTHER
    }
}

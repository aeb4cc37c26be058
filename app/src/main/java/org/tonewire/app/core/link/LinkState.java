package org.tonewire.app.core.link;

/// The state of a link (W3C WebRTC `RTCPeerConnectionState`).
public enum LinkState {
    CONNECTING,
    CONNECTED,
    /// No answer to connectivity checks for some seconds; it may come back by itself.
    DISCONNECTED,
    /// Needs a restart by its sending end.
    FAILED,
    CLOSED
}

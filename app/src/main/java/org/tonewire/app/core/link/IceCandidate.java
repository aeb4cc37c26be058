package org.tonewire.app.core.link;

/// A network path's end (RFC 8839 `candidate` attribute).
public record IceCandidate(String candidate, String sdpMid, int sdpMLineIndex) {}

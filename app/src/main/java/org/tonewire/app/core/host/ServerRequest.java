package org.tonewire.app.core.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A signaling server to be run alone.
///
/// @param host the address to listen at; `0.0.0.0` for all
/// @param ports at least one
/// @param certificate PEM files; without them a self-signed one is made and kept
public record ServerRequest(
        String host,
        List<ListenPort> ports,
        Optional<CertificateFiles> certificate,
        ServerRules rules) {
    public ServerRequest {
        ports = List.copyOf(ports);
    }

    /// @param port 0 takes a free one
    /// @param tlsOnly plain connections are not taken; else the first byte of each tells
    public record ListenPort(int port, boolean tlsOnly) {}

    /// The chain, server first, and its key (PKCS #8, not encrypted).
    public record CertificateFiles(Path chain, Path key) {}
}

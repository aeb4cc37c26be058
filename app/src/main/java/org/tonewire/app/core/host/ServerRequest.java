package org.tonewire.app.core.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A request to run a standalone signaling server.
///
/// @param host the address to listen at: a name, IPv4, or IPv6 with brackets or without;
///   [#EVERYWHERE] for all of this computer
/// @param ports at least one
/// @param certificate PEM files; without them a self-signed one is made and kept
public record ServerRequest(
        String host,
        List<ListenPort> ports,
        Optional<CertificateFiles> certificate,
        ServerRules rules) {
    /// All addresses of this computer, of both families where it has both. `0.0.0.0` is all of
    /// IPv4.
    public static final String EVERYWHERE = "::";

    public ServerRequest {
        ports = List.copyOf(ports);
    }

    /// @param port 0 takes a free one
    /// @param tlsOnly plain connections are not taken; else the first byte of each tells
    public record ListenPort(int port, boolean tlsOnly) {}

    /// The chain, server first, and its key (PKCS #8, not encrypted).
    public record CertificateFiles(Path chain, Path key) {}
}

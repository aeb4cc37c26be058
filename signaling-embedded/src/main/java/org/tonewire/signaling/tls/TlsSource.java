package org.tonewire.signaling.tls;

import java.nio.file.Path;

/// Where the certificate of a server comes from.
public sealed interface TlsSource {
    /// No certificate: the server speaks plain text only.
    record None() implements TlsSource {}

    /// A self-signed certificate, created on first use and kept in this folder.
    record SelfSigned(Path folder) implements TlsSource {}

    /// A self-signed certificate of this server alone, kept nowhere.
    record Unkept() implements TlsSource {}

    /// Existing PEM files: the certificate chain, server first, and its key (PKCS #8, not
    /// encrypted).
    record PemFiles(Path certificate, Path key) implements TlsSource {}
}

package org.tonewire.signaling.tls;

import java.nio.file.Path;

/// Where a server's certificate comes from.
public sealed interface TlsSource {
    /// None: the server speaks plain text only.
    record None() implements TlsSource {}

    /// A self-signed one, made on first use and kept in this folder.
    record SelfSigned(Path folder) implements TlsSource {}

    /// PEM files from elsewhere: the chain, server first, and its key (PKCS #8, not encrypted).
    record PemFiles(Path certificate, Path key) implements TlsSource {}
}

package org.tonewire.signaling.server;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.tonewire.signaling.tls.CertificateFingerprint;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.signaling.tls.ServerIdentity;
import org.tonewire.signaling.tls.TlsSource;

/// The certificate that a server shows, ready for new connections. Immutable.
record ServerTls(SslContext context, ServerIdentity identity) {
    /// Reads the certificate and its key, or makes them; empty for [TlsSource.None].
    static Optional<ServerTls> load(TlsSource source) throws IdentityException, SSLException {
        Optional<ServerIdentity> identity = ServerIdentity.load(source);
        return identity.isEmpty() ? Optional.empty() : Optional.of(of(identity.get()));
    }

    private static ServerTls of(ServerIdentity identity) throws SSLException {
        X509Certificate[] chain = identity.chain().toArray(new X509Certificate[0]);
        return new ServerTls(
                SslContextBuilder.forServer(identity.key(), chain)
                        .sslProvider(SslProvider.JDK)
                        .protocols("TLSv1.3", "TLSv1.2")
                        .build(),
                identity);
    }

    CertificateFingerprint fingerprint() {
        return identity.fingerprint();
    }

    boolean shows(ServerTls other) {
        return identity.chain().equals(other.identity.chain());
    }
}

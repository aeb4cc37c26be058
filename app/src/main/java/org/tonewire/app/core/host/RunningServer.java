package org.tonewire.app.core.host;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;

/// A running standalone signaling server.
public interface RunningServer extends AutoCloseable {
    /// In the order in which they were asked for.
    List<Integer> ports();

    /// Of the present certificate.
    CertificatePin pin();

    /// Why the certificate is another one after the next start, if so.
    Optional<Problem> certificateProblem();

    /// Takes the certificate, the access rules and the limits of another request, and nothing else
    /// of it. Those who are connected stay. Reads files.
    ///
    /// @return why the certificate stays as it was; empty if it is the wanted one
    Optional<Problem> reload(ServerRequest changed);

    /// Disconnects everyone and frees the ports. Idempotent.
    @Override
    void close();
}

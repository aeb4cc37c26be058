package org.tonewire.app.core.host;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;

/// A running standalone signaling server.
public interface RunningServer extends AutoCloseable {
    /// In the order in which they were asked for.
    List<Integer> ports();

    CertificatePin pin();

    /// Why the certificate is another one after the next start, if so.
    Optional<Problem> certificateProblem();

    /// Disconnects everyone and frees the ports. Idempotent.
    @Override
    void close();
}

package org.tonewire.app.hosting;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.signaling.server.SignalingServer;

/// A standalone server. Any thread.
record EmbeddedServer(
        SignalingServer server, CertificatePin pin, Optional<Problem> certificateProblem)
        implements RunningServer {
    @Override
    public List<Integer> ports() {
        return server.ports();
    }

    @Override
    public void close() {
        server.close();
    }
}

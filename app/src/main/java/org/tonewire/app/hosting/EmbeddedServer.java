package org.tonewire.app.hosting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.signaling.server.SignalingServer;
import org.tonewire.signaling.server.SignalingServerConfig;

/// A standalone server. Any thread.
///
/// @param config the configuration that a request means
record EmbeddedServer(
        SignalingServer server,
        Function<ServerRequest, SignalingServerConfig> config,
        Optional<Problem> certificateProblem)
        implements RunningServer {
    @Override
    public List<Integer> ports() {
        return server.ports();
    }

    @Override
    public CertificatePin pin() {
        return CertificatePin.of(server.certificateFingerprint().orElseThrow().bytes());
    }

    @Override
    public Optional<Problem> reload(ServerRequest changed) {
        return server.reload(config.apply(changed))
                .map(why -> new Problem(Reason.CERTIFICATE_UNUSABLE, why));
    }

    @Override
    public void close() {
        server.close();
    }
}

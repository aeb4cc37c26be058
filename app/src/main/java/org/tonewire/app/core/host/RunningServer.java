package org.tonewire.app.core.host;

import java.util.List;
import org.tonewire.app.core.invite.CertificatePin;

/// A running standalone signaling server.
public interface RunningServer extends AutoCloseable {
    /// In the order in which they were asked for.
    List<Integer> ports();

    CertificatePin pin();

    /// Disconnects everyone and frees the ports. Idempotent.
    @Override
    void close();
}
